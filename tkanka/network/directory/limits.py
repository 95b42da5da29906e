"""How often somebody may do a thing that reaches other people, counted in the cache all processes share."""

from dataclasses import dataclass
from time import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many times within so many seconds, from the first time on."""

    name: str
    most: int
    seconds: int

    def take(self, key: str) -> bool:
        """Count one more; False when it is one too many."""
        place, now = f"directory:{self.name}:{key}", time()
        count, until = cache.get(place) or (0, now + self.seconds)
        if count < self.most:
            cache.set(place, (count + 1, until), until - now)
        return bool(count < self.most)


BY_ADDRESS = Limit("written-from", 5, 3600)
BY_PERSON = Limit("written-by", 20, 86_400)
TO_ORGANISATION = Limit("written-to", 50, 86_400)
PROPOSALS = Limit("proposed-by", 30, 86_400)


def address_of(request: HttpRequest) -> str:
    """The network address of a visitor, behind the trusted proxies."""
    return str(get_adapter().get_client_ip(request))

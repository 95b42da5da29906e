"""Parts of pages that are the same for everybody who is told the same, kept until anything is done in the network."""

from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from hashlib import sha256
from inspect import isfunction
from typing import Any, TypeVar
from uuid import UUID

from django.core.cache import caches
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from tkanka.ground.kit.links import surroundings

from .doors import Visit
from .models import Network

KEPT_SECONDS = 3600
OWN_SECONDS = 300
PLAIN = (str, int, bool, type(None), date, datetime, UUID)


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a part stands; `state` is where the ledgers of the network and the installation end."""

    network: Network
    day: date
    state: str


Told = Callable[..., Mapping[str, Any]]
Answer = TypeVar("Answer")


def part(visit: Visit, template: str, told: Told, *facts: object) -> SafeString:
    """The template with what `told(place, *facts)` gives: rendered once for all to whom the facts are the same.

    Nothing personal can come in but through the facts, and all of them are in the key. `told` is a function of a
    module, so it holds no visit; the template is rendered without a request, so it knows neither a person nor a
    session nor a token. What a reader may see is a fact as well: their audiences, or the answer of a rule.
    """
    (found,) = parts(visit, (template,), told, *facts)
    return found


def parts(visit: Visit, templates: tuple[str, ...], told: Told, *facts: object) -> list[SafeString]:
    """Several templates that are told the same, kept together: what stands in different places of one page."""
    if not isfunction(told) or told.__closure__ or told.__name__ == "<lambda>":
        raise TypeError("a part is told by a function of a module, which holds on to nothing")
    place = Place(visit.network, visit.today, visit.state)
    written = (templates, told.__module__, told.__qualname__, *surroundings(), place.network.pk, place.day, place.state)
    name = repr((*map(plain, written), *map(plain, facts)))
    key = "part:" + sha256(name.encode(errors="surrogatepass")).hexdigest()
    found: list[str] | None = caches["process"].get(key)
    if found is None:
        context = {"network": place.network, "today": place.day, **told(place, *facts)}
        found = [str(get_template(template).render(context)) for template in templates]
        caches["process"].set(key, found, KEPT_SECONDS)
    return [mark_safe(one) for one in found]  # noqa: S308 - rendered by the template engine


def own(visit: Visit, name: str, ask: Callable[[], Answer]) -> Answer:
    """What was found out for one person, in who they are today; asked again after a change, or after minutes."""
    written = (name, *surroundings(), visit.network.pk, visit.today, visit.state, visit.standing)
    key = "own:" + sha256(repr(tuple(map(plain, written))).encode(errors="surrogatepass")).hexdigest()
    found: Answer | None = caches["process"].get(key)
    if found is None:
        found = ask()
        caches["process"].set(key, found, OWN_SECONDS)
    return found


def lately(at: datetime) -> datetime:
    """The last full five minutes, as a fact for parts that the hour alone may change."""
    return at - timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)


def plain(fact: object) -> object:
    """A fact as it stands in a key: values and nothing that could change or stand for somebody unseen."""
    if is_dataclass(fact) and not isinstance(fact, type):
        return type(fact).__qualname__, *map(plain, astuple(fact))
    if isinstance(fact, (frozenset, tuple)):
        found = [plain(one) for one in fact]
        return tuple(found) if isinstance(fact, tuple) else ("set", *sorted(found, key=repr))
    if isinstance(fact, Enum):
        return type(fact).__qualname__, fact.value
    if type(fact) not in PLAIN:
        raise TypeError(f"{type(fact).__name__} is no plain fact")
    return fact

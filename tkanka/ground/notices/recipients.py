"""To whom a letter goes. The outbox knows no accounts: an address, a language and perhaps a person's key."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Recipient:
    """`person` is None for somebody without an account; `language` is "pl", "en" or "uk"."""

    person: UUID | None
    email: str
    name: str = ""
    language: str = "pl"

    @property
    def key(self) -> str:
        """What makes them one and the same recipient: their account, or their address in any capitals."""
        return key_of(self.person, self.email)


def key_of(person: UUID | None, email: str) -> str:
    return str(person) if person else email.strip().casefold()

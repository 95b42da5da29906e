"""Which organisation a file means: by number, by name, or asked. A name that is only similar is never taken for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import organisations_named
from tkanka.rules.names import acronym_of, likeness, name_key, words_of

from .problems import CellProblem, Question

LIKE_ENOUGH, NEAREST = 0.6, 5
NEW = "new"
NAMESPACE = UUID("7f0c6f0e-90f4-5d1c-9a3b-0a6a51b2c7d1")


@dataclass
class Parties:
    """The organisations a file may write for.

    `mine` bounds them for somebody who does not keep the network. `register` lets names nobody bears yet be written
    down as partners; `new` are those names by the key that stands for them until then.
    """

    organisations: Iterable[Organisation]
    numbers: Mapping[str, UUID]
    mine: frozenset[UUID] | None = None
    register: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    new: dict[UUID, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_key = {party.pk: party for party in self.organisations}
        self._exact: dict[str, set[UUID]] = defaultdict(set)
        self._alike: dict[str, set[UUID]] = defaultdict(set)
        for party in self.by_key.values():
            self._know(party.pk, party.name, party.short_name)
        self._known: dict[str, UUID | CellProblem] = {}

    def _know(self, key: UUID, *names: str) -> None:
        for name in filter(None, names):
            self._exact[spelling(name)].add(key)
            self._alike[name_key(name)].add(key)

    def named(self, text: str) -> UUID:
        """The organisation of this name. Raises CellProblem, with a question where one of several may be meant."""
        if text not in self._known:
            try:
                self._known[text] = self._own(self._settle(text), text)
            except CellProblem as problem:
                self._known[text] = problem
        found = self._known[text]
        if isinstance(found, CellProblem):
            raise found
        return found

    def numbered(self, text: str) -> UUID | None:
        """The organisation of this KRS, NIP or REGON number; a KRS that lost its zeros is found all the same."""
        digits = "".join(sign for sign in text if sign.isalnum()).upper().removeprefix("PL")
        found = self.numbers.get(digits) or self.numbers.get(digits.zfill(10))
        return self._own(found, text) if found else None

    def known(self, text: str) -> set[UUID]:
        """Those that bear exactly this name."""
        return set(self._exact.get(spelling(text), ()))

    def _own(self, key: UUID, text: str) -> UUID:
        if self.mine is not None and key not in self.mine:
            raise CellProblem("not_your_organisation", text=text[:80])
        return key

    def _settle(self, text: str) -> UUID:
        answer = self.answers.get(f"organisation:{spelling(text)}", "")
        if answer == NEW and self.register:
            return self._written_down(text)
        if answered := next((key for key in self.by_key if str(key) == answer), None):
            return answered
        exact = self._exact.get(spelling(text), set())
        if len(exact) == 1:
            return next(iter(exact))
        alike = sorted(exact | self._alike.get(name_key(text), set()))
        if alike:
            raise CellProblem("organisation_asked", self._ask(text, alike), text=text[:80], known=self._names(alike))
        if self.register:
            return self._elsewhere(text) or self._written_down(text)
        near = self._near(text)
        ask = self._ask(text, near) if near else None
        raise CellProblem(
            "organisation_like" if near else "organisation_unknown", ask, text=text[:80], known=self._names(near)
        )

    def _written_down(self, text: str) -> UUID:
        key = uuid5(NAMESPACE, spelling(text))
        self.new[key] = text
        self._know(key, text)
        return key

    def _elsewhere(self, text: str) -> UUID | None:
        """The one organisation of the installation that bears exactly this name, in whichever network."""
        found = organisations_named(text)
        if len(found) != 1:
            return None
        self.new[found[0].pk] = text
        self._know(found[0].pk, text)
        return found[0].pk

    def _near(self, text: str) -> list[UUID]:
        letters = "".join(words_of(text))
        scored = [
            (1.0 if letters and acronym_of(party.name) == letters else likeness(text, party.name), key)
            for key, party in self.by_key.items()
        ]
        best = sorted((one for one in scored if one[0] >= LIKE_ENOUGH), reverse=True)
        return [key for _, key in best[:NEAREST]]

    def _names(self, keys: Iterable[UUID]) -> str:
        return ", ".join(f"„{self._name(key)}”" for key in list(keys)[:NEAREST])

    def _name(self, key: UUID) -> str:
        return self.by_key[key].name if key in self.by_key else self.new.get(key, "")

    def _ask(self, text: str, keys: Iterable[UUID]) -> Question:
        choices = [(str(key), self._name(key)) for key in list(keys)[:20] if key in self.by_key]
        return Question("organisation", spelling(text), tuple(choices))


def spelling(name: str) -> str:
    """A name whose letters' case, marks and punctuation do not matter: "Fundacja „Dach”" is "fundacja dach"."""
    return " ".join(words_of(name))[:200]

"""The four charters and those who act in these tests."""

from datetime import date
from uuid import UUID

from tkanka.rules import books
from tkanka.rules.rulebook import Rulebook, read_rulebook
from tkanka.rules.standing import Capacity, Mandate, Office, Standing

RAZEM, WARMIA, SIEC, FORUM = (read_rulebook(books.rulebook_text(name)) for name in books.NAMES)
BOOKS = dict(zip(books.NAMES, (RAZEM, WARMIA, SIEC, FORUM), strict=True))

MOST, TRATWA, HOST = UUID(int=1), UUID(int=2), UUID(int=3)
STRANGER = Standing()
SOMEBODY = Standing(person=UUID(int=10))
COORDINATOR = Standing(person=UUID(int=11), offices=frozenset({Office.COORDINATOR}))
SECRETARIAT = Standing(person=UUID(int=12), offices=frozenset({Office.SECRETARIAT}))


def of(
    organisation: UUID, capacity: Capacity = Capacity.MAIN, *, member: bool = True, office: Office | None = None
) -> Standing:
    """Somebody with a mandate for an organisation, by default the main one of a member."""
    return Standing(
        person=UUID(int=20 + organisation.int),
        offices=frozenset({office} if office else set()),
        mandates=frozenset({Mandate(organisation, capacity)}),
        members=frozenset({organisation} if member else set()),
        observers=frozenset(set() if member else {organisation}),
    )


def codes(ruling, *, failed: bool = True) -> set[str]:
    return {ground.code for ground in (ruling.failed if failed else ruling.met)}


def ground(ruling, code: str):
    return next(g for g in (*ruling.failed, *ruling.met) if g.code == code)


def silent(**chapters: object) -> Rulebook:
    """A charter that fixes nothing but what is given."""
    return Rulebook("A charter of few words", date(2026, 1, 1), **chapters)

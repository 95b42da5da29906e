"""What a charter says of asking: on what it rests, whom it names, and what its own change needs."""

from __future__ import annotations

from typing import Any

from ..bodies import BodyKind
from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..terms import Term
from .states import DocumentKind, Gates


def basis_of(book: Rulebook, kind: str) -> Term[Any] | None:
    """The term on which the network asks about documents of this kind."""
    if kind == DocumentKind.CHARTER:
        return consulted_on_charter(book)
    if kind == DocumentKind.RESEARCH:
        return book.research.role
    if kind == DocumentKind.STRATEGY:
        return book.secretariat.strategy_with or book.consultations.joint_on
    return book.consultations.joint_on if kind == DocumentKind.OUTSIDE else None


def consulted_on_charter(book: Rulebook) -> Term[Any]:
    """Who is asked before a charter changes: what it says, and all members where it is silent."""
    return book.amendments.consulted or Term(("members",))


def bodies_asked(book: Rulebook) -> tuple[BodyKind, ...]:
    """The kinds of open bodies that are asked before the charter changes."""
    if "bodies" not in consulted_on_charter(book).value:
        return ()
    named = {
        "advisory_group": BodyKind.ADVISORY,
        "open_technical_groups": BodyKind.TECHNICAL,
        "open_working_groups": BodyKind.WORKING,
    }
    return tuple(named[name] for name in held(book, "amendments.bodies").value if name in named)


def least_days(book: Rulebook, kind: str) -> Term[int] | None:
    """How long a consultation lasts at least."""
    return held(book, "amendments.consultation_days") if kind == DocumentKind.CHARTER else None


def passed_consultation(book: Rulebook, gates: Gates) -> Ruling:
    """Whether a change of the charter has its consultation behind it: bodies and members asked, every remark answered.

    Small changes are no exception.
    """
    term = consulted_on_charter(book)
    ruling = check(gates.bodies_invited or not bodies_asked(book), "bodies_asked_on_charter", term, missing=1)
    ruling &= check(gates.members_invited, "members_asked_on_charter", term)
    answered = held(book, "amendments.remarks_answered")
    ruling &= check(gates.unanswered == 0, "every_remark_answered", answered, unanswered=gates.unanswered)
    return ruling & check(gates.closed, "consultation_is_closed", held(book, "amendments.gates"))

"""Ceasing to be a member: resigning at any time, and removal on three grounds."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Capacity, Office, Standing
from ..terms import Term

VOLUNTARY = "voluntary_participation"


class RemovalGround(StrEnum):
    """The grounds of removal, a closed list."""

    TOOLS = "breach_of_good_cooperation_in_tools"
    SILENT = "silent_and_inactive"
    STANDARDS = "breach_of_humanitarian_standards"


def right_to_leave(book: Rulebook) -> Term[str]:
    """The right to leave: in the charter's words, by its principle of voluntary participation, or of course."""
    if book.membership.resignation:
        return book.membership.resignation
    values = book.purpose.values
    cite = values.cite if values and VOLUNTARY in values.value else ""
    return Term("any_time", cite)


def may_resign(
    book: Rulebook, by: Standing, *, organisation: UUID, on: date, today: date, is_host: bool = False
) -> Ruling:
    """Resigning, at once or on a later day named. Never refused to a main representative, not even to the host's.

    For the host the ground `opens_separation` is met: the advisory group is told and a separation case opens.
    """
    right = right_to_leave(book)
    ruling = check(
        by.holds(organisation, Capacity.MAIN), "main_representative", held(book, "membership.resignation_by")
    )
    ruling &= check(on >= today, "day_not_past", held(book, "membership.resignation_effective"), day=on)
    ruling &= check(True, "leaving_is_free", right)
    if is_host:
        ruling &= check(True, "opens_separation", held(book, "membership.resignation_of_host"))
    return ruling


def may_undo_resignation(book: Rulebook, by: Standing, *, organisation: UUID, leaves_on: date, today: date) -> Ruling:
    """Taking a resignation back: a main representative, before the later day that was named has come."""
    ruling = check(
        by.holds(organisation, Capacity.MAIN), "main_representative", held(book, "membership.resignation_by")
    )
    effective = held(book, "membership.resignation_effective")
    return ruling & check(today < leaves_on, "not_yet_left", effective, day=leaves_on)


def opens_separation(ruling: Ruling) -> bool:
    """Whether what was ruled also opens a separation case."""
    return any(ground.code == "opens_separation" for ground in ruling.met)


def removable(book: Rulebook) -> Ruling:
    """Whether the charter knows removal at all."""
    known = book.membership.removal_by
    return check(known is not None, "removal_known", known or _silence(book))


def may_prepare_removal(book: Rulebook, by: Standing, *, organisation: UUID) -> Ruling:
    """Drafting a removal case: the coordinator, or the secretariat for them; not for one's own organisation."""
    if not (known := removable(book)):
        return known
    ruling = known & check(by.keeps_the_network, "secretariat_prepares", book.membership.removal_by)
    return ruling & check(organisation not in by.represents, "not_own_case")


def may_open_removal(book: Rulebook, by: Standing, *, organisation: UUID, ground: str, other_open: bool) -> Ruling:
    """Beginning to prepare a case: on a ground of the charter, and one case at a time."""
    ruling = may_prepare_removal(book, by, organisation=organisation)
    if not ruling:
        return ruling
    ruling &= on_ground(book, ground, informs=False, active=False)
    return ruling & check(not other_open, "one_case_at_a_time")


def may_notify_removal(
    book: Rulebook,
    by: Standing,
    *,
    organisation: UUID,
    ground: str,
    has_evidence: bool,
    informs: bool,
    active: bool,
    is_host: bool = False,
    separation_decided: bool = False,
) -> Ruling:
    """Opening a removal case by a notice to the member. `informs` and `active` are weighed for the second ground only.

    The coordinator alone; on one of the grounds of the charter; with evidence; of the host only after the separation.
    """
    ruling = removable(book)
    if not ruling:
        return ruling
    ruling &= _coordinator(book, by) & check(organisation not in by.represents, "not_own_case")
    ruling &= on_ground(book, ground, informs=informs, active=active)
    ruling &= check(has_evidence, "evidence_given", held(book, "membership.removal_evidence"))
    return ruling & _not_host(book, is_host=is_host, separation_decided=separation_decided)


def may_answer_removal(book: Rulebook, by: Standing, *, organisation: UUID) -> Ruling:
    """The member is heard through any of those who represent it."""
    return removable(book) & check(organisation in by.represents, "represents_organisation")


def may_remove(
    book: Rulebook,
    by: Standing,
    *,
    organisation: UUID,
    ground: str,
    has_evidence: bool,
    informs: bool,
    active: bool,
    noticed: date | None,
    answered: bool,
    today: date,
    is_host: bool = False,
    separation_decided: bool = False,
) -> Ruling:
    """Removing a member: everything a notice needs, and that it was heard or let the days pass."""
    ruling = may_notify_removal(
        book, by, organisation=organisation, ground=ground, has_evidence=has_evidence, informs=informs, active=active,
        is_host=is_host, separation_decided=separation_decided,
    )  # fmt: skip
    return ruling & _heard(book, noticed=noticed, answered=answered, today=today) if removable(book) else ruling


def may_drop_removal(book: Rulebook, by: Standing) -> Ruling:
    """Letting a removal case go."""
    return removable(book) & _coordinator(book, by)


def may_object_to_removal(book: Rulebook, by: Standing, *, organisation: UUID) -> Ruling:
    """An objection after removal goes to the advisory group and does not suspend the effect."""
    objection = held(book, "membership.removal_objection_to")
    ruling = removable(book) & check(organisation in by.represents, "represents_organisation")
    return ruling & check(True, "objection_is_heard", objection, body=objection.value)


def on_ground(book: Rulebook, ground: str, *, informs: bool, active: bool) -> Ruling:
    """Whether a ground is on the list, and for the cumulative one whether both of its limbs hold."""
    listed = book.membership.removal_grounds
    ruling = check(bool(listed and ground in listed.value), "ground_on_the_list", listed, ground=ground)
    if ground == RemovalGround.SILENT:
        both = not informs and not active
        ruling &= check(both, "silent_and_inactive_both", listed, informs=informs, active=active)
    return ruling


def answer_due(book: Rulebook, noticed: date) -> date:
    """The last day for the member's answer to a notice."""
    return noticed + timedelta(days=held(book, "membership.removal_notice_days").value)


def _heard(book: Rulebook, *, noticed: date | None, answered: bool, today: date) -> Ruling:
    days = held(book, "membership.removal_notice_days")
    ruling = check(noticed is not None, "notice_given", days)
    if noticed is None:
        return ruling
    past = today > answer_due(book, noticed)
    return ruling & check(
        answered or past, "heard_or_time_passed", days, days=days.value, until=answer_due(book, noticed)
    )


def _coordinator(book: Rulebook, by: Standing) -> Ruling:
    return check(Office.COORDINATOR in by.offices, "coordinator_removes", book.membership.removal_by)


def _not_host(book: Rulebook, *, is_host: bool, separation_decided: bool) -> Ruling:
    if not is_host:
        return Ruling()
    return check(separation_decided, "separation_decided", held(book, "membership.removal_of_host"))


def _silence(book: Rulebook) -> Term[str]:
    return Term("remark_to_secretariat")

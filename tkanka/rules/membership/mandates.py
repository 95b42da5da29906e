"""Who acts for an organisation: mandates, and the bar on secretariat staff for the host."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Capacity, Standing
from ..terms import Term


def staff_barred_from_host(book: Rulebook) -> Term[bool] | None:
    """The paragraph that keeps secretariat staff from standing for the host; None where the charter has none."""
    term = book.host.represented_by_secretariat_staff
    return term if term is not None and term.value is False else None


def may_hold_mandate(book: Rulebook, *, for_host: bool, secretariat_staff: bool) -> Ruling:
    """Whether a person may hold a mandate of an organisation, in any capacity.

    Secretariat staff never stand for the host: not in a seat, a ballot, a group or a signature.
    """
    bar = staff_barred_from_host(book)
    if bar is None or not for_host:
        return Ruling()
    return check(not secretariat_staff, "not_secretariat_for_host", bar)


def may_give_mandate(
    book: Rulebook, by: Standing, *, organisation: UUID, for_host: bool, holder_is_secretariat_staff: bool
) -> Ruling:
    """Giving somebody a mandate: an organisation's main representative, or the secretariat helping it."""
    return may_invite(book, by, organisation=organisation) & may_hold_mandate(
        book, for_host=for_host, secretariat_staff=holder_is_secretariat_staff
    )


def may_take_office(book: Rulebook, *, mandates_of_host: int) -> Ruling:
    """Whether a person may enter the secretariat: not while they hold a mandate of the host."""
    bar = staff_barred_from_host(book)
    return check(mandates_of_host == 0, "no_mandate_of_host", bar) if bar else Ruling()


def may_invite(book: Rulebook, by: Standing, *, organisation: UUID) -> Ruling:
    """Inviting a person into an organisation."""
    if by.keeps_the_network and not by.holds(organisation, Capacity.MAIN):
        assisted = held(book, "membership.assisted_application")
        return check(bool(assisted.value), "secretariat_assists", assisted)
    return check(by.holds(organisation, Capacity.MAIN), "main_representative")


def may_accept_invitation(
    book: Rulebook, *, invited: str, visitor: str, used: bool, revoked: bool, until: date, today: date
) -> Ruling:
    """Taking an invitation up. Whoever holds the letter may, unless they are signed in under another address.

    `visitor` is the address somebody is signed in with, or empty.
    """
    ruling = check(not used, "invitation_unused") & check(not revoked, "invitation_not_revoked")
    ruling &= check(used or revoked or today <= until, "invitation_in_time", until=until)
    same = not visitor or visitor.casefold() == invited.casefold()
    return ruling & check(same, "invited_address")


def may_change_invitation(book: Rulebook, by: Standing, *, organisation: UUID, used: bool, revoked: bool) -> Ruling:
    """Sending an open invitation again, or taking it back: whoever may invite."""
    ruling = may_invite(book, by, organisation=organisation)
    return ruling & check(not used, "invitation_unused") & check(not revoked, "invitation_not_revoked")


def may_see_people(by: Standing, *, organisation: UUID) -> Ruling:
    """Seeing who holds mandates of an organisation, since when and by whom: its own people, and those in office."""
    own = any(m.organisation == organisation for m in by.mandates)
    return check(own or by.keeps_the_network, "represents_organisation")


def may_end_mandate(book: Rulebook, by: Standing, *, organisation: UUID, own: bool, last_main: bool) -> Ruling:
    """Ending a mandate: one's own at any time; the last main one only by its holder or the secretariat."""
    if own:
        return check(True, "own_mandate")
    ruling = may_invite(book, by, organisation=organisation)
    return ruling & check(not last_main or by.keeps_the_network, "one_main_remains")


def may_name_decision_maker(book: Rulebook, by: Standing, *, organisation: UUID) -> Ruling:
    """Naming the director who is invited to the meetings of decision-makers."""
    return check(by.holds(organisation, Capacity.MAIN), "main_representative")

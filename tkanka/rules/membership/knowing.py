"""Drafts, and parties the installation already knows: access to them, their conversion, declarations made again."""

from __future__ import annotations

from uuid import UUID

from ..defaults import held
from ..parties import UNREGISTERED, Kind, kind_fits
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Capacity, Standing
from .joining import Mode, mode
from .mandates import may_give_mandate
from .states import ApplicationState


def may_begin(book: Rulebook, by: Standing, *, for_somebody: bool = False) -> Ruling:
    """Beginning a draft: anybody, signed in or not; for somebody else only the secretariat, where it may assist."""
    way = mode(book)
    ruling = check(way.value == Mode.VERIFIED, "network_verifies", way, mode=way.value)
    if not for_somebody:
        return ruling
    assisted = held(book, "membership.assisted_application")
    return ruling & check(by.keeps_the_network and bool(assisted.value), "assisted_application", assisted)


def may_write_draft(*, own: bool, state: str) -> Ruling:
    """Writing in a draft: who holds it, as long as it is one."""
    return check(own, "own_application") & check(state == ApplicationState.DRAFT, "step_not_open")


def may_ask_access(by: Standing, *, organisation: UUID) -> Ruling:
    """Asking the representatives of a known party to be let in."""
    return check(by.person is not None, "signed_in") & check(organisation not in by.represents, "not_yet_representing")


def may_settle_access(
    book: Rulebook, by: Standing, *, organisation: UUID, own: bool, for_host: bool, asker_is_secretariat_staff: bool
) -> Ruling:
    """Letting somebody in or not: the party's main representative, or the secretariat; nobody in their own case."""
    ruling = check(not own, "not_own_case")
    return ruling & may_give_mandate(
        book,
        by,
        organisation=organisation,
        for_host=for_host,
        holder_is_secretariat_staff=asker_is_secretariat_staff,
    )


def may_convert(book: Rulebook, by: Standing, *, organisation: UUID, kind: Kind, into: Kind) -> Ruling:
    """An informal group or single person that has registered becomes what it is now, and keeps its history."""
    ruling = check(by.holds(organisation, Capacity.MAIN), "main_representative")
    ruling &= check(kind in UNREGISTERED, "was_unregistered", kind=str(kind))
    ruling &= check(into not in UNREGISTERED, "is_registered_now", kind=str(into))
    return ruling & kind_fits(book, into)


def may_declare_again(by: Standing, *, organisation: UUID) -> Ruling:
    """Confirming the declarations after the texts have changed; not doing so never costs the membership."""
    return check(by.holds(organisation, Capacity.MAIN, Capacity.ALTERNATE), "represents_organisation") & check(
        organisation in by.members, "organisation_is_member"
    )


def may_name_parties(by: Standing, *, kind: Kind) -> Ruling:
    """Writing down whom the texts of a network name. Single persons are not named in public by somebody else."""
    ruling = check(by.keeps_the_network or bool(by.system), "secretariat_names_parties")
    return ruling & check(kind is not Kind.INDIVIDUAL, "named_is_an_organisation")


def may_note_contact(by: Standing) -> Ruling:
    """Noting a contact with an observer or partner."""
    return check(by.keeps_the_network, "secretariat_notes_contacts")

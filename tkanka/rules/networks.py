"""Founding a network, and what its secretariat may set in it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from .defaults import held
from .rulebook import Rulebook
from .ruling import Ruling, check
from .standing import Capacity, Office, Standing
from .terms import Term


def may_found_network(by: Standing) -> Ruling:
    """Networks are founded by whoever runs the installation, from its command line."""
    return check(bool(by.system), "installation_founds_networks")


def may_adopt_charter(book: Rulebook, by: Standing, *, first: bool) -> Ruling:
    """The first version is entered as it stands; every later one passes the gates of amendment."""
    gates: Term[Any] | None = book.amendments.gates if book.amendments else None
    return check(bool(by.system) or by.keeps_the_network, "office_or_installation") & check(
        first, "later_charters_pass_the_gates", gates
    )


def may_describe_network(by: Standing) -> Ruling:
    return check(by.keeps_the_network or bool(by.system), "secretariat_describes_network")


def may_define_areas(by: Standing) -> Ruling:
    return check(by.keeps_the_network or bool(by.system), "secretariat_defines_subregions")


def may_give_office(by: Standing) -> Ruling:
    """The coordinator chooses who works in the secretariat; the installation enters the first."""
    return check(Office.COORDINATOR in by.offices or bool(by.system), "coordinator_gives_offices")


def may_end_office(book: Rulebook, by: Standing, *, own: bool, leaves_none: bool) -> Ruling:
    """Only the coordinator gives offices, so the last one stays until a successor or a deputy has been named.

    `leaves_none`: from that day nobody would coordinate the network, not even as a deputy.
    """
    right = check(own or Office.COORDINATOR in by.offices or bool(by.system), "coordinator_gives_offices")
    return right & check(not leaves_none or bool(by.system), "coordinator_has_successor", _deputy(book))


def _deputy(book: Rulebook) -> Term[Any] | None:
    """What the charter, or its default, says of standing in; nothing in most charters."""
    try:
        return held(book, "coordinator.deputy")
    except KeyError:
        return None


def may_edit_profile(by: Standing, *, organisation: UUID) -> Ruling:
    """A profile is its organisation's own: its main, alternate or communication person writes it."""
    own = by.holds(organisation, Capacity.MAIN, Capacity.ALTERNATE, Capacity.COMMUNICATION)
    return check(own or bool(by.system), "own_people_edit_profile")

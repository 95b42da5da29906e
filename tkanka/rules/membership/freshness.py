"""Whether what an organisation says of itself is fresh, and whether it has fallen silent. Flags, never sanctions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from dateutil.relativedelta import relativedelta

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Capacity, Standing


class Freshness(StrEnum):
    """How old a confirmation is. What is stale is faded, not deleted."""

    FRESH = "fresh"
    STALE = "stale"


class Contribution(StrEnum):
    """What counts as being heard of: the three channels of the charter and work in the network. A log-in is none."""

    WEBSITE = "website"
    MEETING = "meetings"
    EMAIL = "email"
    ACTIVITY = "activity"
    GROUP = "group"
    OFFER = "offer"


def fresh_until(book: Rulebook, confirmed: date) -> date:
    """The day until which a confirmation holds."""
    return confirmed + relativedelta(months=held(book, "membership.freshness_months").value)


def freshness_of(book: Rulebook, *, confirmed: date | None, today: date) -> Freshness:
    """Whether a profile, contact or entry was confirmed recently enough; never confirmed is stale."""
    fresh = confirmed is not None and today <= fresh_until(book, confirmed)
    return Freshness.FRESH if fresh else Freshness.STALE


def may_confirm_profile(book: Rulebook, by: Standing, *, organisation: UUID) -> Ruling:
    """Confirming that what an organisation says of itself is still true: its own people, nobody else."""
    capacities = (Capacity.MAIN, Capacity.ALTERNATE, Capacity.COMMUNICATION)
    return check(by.holds(organisation, *capacities), "represents_organisation")


class Silence(StrEnum):
    """How long nothing was heard of an organisation, by contributions and confirmations."""

    HEARD = "heard"
    FADING = "fading"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Signs:
    """The two limbs of the ground "silent and inactive", as the ledger shows them on a day."""

    informs: bool
    active: bool


def quiet_edge(book: Rulebook, today: date, *, fading: bool = False) -> date:
    """A sign of life after this day counts. With `fading` the edge of three quarters of the period."""
    months = held(book, "membership.inactivity_months").value
    return today - relativedelta(months=months * 3 // 4 if fading else months)


def signs_of_life(
    book: Rulebook, *, last_contribution: date | None, last_confirmed: date | None, since: date, today: date
) -> Signs:
    """Whether an organisation informs (confirms what it says of itself) and is active (contributed in any channel).

    Whoever joined within the period counts as both.
    """
    edge = quiet_edge(book, today)
    latest = max(since, last_contribution or since)
    return Signs(informs=max(latest, last_confirmed or since) > edge, active=latest > edge)


def silence_of(book: Rulebook, *, last_sign: date, today: date) -> Silence:
    """How an organisation stands whose last sign of life was on that day. Flags, and does nothing by itself."""
    if last_sign <= quiet_edge(book, today):
        return Silence.SILENT
    return Silence.FADING if last_sign <= quiet_edge(book, today, fading=True) else Silence.HEARD


class NextStep(StrEnum):
    """What the secretariat does next about an organisation that has gone quiet."""

    ASK = "ask"
    CALL = "call"
    WAIT = "wait"
    PREPARE = "prepare"
    FOLLOW = "follow"


def next_step(silence: Silence, *, letters: int, calls: int, removal_known: bool, case_open: bool) -> NextStep:
    """First a letter, then a call; a notice of removal only once the whole period is over and both were tried."""
    if case_open:
        return NextStep.FOLLOW
    if not letters:
        return NextStep.ASK
    if not calls:
        return NextStep.CALL
    return NextStep.PREPARE if silence is Silence.SILENT and removal_known else NextStep.WAIT


def may_ask_if_active(by: Standing, *, asked_lately: bool) -> Ruling:
    """Asking an organisation whether it is still there: coordinator or secretariat, one letter a week at most."""
    ruling = check(by.keeps_the_network, "secretariat_asks")
    return ruling & check(not asked_lately, "not_asked_lately")


def fallen_silent(
    book: Rulebook, *, last_contribution: date | None, last_confirmed: date | None, since: date, today: date
) -> bool:
    """Whether an organisation is flagged: nothing contributed and nothing confirmed over the whole period.

    `since` is the day it joined. Either sign of life within the period clears the flag, which does nothing by itself.
    """
    signs = signs_of_life(
        book, last_contribution=last_contribution, last_confirmed=last_confirmed, since=since, today=today
    )
    return not signs.informs and not signs.active

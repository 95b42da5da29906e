"""Of whom nothing has been heard for long. A contribution counts, a log-in does not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import cast
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import get_current_timezone, localdate

from tkanka.ground.kit.deeds import contributing_verbs
from tkanka.ground.ledger.queries import Latest, latest_for
from tkanka.network.networks.models import Membership, Network, Organisation
from tkanka.network.networks.queries import memberships_of
from tkanka.rules.membership import (
    Freshness,
    NextStep,
    Signs,
    Silence,
    freshness_of,
    next_step,
    quiet_edge,
    removable,
    signs_of_life,
    silence_of,
)
from tkanka.rules.rulebook import Rulebook

from ..models import OPEN, Outreach, RemovalCase, Way

PARTY = "networks.organisation"
AT_ONCE = 500


@dataclass(slots=True)
class Quiet:
    """A member of whom little is heard: the last sign of life, what was done since, and what comes next."""

    membership: Membership
    organisation: Organisation
    silence: Silence
    last: date
    contribution: Latest | None
    letters: int = 0
    calls: int = 0
    called_on: date | None = None
    case: UUID | None = None
    step: NextStep = NextStep.ASK

    @property
    def last_was(self) -> str:
        """What the last sign of life was: a verb, or that the profile was confirmed, or that it joined."""
        if self.contribution and localdate(self.contribution.at) == self.last:
            return self.contribution.verb
        confirmed = self.organisation.confirmed_at
        return "organisation.confirmed" if confirmed and localdate(confirmed) == self.last else "membership.started"


def is_stale(book: Rulebook, organisation: Organisation, day: date) -> bool:
    """Whether what the organisation says of itself was confirmed too long ago to lean on: faded, never deleted."""
    confirmed = localdate(organisation.confirmed_at) if organisation.confirmed_at else None
    return freshness_of(book, confirmed=confirmed, today=day) is Freshness.STALE


def last_contribution(network: Network, organisation: Organisation) -> Latest | None:
    """The last thing done for the organisation that counts as a contribution, straight from the ledger."""
    return latest_for(network.pk, contributing_verbs(), PARTY, [organisation.pk]).get(organisation.pk)


def signs_for(book: Rulebook, membership: Membership, day: date) -> Signs:
    """The two limbs of "silent and inactive" as they stand on the day."""
    found = last_contribution(membership.network, membership.organisation)
    confirmed = membership.organisation.confirmed_at
    return signs_of_life(
        book,
        last_contribution=localdate(found.at) if found else None,
        last_confirmed=localdate(confirmed) if confirmed else None,
        since=membership.since,
        today=day,
    )


def quiet_members(network: Network, book: Rulebook, day: date, limit: int = 2000) -> list[Quiet]:
    """Members heard of least, the longest silent first: those past three quarters of the period, and past it.

    At first only those come into question who joined and confirmed before then; their contributions are then asked
    of the ledger, 500 organisations at a time.
    """
    edge = quiet_edge(book, day, fading=True)
    moment = datetime.combine(edge, time.max, get_current_timezone())
    old = Q(organisation__confirmed_at__lte=moment) | Q(organisation__confirmed_at=None)
    rows = memberships_of(network, day).filter(old, since__lte=edge).select_related("organisation")
    found = [
        quiet for quiet in _weighed(network, book, list(rows.order_by("organisation__confirmed_at")[:limit]), day)
        if quiet.silence is not Silence.HEARD
    ]  # fmt: skip
    return sorted(found, key=lambda quiet: (quiet.last, quiet.organisation.name))


def _weighed(network: Network, book: Rulebook, rows: list[Membership], day: date) -> Iterator[Quiet]:
    for begin in range(0, len(rows), AT_ONCE):
        some = rows[begin : begin + AT_ONCE]
        heard = latest_for(network.pk, contributing_verbs(), PARTY, [m.organisation_id for m in some])
        for membership in some:
            contribution, confirmed = heard.get(membership.organisation_id), membership.organisation.confirmed_at
            signs = [localdate(sign) for sign in (contribution and contribution.at, confirmed) if sign]
            last = max([membership.since, *signs])
            silence = silence_of(book, last_sign=last, today=day)
            yield Quiet(membership, membership.organisation, silence, last, contribution)


def with_steps(network: Network, book: Rulebook, rows: list[Quiet]) -> list[Quiet]:
    """The rows of one page with what the secretariat did since the last sign of life, and what comes next."""
    keys = [quiet.organisation.pk for quiet in rows]
    outreach: dict[UUID, list[Outreach]] = {}
    for one in Outreach.objects.filter(network=network, organisation__in=keys).order_by("at")[:5000]:
        outreach.setdefault(one.organisation_id, []).append(one)
    open_cases = RemovalCase.objects.filter(network=network, organisation__in=keys, state__in=OPEN)
    cases = dict(cast("list[tuple[UUID, UUID]]", list(open_cases.values_list("organisation", "pk"))))
    known = bool(removable(book))
    for quiet in rows:
        since = [one for one in outreach.get(quiet.organisation.pk, []) if localdate(one.at) >= quiet.last]
        calls = [one for one in since if one.way == Way.CALL]
        quiet.letters, quiet.calls, quiet.case = len(since) - len(calls), len(calls), cases.get(quiet.organisation.pk)
        quiet.called_on = localdate(calls[-1].at) if calls else None
        quiet.step = next_step(
            quiet.silence, letters=quiet.letters, calls=quiet.calls, removal_known=known, case_open=bool(quiet.case)
        )
    return rows

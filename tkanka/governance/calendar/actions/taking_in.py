"""Events that come from somebody's calendar file."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.calendar import EventAudience, EventKind, EventSource, may_enter_event
from tkanka.rules.standing import Standing

from ..incoming import Found
from ..outcomes import Outcome, own_key, weighed
from .events import cancel_event, put_event


def take_events_in(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    organisation: Organisation,
    audience: EventAudience,
    kind: EventKind,
    found: Iterable[Found],
) -> dict[Outcome, int]:
    """Enter what is new or other than before, for everybody to see whom `audience` names; how many of which."""
    with entry("events.taken_in", by=by, at=at) as record:
        ruling = may_enter_event(rulebook_of(network, localdate(at)), by, organisation=organisation.pk)
        record.rests_on(ruling)
        counts = dict.fromkeys(Outcome, 0)
        for one, outcome, event in weighed(network, organisation.pk, audience, found):
            counts[outcome] += 1
            if outcome == Outcome.CANCELLED and event:
                cancel_event(by=by, at=at, event=event)
            elif outcome in (Outcome.NEW, Outcome.CHANGED):
                key = own_key(organisation.pk, one)
                put_event(
                    by=by, at=at, network=network, source=EventSource.IMPORTED, source_key=key,
                    uid=f"imported-{key}@tkanka", title=one.title, text=one.text, starts_at=one.starts_at,
                    ends_at=one.ends_at, timezone=one.timezone, all_day=one.all_day, place=one.place, url=one.url,
                    audience=audience, organisation=organisation, published_at=event.published_at if event else at,
                    kind=event.kind if event else kind,
                )  # fmt: skip
        record.about(organisation, network=network.pk, **{str(name): n for name, n in counts.items()})
        return counts

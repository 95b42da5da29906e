"""The demo's events: what organisations hold besides the network's meetings."""

import tomllib
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from tkanka.governance.calendar import actions
from tkanka.governance.calendar.models import WARSAW
from tkanka.governance.calendar.queries import visible_events
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import network_by_slug
from tkanka.network.places.queries import units_coded
from tkanka.network.vocabulary.queries import concepts_coded
from tkanka.rules.calendar import EventAudience, EventKind, EventSource

from .networks import DEMO, known, noon
from .reading import DATA, NAMES

AN_HOUR = timedelta(hours=1)


def build_events(say: Callable[[str], None], now: datetime) -> None:
    """Every network's events, unless an organisation has entered one already."""
    told = tomllib.loads((DATA / "events.toml").read_text("utf8"))["event"]
    for name in NAMES:
        network = network_by_slug(name)
        rows = [row for row in told if row["network"] == name]
        if visible_events(network, DEMO, now.date()).filter(source=EventSource.OWN).exists():
            continue
        with transaction.atomic():
            for row in rows:
                enter(network, row, now)
        say(f"{network.short_name}: {len(rows)} events")


def enter(network: Network, row: dict[str, object], now: datetime) -> None:
    """One event; `day` is how many days from today, `at` the hour on the wall, without which it lasts whole days."""
    day = now.date() + timedelta(days=int(str(row["day"])))
    zone, hour = ZoneInfo(WARSAW), str(row.get("at", ""))
    starts = datetime.combine(day, time.fromisoformat(hour) if hour else time(), zone)
    lasts = (
        timedelta(minutes=int(str(row.get("minutes", 120)))) if hour else timedelta(days=int(str(row.get("days", 1))))
    )
    codes = [str(code) for code in row.get("themes", [])]  # type: ignore[attr-defined]
    with_others = [known(str(other)).pk for other in row.get("with", [])]  # type: ignore[attr-defined]
    written = noon(min(day, now.date()) - timedelta(days=int(str(row.get("told", 14)))))
    event = actions.enter_event(
        by=DEMO, at=written, network=network, organisation=known(str(row["by"])), hosts=with_others,
        title=str(row["title"]), text=str(row.get("text", "")), kind=EventKind(str(row["kind"])),
        starts_at=starts.astimezone(UTC), ends_at=(starts + lasts).astimezone(UTC), all_day=not hour,
        place=str(row.get("place", "")), area=next(iter(units_coded([str(row.get("area", ""))])), None),
        online=bool(row.get("online")), url=str(row.get("url", "")), audience=EventAudience(str(row["audience"])),
        themes=[concept.pk for concept in concepts_coded(codes)],
    )  # fmt: skip
    if row.get("cancelled"):
        actions.call_off_event(by=DEMO, at=written + AN_HOUR, event=event)

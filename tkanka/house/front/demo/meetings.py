"""The demo's meetings: past and to come, with agendas, a queue for places and papers handed in."""

import tomllib
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import bodies_of_kind, seats_of
from tkanka.governance.meetings import actions
from tkanka.governance.meetings.models import Meeting
from tkanka.governance.meetings.queries import visible_meetings
from tkanka.network.networks.models import Mandate, Network
from tkanka.network.networks.queries import main_representatives, network_by_slug, office_holders, standing_of
from tkanka.network.people.models import Person
from tkanka.network.places.queries import units_coded
from tkanka.rules.bodies import LEADING, BodyKind
from tkanka.rules.meetings import Frequency, MeetingKind, instant
from tkanka.rules.standing import Standing

from .networks import known
from .reading import DATA, NAMES

WARSAW = "Europe/Warsaw"


def build_meetings(say: Callable[[str], None], now: datetime) -> None:
    """Every network's meetings, unless it has some already."""
    told = tomllib.loads((DATA / "meetings.toml").read_text("utf8"))
    for name in NAMES:
        network = network_by_slug(name)
        rows = [row for row in told["meeting"] if row["network"] == name]
        if visible_meetings(network, office(network, now.date()), now.date()).exists():
            continue
        with transaction.atomic():
            for row in rows:
                hold(network, row, now)
            for row in told.get("series", []):
                if row["network"] == name:
                    repeat(network, row, now)
        say(f"{network.short_name}: {len(rows)} meetings")


def office(network: Network, day: date) -> Standing:
    """Whoever keeps the network first."""
    return standing_of(office_holders(network, day)[0].person, network, day)


def body_of(network: Network, kind: str, name: str = "") -> Body:
    """The body of that kind and name; without a name the one that was opened first."""
    found = bodies_of_kind(network, [kind]).filter(hidden=False).order_by("opened_on", "name")
    return found.get(name=name) if name else found[0]


def seated(body: Body, day: date) -> Standing:
    """Who calls the body's meetings: a lead, or of a body without leads the first of its seats."""
    seats = list(seats_of(body, day))
    seat = next((one for one in seats if one.role in LEADING), seats[0])
    return standing_of(seat.person, body.network, day)


def organiser(network: Network, told: dict[str, Any], day: date) -> Standing:
    if "body" in told:
        return seated(body_of(network, told["body"], told.get("name", "")), day)
    if told["kind"] == MeetingKind.DIRECTORS:
        return seated(body_of(network, BodyKind.ADVISORY), day)
    return office(network, day)


def hold(network: Network, told: dict[str, Any], now: datetime) -> Meeting:
    """One meeting: drafted and called some weeks before its day, and held if its day is past."""
    on = now.date() + timedelta(days=told["day"])
    starts = instant(on, time.fromisoformat(told["at"]), WARSAW)
    before = min(now, starts - timedelta(days=told.get("called", 21)))
    by = organiser(network, told, now.date())
    plain = ("title", "kind", "audience", "form", "about", "place", "join_link", "capacity", "per_organisation",
             "languages", "interpretation", "interpretation_booked", "access", "decision",
             "open_to_members")  # fmt: skip
    meeting = actions.draft_meeting(
        by=by, at=before, network=network, starts_at=starts, ends_at=starts + timedelta(minutes=told["minutes"]),
        body=body_of(network, told["body"], told.get("name", "")) if "body" in told else None,
        area=units_coded([told["area"]])[0] if "area" in told else None,
        host=known(told["host"]) if "host" in told else None, cohosts=[known(name) for name in told.get("cohosts", [])],
        **{name: told[name] for name in plain if name in told},
    )  # fmt: skip
    for title, minutes in told.get("agenda", []):
        actions.propose_item(by=by, at=before, meeting=meeting, title=title, minutes=minutes)
    if told.get("draft"):
        return meeting
    meeting = actions.call_meeting(by=by, at=before, meeting=meeting)
    come(meeting, told, before, starts, now)
    if starts < now:
        actions.close_meeting(by=by, at=starts + timedelta(hours=3), meeting=meeting)
    return meeting


def come(meeting: Meeting, told: dict[str, Any], before: datetime, starts: datetime, now: datetime) -> None:
    """Who takes a place, proposes something, hands something in, is there."""
    people = of_whom(meeting, told, now.date())
    for number, (person, mandate) in enumerate(people[: told.get("places", 0)], start=1):
        by = standing_of(person, meeting.network, now.date(), acting_for=mandate.organisation_id if mandate else None)
        at = before + timedelta(minutes=number)
        actions.register(by=by, at=at, meeting=meeting, organisation=mandate.organisation if mandate else None)
        if number == 1 and "proposal" in told:
            actions.propose_item(by=by, at=at, meeting=meeting, title=told["proposal"])
        if number <= told.get("papers", 0) and mandate:
            for kind in meeting.asks_for:
                actions.hand_in(by=by, at=at, meeting=meeting, organisation=mandate.organisation, kind=kind,
                                text=told["paper"])  # fmt: skip
    if starts < now:
        by = organiser(meeting.network, told, now.date())
        for person, mandate in people[: told.get("present", 0)]:
            party = mandate.organisation if mandate else None
            actions.note_presence(by=by, at=starts, meeting=meeting, person=person, organisation=party)


def of_whom(meeting: Meeting, told: dict[str, Any], day: date) -> list[tuple[Person, Mandate | None]]:
    """The people a meeting is for, each with the mandate they come by."""
    mandates = {m.person_id: m for m in main_representatives(meeting.network, day, limit=60)}
    if meeting.body is not None:
        return [(seat.person, mandates.get(seat.person_id)) for seat in seats_of(meeting.body, day)]
    return [(mandate.person, mandate) for mandate in mandates.values()]


def repeat(network: Network, told: dict[str, Any], now: datetime) -> None:
    """A series, with its drafts ahead."""
    body = body_of(network, told["body"]) if "body" in told else None
    actions.start_series(
        by=organiser(network, told, now.date()), at=now, network=network, body=body, title=told["title"],
        kind=told["kind"], audience=told["audience"], form=told["form"], languages=told.get("languages", ["pl"]),
        frequency=Frequency(told["frequency"]), interval=told["interval"], weekday=told["weekday"], nth=told["nth"],
        hour=time.fromisoformat(told["at"]), minutes=told["minutes"], since=now.date(), ahead=told["ahead"],
    )  # fmt: skip

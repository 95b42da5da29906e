"""Events as iCalendar, for letters and feeds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component
from icalendar import Event as EventComponent
from icalendar.prop import vCalAddress, vText

from .clocks import timezone_of

PRODUCT = "-//Tkanka//calendar//PL"
READ_AGAIN_HOURS = 4
CONTROLS = {code: None for code in (*range(32), 127) if code not in (9, 10)}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it is told to calendars elsewhere. `whole_days` makes begin and end days without an hour."""

    uid: str
    sequence: int
    title: str
    starts_at: datetime
    ends_at: datetime
    timezone: str
    stamped_at: datetime
    text: str = ""
    place: str = ""
    url: str = ""
    cancelled: bool = False
    whole_days: bool = False
    organiser: tuple[str, str] = ("", "")
    attendee: tuple[str, str] = ("", "")


def calendar_of(events: Iterable[Told], method: str = "PUBLISH", name: str = "") -> str:
    """The events as one iCalendar text, with the time zones they are told in.

    A calendar with a name is one that is read again and again.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", _bare(name))
        calendar.add("refresh-interval", timedelta(hours=READ_AGAIN_HOURS), {"VALUE": "DURATION"})
        calendar.add("x-published-ttl", f"PT{READ_AGAIN_HOURS}H")
    told = list(events)
    for zone in _zones(told):
        calendar.add_component(zone)
    for one in told:
        calendar.add_component(_component(one))
    return str(calendar.to_ical().decode())


def _zones(told: list[Told]) -> Iterator[Component]:
    """The clocks of the events that have an hour, from the year before the first to the one after the last."""
    years: dict[str, list[int]] = {}
    for one in told:
        if not one.whole_days and one.timezone != "UTC":
            years.setdefault(one.timezone, []).extend((one.starts_at.year, one.ends_at.year))
    for name, found in sorted(years.items()):
        yield timezone_of(name, min(found) - 1, max(found) + 1)


def _component(told: Told) -> EventComponent:
    zone = ZoneInfo(told.timezone)
    starts, ends = (_unmistakable(at.astimezone(zone)) for at in (told.starts_at, told.ends_at))
    made = EventComponent()
    made.add("uid", _bare(told.uid))
    made.add("sequence", told.sequence)
    made.add("dtstamp", told.stamped_at)
    made.add("dtstart", starts.date() if told.whole_days else starts)
    made.add("dtend", ends.date() if told.whole_days else ends)
    made.add("summary", _text(told.title))
    made.add("status", "CANCELLED" if told.cancelled else "CONFIRMED")
    for name, value in (("description", _text(told.text)), ("location", _text(told.place)), ("url", _bare(told.url))):
        if value:
            made.add(name, value)
    for name, (label, email) in (("organizer", told.organiser), ("attendee", told.attendee)):
        if email:
            made.add(name, _address(label, email), encode=False)
    return made


def _unmistakable(at: datetime) -> datetime:
    """The second of an hour that the clock shows twice is told in UTC: on the wall it would be the first."""
    return at.astimezone(UTC) if at.fold else at


def _text(said: str) -> str:
    """Without what the format does not allow."""
    return said.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS)


def _bare(said: str) -> str:
    """What stands unescaped, on one line: an address."""
    return _text(said).replace("\n", "").strip()


def _address(name: str, email: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{_bare(email)}")
    if name:
        address.params["CN"] = vText(_bare(name))
    return address

"""Events as iCalendar, for letters and feeds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Component
from icalendar.prop import vCalAddress, vText

PRODUCT = "-//Tkanka//calendar//PL"


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
    """The events as one iCalendar text, with the time zones they are told in."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
    for told in events:
        calendar.add_component(_component(told))
    calendar.add_missing_timezones()
    return str(calendar.to_ical().decode())


def _component(told: Told) -> Component:
    zone = ZoneInfo(told.timezone)
    starts, ends = told.starts_at.astimezone(zone), told.ends_at.astimezone(zone)
    made = Component()
    made.add("uid", told.uid)
    made.add("sequence", told.sequence)
    made.add("dtstamp", told.stamped_at)
    made.add("dtstart", starts.date() if told.whole_days else starts)
    made.add("dtend", ends.date() if told.whole_days else ends)
    made.add("summary", told.title)
    made.add("status", "CANCELLED" if told.cancelled else "CONFIRMED")
    for name, value in (("description", told.text), ("location", told.place), ("url", told.url)):
        if value:
            made.add(name, value)
    for name, (label, email) in (("organizer", told.organiser), ("attendee", told.attendee)):
        if email:
            made.add(name, _address(label, email), encode=False)
    return made


def _address(name: str, email: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    if name:
        address.params["CN"] = vText(name)
    return address

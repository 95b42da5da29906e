"""Events as iCalendar, for letters and feeds. The lines are written here, since a feed may have thousands of events
and the library takes ten times as long; clocks are the library's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from .clocks import timezone_of

PRODUCT = "-//Tkanka//calendar//PL"
READ_AGAIN = "PT4H"
OCTETS = 75
CONTROLS = {code: None for code in (*range(32), 127) if code not in (9, 10)}
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"} | CONTROLS)


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
    told = list(events)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", f"METHOD:{method}"]
    if name:
        lines += [f"X-WR-CALNAME:{_text(name)}", f"REFRESH-INTERVAL;VALUE=DURATION:{READ_AGAIN}"]
        lines += [f"X-PUBLISHED-TTL:{READ_AGAIN}"]
    lines += _zones(told)
    for one in told:
        lines += _lines(one)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _zones(told: list[Told]) -> Iterator[str]:
    """The clocks of the events that have an hour, from the year before the first to the one after the last."""
    years: dict[str, list[int]] = {}
    for one in told:
        if not one.whole_days and one.timezone != "UTC":
            years.setdefault(one.timezone, []).extend((one.starts_at.year, one.ends_at.year))
    for name, found in sorted(years.items()):
        yield from timezone_of(name, min(found) - 1, max(found) + 1).to_ical().decode().splitlines()


def _lines(told: Told) -> Iterator[str]:
    zone = ZoneInfo(told.timezone)
    starts, ends = (_unmistakable(at.astimezone(zone)) for at in (told.starts_at, told.ends_at))
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(told.uid)}"
    yield f"SEQUENCE:{told.sequence}"
    yield f"DTSTAMP{_instant(told.stamped_at.astimezone(UTC))}"
    yield f"DTSTART{_day(starts) if told.whole_days else _instant(starts)}"
    yield f"DTEND{_day(ends) if told.whole_days else _instant(ends)}"
    yield f"SUMMARY:{_text(told.title)}"
    yield f"STATUS:{'CANCELLED' if told.cancelled else 'CONFIRMED'}"
    if told.text:
        yield f"DESCRIPTION:{_text(told.text)}"
    if told.place:
        yield f"LOCATION:{_text(told.place)}"
    if told.url:
        yield f"URL:{_bare(told.url)}"
    for name, (label, email) in (("ORGANIZER", told.organiser), ("ATTENDEE", told.attendee)):
        if email:
            yield f"{name}{_called(label)}:mailto:{_bare(email)}"
    yield "END:VEVENT"


def _instant(at: datetime) -> str:
    """By a clock of the file, or by that of the world."""
    if at.tzinfo is UTC or str(at.tzinfo) == "UTC":
        return f":{at:%Y%m%dT%H%M%S}Z"
    return f";TZID={at.tzinfo}:{at:%Y%m%dT%H%M%S}"


def _day(at: datetime) -> str:
    return f";VALUE=DATE:{at:%Y%m%d}"


def _text(said: str) -> str:
    return said.replace("\r\n", "\n").replace("\r", "\n").translate(ESCAPED)


def _bare(said: str) -> str:
    """What stands unescaped: an address."""
    return said.translate(CONTROLS).replace("\n", "").strip()


def _called(name: str) -> str:
    return f';CN="{_bare(name).replace(chr(34), chr(39))}"' if name else ""


def _folded(line: str) -> str:
    """In pieces of at most 75 octets, none of which parts a letter."""
    if line.isascii():
        rest = range(OCTETS, len(line), OCTETS - 1)
        return "\r\n ".join([line[:OCTETS], *(line[at : at + OCTETS - 1] for at in rest)])
    pieces, room = [], OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append("\r\n ")
            room = OCTETS - 1
        pieces.append(letter)
        room -= size
    return "".join(pieces)


def _unmistakable(at: datetime) -> datetime:
    """The second of an hour that the clock shows twice is told in UTC: on the wall it would be the first."""
    return at.astimezone(UTC) if at.fold else at

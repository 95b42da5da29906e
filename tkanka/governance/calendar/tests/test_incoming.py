"""Calendar files of many makes: each event is taken with the right instants, or left out with its reason."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tkanka.governance.calendar.incoming import Unreadable, read

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
WARSAW = ZoneInfo("Europe/Warsaw")
OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Biuro w Olsztynie
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""


def event(*lines, uid="a", title="Dyżur"):
    said = [f"UID:{uid}"] * bool(uid) + [f"SUMMARY:{title}"] * bool(title)
    return "\n".join(["BEGIN:VEVENT", *said, *lines, "END:VEVENT"]) + "\n"


def calendar(*parts, head=""):
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{head}{''.join(parts)}END:VCALENDAR\n".replace("\n", "\r\n")


def taken(*parts, head=""):
    return read(calendar(*parts, head=head), AT)


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lines", "starts", "ends"),
    [
        (["DTSTART:20261201T090000Z", "DTEND:20261201T100000Z"], utc(2026, 12, 1, 9), utc(2026, 12, 1, 10)),
        (["DTSTART;TZID=Europe/Warsaw:20261201T100000", "DTEND;TZID=Europe/Warsaw:20261201T110000"],
         utc(2026, 12, 1, 9), utc(2026, 12, 1, 10)),
        (["DTSTART;TZID=Central European Standard Time:20270701T100000", "DURATION:PT90M"],
         utc(2027, 7, 1, 8), utc(2027, 7, 1, 9, 30)),
        (["DTSTART;TZID=/mozilla.org/20050126_1/Europe/Kyiv:20270701T100000"], utc(2027, 7, 1, 7), utc(2027, 7, 1, 7)),
        (["DTSTART;TZID=Biuro w Olsztynie:20270701T100000", "DURATION:PT1H"], utc(2027, 7, 1, 8), utc(2027, 7, 1, 9)),
        (["DTSTART;TZID=Biuro w Olsztynie:20270101T100000", "DURATION:PT1H"], utc(2027, 1, 1, 9), utc(2027, 1, 1, 10)),
        (["DTSTART;TZID=Europe/Warsaw:20261201T100000", "DTEND;TZID=Europe/London:20261201T100000"],
         utc(2026, 12, 1, 9), utc(2026, 12, 1, 10)),
        # The night the clock goes forward: a day on the wall has 23 hours.
        (["DTSTART;TZID=Europe/Warsaw:20270327T120000", "DURATION:P1D"], utc(2027, 3, 27, 11), utc(2027, 3, 28, 10)),
        (["DTSTART;TZID=Europe/Warsaw:20270327T120000", "DURATION:PT23H"], utc(2027, 3, 27, 11), utc(2027, 3, 28, 10)),
        (["DTSTART;VALUE=DATE:20261201"], utc(2026, 11, 30, 23), utc(2026, 12, 1, 23)),
        (["DTSTART;VALUE=DATE:20270328", "DTEND;VALUE=DATE:20270329"], utc(2027, 3, 27, 23), utc(2027, 3, 28, 22)),
        (["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261201"], utc(2026, 11, 30, 23), utc(2026, 12, 1, 23)),
        (["DTSTART;VALUE=DATE:20261201", "DURATION:P2D"], utc(2026, 11, 30, 23), utc(2026, 12, 2, 23)),
    ],
)  # fmt: skip
def test_every_way_of_telling_a_time(lines, starts, ends):
    (one,) = taken(OWN_ZONE, event(*lines))
    assert one.trouble is None
    assert (one.starts_at, one.ends_at) == (starts, ends)
    assert one.notes == ()


@pytest.mark.parametrize(
    ("line", "starts", "note"),
    [
        ("DTSTART:20261201T100000", utc(2026, 12, 1, 9), "floating"),
        ("DTSTART;TZID=Europe/Warsaw:20270328T023000", utc(2027, 3, 28, 1, 30), "hour_left_out"),
        ("DTSTART;TZID=Europe/Warsaw:20271031T023000", utc(2027, 10, 31, 0, 30), "hour_twice"),
    ],
)
def test_what_can_be_understood_in_two_ways_is_said(line, starts, note):
    (one,) = taken(event(line, "DURATION:PT1H"))
    assert (one.starts_at, one.notes) == (starts, (note,))


def test_floating_times_follow_the_zone_the_calendar_names():
    (one,) = taken(event("DTSTART:20261201T100000"), head="X-WR-TIMEZONE:Europe/Kyiv\n")
    assert (one.starts_at, one.timezone) == (utc(2026, 12, 1, 8), "Europe/Kyiv")


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (event("DTSTART;TZID=Nowhere/Land:20261201T100000"), "unknown_zone"),
        (event("DTSTART:2026-12-01"), "unreadable_time"),
        (event("DTSTART:20261201T090000Z", "DTEND:20261201T080000Z"), "ends_before_start"),
        (event("DTSTART;VALUE=DATE:20261201", "DTEND:20261201T080000Z"), "mixed_ends"),
        (event("DTSTART:20261201T090000Z", "DTEND:20270401T080000Z"), "too_long"),
        (event("DTSTART:20261201T090000Z", uid=""), "no_uid"),
        (event("DTSTART:20261201T090000Z", title=""), "no_title"),
        (event("LOCATION:Olsztyn"), "no_start"),
        (event("DTSTART:20201201T090000Z"), "out_of_reach"),
        (event("DTSTART:20201201T090000Z", "RRULE:FREQ=DAILY;COUNT=3"), "out_of_reach"),
        (event("DTSTART:20261201T090000Z", "CLASS:PRIVATE"), "private"),
        (event("DTSTART:20261201T090000Z", "RRULE:FREQ=HOURLY"), "too_often"),
        (event("DTSTART:20261201T090000Z", "RRULE:FREQ=NEVER"), "unreadable_time"),
        (event("DTSTART:19601201T090000Z", "RRULE:FREQ=YEARLY"), "too_long_ago"),
        (event("DTSTART:20201201T090000Z", "RRULE:FREQ=DAILY"), "too_many"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_named_with_its_reason(part, code):
    (one,) = taken(part)
    assert one.trouble.code == code
    assert one.title in ("Dyżur", "a")


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "no_calendar"), ("<html>", "no_calendar"), ("BEGIN:VCALENDAR\r\nEND:VCALENDAR", "no_events"),
     (event("DTSTART:20261201T090000Z"), "no_calendar")],
)  # fmt: skip
def test_what_is_no_calendar_is_refused_whole(text, code):
    with pytest.raises(Unreadable, match=code):
        read(text, AT)


def test_a_series_keeps_its_hour_on_the_wall_and_leaves_out_what_it_says():
    series = event(
        "DTSTART;TZID=Europe/Warsaw:20270301T180000", "DURATION:PT2H", "RRULE:FREQ=WEEKLY;UNTIL=20270412T160000Z",
        "EXDATE;TZID=Europe/Warsaw:20270308T180000,20270315T180000", "EXDATE:20270322T170000Z",
        "RDATE;TZID=Europe/Warsaw:20270401T180000",
    )  # fmt: skip
    found = taken(series)
    local = [one.starts_at.astimezone(WARSAW) for one in found]
    assert [f"{at:%m-%d %H:%M}" for at in local] == [
        "03-01 18:00", "03-29 18:00", "04-01 18:00", "04-05 18:00", "04-12 18:00",
    ]  # fmt: skip
    assert [one.starts_at.hour for one in found] == [17, 16, 16, 16, 16]
    assert {one.ends_at - one.starts_at for one in found} == {timedelta(hours=2)}
    assert len({one.key for one in found}) == 5


def test_moved_and_cancelled_times_of_a_series_take_the_place_of_what_they_stand_for():
    series = event("DTSTART;TZID=Europe/Warsaw:20270322T180000", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Warsaw:20270329T180000",
        "DTSTART;TZID=Europe/Warsaw:20270330T190000",
        title="Inaczej",
    )
    off = event("RECURRENCE-ID:20270405T160000Z", "DTSTART:20270405T160000Z", "STATUS:CANCELLED")
    found = taken(off, moved, series)
    assert [(one.title, one.starts_at, one.cancelled) for one in found] == [
        ("Dyżur", utc(2027, 3, 22, 17), False),
        ("Inaczej", utc(2027, 3, 30, 17), False),
        ("Dyżur", utc(2027, 4, 5, 16), True),
    ]
    whole = taken(series)
    assert [one.key for one in found] == [one.key for one in whole]


def test_a_change_of_the_whole_rest_of_a_series_is_left_out():
    series = event("DTSTART:20270322T180000Z", "RRULE:FREQ=WEEKLY;COUNT=2")
    rest = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20270329T180000Z", "DTSTART:20270330T180000Z")
    found = taken(series, rest)
    assert [one.trouble.code for one in found if one.trouble] == ["range"]
    assert len([one for one in found if one.trouble is None]) == 2


def test_of_two_writings_of_an_event_the_newer_counts():
    old = event("DTSTART:20261201T090000Z", "SEQUENCE:1")
    new = event("DTSTART:20261202T090000Z", "SEQUENCE:2")
    found = taken(new, old)
    assert [one.trouble.code if one.trouble else one.starts_at.day for one in found] == ["written_twice", 2]


def test_a_rule_nobody_can_meet_ends():
    (one,) = taken(event("DTSTART:20261201T090000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
    assert one.starts_at == utc(2026, 12, 1, 9)


def broken(*lines, name="Biuro"):
    return "\n".join(["BEGIN:VTIMEZONE", f"TZID:{name}", *lines, "END:VTIMEZONE"]) + "\n"


STANDARD = ["BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD"]


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("", "Biuro"),
        (broken(), "Biuro"),
        (broken("X-NOTE:nothing"), "Biuro"),
        (broken("BEGIN:STANDARD", "DTSTART:19701025T030000", "END:STANDARD"), "Biuro"),
        (broken("BEGIN:STANDARD", "DTSTART:never", *STANDARD[2:]), "Biuro"),
        (broken(*STANDARD[:2], "TZOFFSETFROM:two", "TZOFFSETTO:one", "END:STANDARD"), "Biuro"),
        (broken(*STANDARD, name="Other"), "Biuro"),
        ("", "../../etc/passwd"),
        ("", "Europe/"),
        ("", "Europe"),
        ("", "America/Argentina"),
    ],
)
def test_a_time_in_a_broken_zone_is_left_out_by_name_and_the_rest_is_taken(zone, name):
    fine = event("DTSTART:20261201T090000Z", uid="b", title="Zwykłe")
    found = taken(zone, event(f"DTSTART;TZID={name}:20270701T100000"), fine)
    assert [(one.title, one.trouble and one.trouble.code) for one in found] == [
        ("Dyżur", "unknown_zone"), ("Zwykłe", None),
    ]  # fmt: skip


def test_a_known_name_is_believed_before_a_broken_definition_of_it():
    (one,) = taken(broken(name="Europe/Warsaw"), event("DTSTART;TZID=Europe/Warsaw:20270701T100000"))
    assert (one.starts_at, one.trouble) == (utc(2027, 7, 1, 8), None)


def test_a_zone_may_be_defined_after_its_events():
    (one,) = taken(event("DTSTART;TZID=Biuro:20270101T100000"), broken(*STANDARD))
    assert (one.starts_at, one.trouble) == (utc(2027, 1, 1, 9), None)

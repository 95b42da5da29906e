"""A second reader of iCalendar, written from the standard alone: what another program makes of our feeds.

It knows no list of time zones: it follows the VTIMEZONE of the file, as a strict program does.
"""

import re
from datetime import UTC, date, datetime, timedelta

from dateutil.rrule import rrulestr


def lines_of(text):
    """Lines as they were before they were folded: name, parameters, value."""
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        if not line.strip():
            continue
        head, value = re.match(r'((?:[^":]|"[^"]*")+):(.*)', line).groups()
        name, *parameters = re.findall(r'(?:[^";]|"[^"]*")+', head)
        yield name.upper(), dict(p.split("=", 1) for p in parameters), value


def tree_of(text):
    root = {"name": "", "props": [], "parts": []}
    stack = [root]
    for name, parameters, value in lines_of(text):
        if name == "BEGIN":
            part = {"name": value.upper(), "props": [], "parts": []}
            stack[-1]["parts"].append(part)
            stack.append(part)
        elif name == "END":
            assert stack.pop()["name"] == value.upper()
        else:
            stack[-1]["props"].append((name, parameters, value))
    assert stack == [root]
    return root["parts"]


def one(part, name):
    return next(((p, v) for n, p, v in part["props"] if n == name), (None, None))


def wall(text):
    return datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S" if "T" in text else "%Y%m%d")


def offset(text):
    sign = -1 if text[0] == "-" else 1
    return sign * timedelta(hours=int(text[1:3]), minutes=int(text[3:5]))


def onsets(zone, until):
    """When each rule of a zone begins, told by the clock before, and the offset that then holds."""
    found = []
    for part in zone["parts"]:
        first = wall(one(part, "DTSTART")[1])
        begins = {first}
        for name, _, value in part["props"]:
            if name == "RDATE":
                begins |= {wall(text) for text in value.split(",")}
            if name == "RRULE":
                rule = rrulestr(re.sub(r"UNTIL=(\d+T\d+)Z", r"UNTIL=\1", value), dtstart=first)
                begins |= set(rule.between(first, until, inc=True))
        before, after = offset(one(part, "TZOFFSETFROM")[1]), offset(one(part, "TZOFFSETTO")[1])
        found += [(at, before, after) for at in begins]
    return sorted(found)


def instant(text, parameters, zones):
    """When it is, in UTC; a day stays a day."""
    if parameters.get("VALUE") == "DATE":
        return wall(text).date()
    if text.endswith("Z"):
        return wall(text).replace(tzinfo=UTC)
    at, held = wall(text), None
    for begins, before, after in onsets(zones[parameters["TZID"]], at + timedelta(days=366)):
        if held is None:
            held = before
        # The onset is told by the clock before it, so an hour that comes twice is meant the first time.
        if at >= begins:
            held = after
    return (at - held).replace(tzinfo=UTC)


def unescaped(text):
    return re.sub(r"\\([nN,;\\])", lambda m: "\n" if m[1] in "nN" else m[1], text)


def events_of(text):
    """UID → what a program would show."""
    (calendar,) = tree_of(text)
    assert calendar["name"] == "VCALENDAR"
    assert one(calendar, "VERSION")[1] == "2.0"
    zones = {one(p, "TZID")[1]: p for p in calendar["parts"] if p["name"] == "VTIMEZONE"}
    found = {}
    for part in calendar["parts"]:
        if part["name"] != "VEVENT":
            continue
        said = {name: unescaped(value) for name, _, value in part["props"]}
        for name in ("DTSTART", "DTEND"):
            parameters, value = one(part, name)
            said[name] = instant(value, parameters, zones)
        assert said["UID"] not in found
        found[said["UID"]] = said
    return found


def is_day(value):
    return isinstance(value, date) and not isinstance(value, datetime)

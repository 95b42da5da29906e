"""What a group's own words about its meetings say: how often, how long, in what form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .kinds import MeetingForm
from .series import Frequency

NUMBERS = {"jeden": 1, "jedną": 1, "jedna": 1, "dwa": 2, "dwie": 2, "trzy": 3, "cztery": 4, "pięć": 5, "sześć": 6}
NUMBER = r"(\d{1,3}|" + "|".join(NUMBERS) + ")"
HALF_HOURS = re.compile(r"półtorej godz|półtorag|1[,.]5 ?godz|1,5 ?h\b")


@dataclass(frozen=True, slots=True)
class Told:
    """What was understood; None for what was not said, or not in words that leave no doubt."""

    frequency: Frequency | None = None
    interval: int | None = None
    minutes: int | None = None
    form: MeetingForm | None = None


def read_rhythm(words: str) -> Told:
    """A reading of such a line as “co dwa tygodnie, 60 minut, online”, to begin a series with; somebody looks at it."""
    said = " ".join(words.casefold().split())
    frequency, interval = _rhythm(said)
    return Told(frequency, interval, _minutes(said), _form(said))


def _rhythm(said: str) -> tuple[Frequency | None, int | None]:
    if found := re.search(rf"co {NUMBER} tygodni", said):
        return Frequency.WEEKLY, _within(found[1])
    if re.search(r"co tydzień|(raz (w|na) tygodni|raz na tydzień)|cotygodniow", said):
        return Frequency.WEEKLY, 1
    if found := re.search(rf"co {NUMBER} miesi", said):
        return Frequency.MONTHLY_ON_WEEKDAY, _within(found[1])
    if re.search(r"co miesiąc|raz (w miesiącu|na miesiąc)|comiesięczn", said):
        return Frequency.MONTHLY_ON_WEEKDAY, 1
    if re.search(r"co kwartał|raz (w kwartale|na kwartał)|kwartaln", said):
        return Frequency.MONTHLY_ON_WEEKDAY, 3
    return None, None


def _within(number: str) -> int | None:
    count = NUMBERS.get(number) or (int(number) if number.isdigit() else 0)
    return count if 1 <= count <= 24 else None


def _minutes(said: str) -> int | None:
    if HALF_HOURS.search(said):
        return 90
    if found := re.search(r"(\d{1,3}) ?min", said):
        return int(found[1]) if int(found[1]) >= 5 else None
    if found := re.search(rf"{NUMBER} ?(godz|h\b)", said):
        hours = NUMBERS.get(found[1]) or int(found[1])
        return hours * 60 if 1 <= hours <= 24 else None
    return 60 if re.search(r"\bgodzin[aęy]\b", said) else None


def _form(said: str) -> MeetingForm | None:
    online = bool(re.search(r"online|on-line|zdaln|internet", said))
    there = bool(re.search(r"stacjonarn|na żywo|na miejscu|twarzą w twarz", said))
    if "hybryd" in said or (online and there):
        return MeetingForm.HYBRID
    if online:
        return MeetingForm.ONLINE
    return MeetingForm.IN_PERSON if there else None

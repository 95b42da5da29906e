"""Days and moments as people write them in Polish, English and Ukrainian, with the right cases."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import get_language

from .typography import NBSP, counted

WEEKDAYS: dict[str, tuple[str, ...]] = {
    "pl": ("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "uk": ("понеділок", "вівторок", "середа", "четвер", "пʼятниця", "субота", "неділя"),
}
ON_WEEKDAY: dict[str, tuple[str, ...]] = {
    "pl": (
        "w poniedziałek",
        "we wtorek",
        "w środę",
        "w czwartek",
        "w piątek",
        "w sobotę",
        "w niedzielę",
    ),
    "en": tuple(f"on {name}" for name in WEEKDAYS["en"]),
    "uk": ("у понеділок", "у вівторок", "у середу", "у четвер", "у пʼятницю", "у суботу", "у неділю"),
}
UNTIL_WEEKDAY: dict[str, tuple[str, ...]] = {
    "pl": ("do poniedziałku", "do wtorku", "do środy", "do czwartku", "do piątku", "do soboty", "do niedzieli"),
    "en": tuple(f"until {name}" for name in WEEKDAYS["en"]),
    "uk": ("до понеділка", "до вівторка", "до середи", "до четверга", "до пʼятниці", "до суботи", "до неділі"),
}
NAMES = {"on": ON_WEEKDAY, "until": UNTIL_WEEKDAY, "full": WEEKDAYS, "weekday": WEEKDAYS}
SHORT_WEEKDAYS = {
    "pl": ("pn", "wt", "śr", "cz", "pt", "sb", "nd"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "uk": ("пн", "вт", "ср", "чт", "пт", "сб", "нд"),
}
MONTH_WORDS = {
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "en": "January February March April May June July August September October November December",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
SHORT_MONTH_WORDS = {
    "pl": "sty lut mar kwi maja cze lip sie wrz paź lis gru",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "uk": "січ лют бер кві тра чер лип сер вер жов лис гру",
}
MONTHS = {lang: words.split() for lang, words in MONTH_WORDS.items()}
SHORT_MONTHS = {lang: words.split() for lang, words in SHORT_MONTH_WORDS.items()}
NEAR = {
    "pl": {-1: "wczoraj", 0: "dziś", 1: "jutro"},
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
    "uk": {-1: "учора", 0: "сьогодні", 1: "завтра"},
}
# one, few, many
UNITS: dict[str, dict[str, tuple[str, str, str]]] = {
    "pl": {
        "day": ("dzień", "dni", "dni"),
        "month": ("miesiąc", "miesiące", "miesięcy"),
        "year": ("rok", "lata", "lat"),
    },
    "en": {
        "day": ("day", "days", "days"),
        "month": ("month", "months", "months"),
        "year": ("year", "years", "years"),
    },
    "uk": {
        "day": ("день", "дні", "днів"),
        "month": ("місяць", "місяці", "місяців"),
        "year": ("рік", "роки", "років"),
    },
}
AHEAD = {"pl": "za {}", "en": "in {}", "uk": "за {}"}
PAST = {"pl": "{} temu", "en": "{} ago", "uk": "{} тому"}


def tongue() -> str:
    """The language of the page: one of pl, en, uk."""
    found = (get_language() or "pl")[:2]
    return found if found in WEEKDAYS else "pl"


def local(at: date | datetime) -> date | datetime:
    """A moment in the time of the house; a day stays a day."""
    if isinstance(at, datetime) and timezone.is_aware(at):
        return timezone.localtime(at)
    return at


def only_day(at: date | datetime) -> date:
    at = local(at)
    return at.date() if isinstance(at, datetime) else at


def day(at: date | datetime, how: str, today: date) -> str:
    """A day in words: "27 listopada", with the year when it is another than this one.

    how: "on" (w czwartek, 27 listopada), "until" (do czwartku, …), "full" (czwartek, 27 listopada 2026, always with
    its year), "long" (27 listopada 2026), "short" (27 lis 2026), "weekday" (czwartek, 27 listopada).
    """
    when, lang = only_day(at), tongue()
    months = SHORT_MONTHS if how == "short" else MONTHS
    words = f"{when.day}{NBSP}{months[lang][when.month - 1]}"
    if how in ("full", "short", "long") or when.year != today.year:
        words += f"{NBSP if how == 'short' else ' '}{when.year}"
    names = NAMES.get(how)
    if not names:
        return words
    return f"{names[lang][when.weekday()].replace('w ', f'w{NBSP}')}, {words}"


def moment(at: datetime, how: str, now: datetime) -> str:
    """A day, its hour and how far it is: "w czwartek, 27 listopada, 10:00 (za 7 dni)".

    how: as for `day`; with "plain" after a comma or alone ("plain") the distance is left out.
    """
    parts = [part.strip() for part in how.split(",")]
    near = "plain" not in parts
    parts = [part for part in parts if part and part != "plain"] or ["on"]
    words = f"{day(at, parts[0], only_day(now))}, {hour(at)}"
    return f"{words} ({ago(at, now)})" if near else words


def month(number: int) -> str:
    """A month after a preposition: "do (października)", "by (October)"."""
    return MONTHS[tongue()][number - 1]


def hour(at: datetime) -> str:
    """10:00, in the time of the house."""
    when = local(at)
    assert isinstance(when, datetime)
    return f"{when.hour}:{when.minute:02}"


def ago(at: date | datetime, now: date | datetime) -> str:
    """How far a day is, in days, months or years: "za 7 dni", "wczoraj", "3 miesiące temu"."""
    lang, when, today = tongue(), only_day(at), only_day(now)
    days = (when - today).days
    if days in NEAR[lang]:
        return NEAR[lang][days]
    words = span(abs(days), lang)
    return (AHEAD if days > 0 else PAST)[lang].format(words)


def span(days: int, lang: str = "") -> str:
    """A number of days in the unit people use: days up to two months, then months, from two years on years."""
    lang = lang or tongue()
    number, unit = (days, "day") if days < 60 else (days // 30, "month") if days < 730 else (days // 365, "year")
    one, few, many = UNITS[lang][unit]
    return f"{number}{NBSP}{counted(number, one, few, many, lang)}"

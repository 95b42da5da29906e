"""What the things that an agenda speaks of are called, and how often a series comes round."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from tkanka.rules.meetings import Cadence, Frequency

THINGS = {
    "activity": _("działanie"),
    "amendment": _("zmiana karty"),
    "body": _("grupa albo organ"),
    "decision": _("decyzja"),
    "discussion": _("dyskusja"),
    "dispute": _("spór"),
    "document": _("dokument"),
    "event": _("wydarzenie"),
    "meeting": _("spotkanie"),
    "motion": _("wniosek"),
    "organisation": _("organizacja"),
    "position": _("stanowisko"),
    "publication": _("publikacja"),
    "result": _("wynik pracy grupy"),
}


def thing_label(kind: str) -> str:
    """The kind of a thing in the reader's language."""
    return str(THINGS.get(kind, kind))


WEEKDAYS = (
    _("poniedziałek"), _("wtorek"), _("środa"), _("czwartek"), _("piątek"), _("sobota"), _("niedziela")
)  # fmt: skip
LAST = (
    _("ostatni poniedziałek miesiąca"), _("ostatni wtorek miesiąca"), _("ostatnia środa miesiąca"),
    _("ostatni czwartek miesiąca"), _("ostatni piątek miesiąca"), _("ostatnia sobota miesiąca"),
    _("ostatnia niedziela miesiąca"),
)  # fmt: skip


def rhythm(cadence: Cadence) -> str:
    """ "co 2 tygodnie, poniedziałek", "co miesiąc, ostatni piątek miesiąca"."""
    every, weekday = cadence.interval, str(WEEKDAYS[cadence.weekday])
    if cadence.frequency == Frequency.WEEKLY:
        often = ngettext("co tydzień", "co %(n)s tygodni", every) % {"n": every}
        return f"{often}, {weekday}"
    often = ngettext("co miesiąc", "co %(n)s miesięcy", every) % {"n": every}
    if cadence.frequency == Frequency.MONTHLY_ON_DAY:
        when = _("%(day)s. dnia miesiąca") % {"day": cadence.day}
    elif cadence.nth < 0:
        when = str(LAST[cadence.weekday])
    else:
        when = _("%(weekday)s, %(nth)s. w miesiącu") % {"weekday": weekday, "nth": cadence.nth}
    return f"{often}, {when}"

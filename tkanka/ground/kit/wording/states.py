"""The states of every lifecycle, by the name of their enum."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Promise

STATES: dict[str, dict[str, Promise]] = {
    "ApplicationState": {
        "draft": _("szkic"),
        "submitted": _("złożony"),
        "asked": _("czeka na odpowiedź wnioskujących"),
        "accepted": _("przyjęty"),
        "refused": _("odrzucony"),
        "withdrawn": _("wycofany"),
    },
    "MembershipState": {
        "active": _("czynne"),
        "resigned": _("zakończone rezygnacją"),
        "removed": _("zakończone wykluczeniem"),
    },
    "StatusState": {
        "active": _("w mocy"),
        "ended": _("zakończony"),
    },
    "RemovalState": {
        "prepared": _("w przygotowaniu"),
        "noticed": _("zawiadomiono organizację"),
        "answered": _("organizacja odpowiedziała"),
        "removed": _("wykluczono"),
        "dropped": _("zaniechano"),
    },
    "LinkState": {
        "claimed": _("czeka na potwierdzenie"),
        "confirmed": _("potwierdzone"),
        "denied": _("niepotwierdzone przez drugą stronę"),
        "ended": _("zakończone"),
    },
    "ActivityState": {
        "planned": _("planowane"),
        "ongoing": _("trwa"),
        "suspended": _("zawieszone"),
        "ended": _("zakończone"),
    },
}

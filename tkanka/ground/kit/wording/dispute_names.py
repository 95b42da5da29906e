"""What disputes are made of."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Promise

NAMES: dict[str, dict[str, Promise]] = {
    "Part": {
        "party": _("strona sporu"),
        "handler": _("osoba prowadząca sprawę"),
        "adviser": _("osoba z grupy doradczej"),
        "substitute": _("zastępstwo"),
        "mediator": _("mediator_ka"),
    },
    "Holder": {
        "coordinator": _("Koordynator_ka"),
        "advisory_group": _("grupa doradcza"),
    },
}
STATES: dict[str, dict[str, Promise]] = {
    "DisputeState": {
        "intake": _("nowe zgłoszenie"),
        "mediation": _("w mediacji"),
        "asked": _("czeka na decyzję o naradzie"),
        "admitted": _("na naradzie członków"),
        "settled": _("zakończony ugodą"),
        "decided": _("rozstrzygnięty przez członków"),
        "closed": _("sprawa zamknięta"),
        "withdrawn": _("wycofany"),
    },
}

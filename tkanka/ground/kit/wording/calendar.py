"""The calendar."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "dates_coordinated": Wording(
        _("Terminy wydarzeń uzgadniamy ze sobą."),
        _("Terminy wydarzeń uzgadniamy ze sobą."),
    ),
    "joint_events": Wording(
        _("Wydarzenia organizujemy też wspólnie."),
        _("Wydarzenia organizujemy też wspólnie."),
    ),
    "own_people_enter_events": Wording(
        _("Wydarzenie wpisują osoby z tej organizacji albo sekretariat."),
        _("Wydarzenie wpisują i zmieniają tylko osoby z tej organizacji albo sekretariat."),
    ),
    "feed_of_own_circle": Wording(
        _("To kalendarz Twojej grupy lub organizacji."),
        _("Adres tego kalendarza dostają tylko osoby z tej grupy lub organizacji."),
    ),
    "own_feed": Wording(
        _("To Twój adres kalendarza."),
        _("Unieważnić można tylko własny adres kalendarza."),
    ),
    "event_stands": Wording(
        _("Wydarzenie jest w planie."),
        _("To wydarzenie jest odwołane."),
    ),
}

"""The settings of a network and the lists of words by which networks describe their work."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "settings.for_those_who_belong": Wording(
        _("Ustawienia ogląda każdy, kto należy do sieci."),
        _("Ustawienia sieci widzą osoby z organizacji, które do niej należą."),
    ),
    "vocabulary.office_needed": Wording(
        _("Słowniki prowadzą osoby pełniące funkcje w sieci."),
        _("Słowniki zmieniają tylko koordynacja i sekretariat sieci."),
        _("Zaproponuj zmianę sekretariatowi."),
    ),
    "vocabulary.list_is_fixed": Wording(
        _("Do tego słownika można dodawać pojęcia i je wycofywać."),
        _("Na pojęciach tego słownika opierają się zasady, dlatego jego skład jest stały."),
        _("Można zmienić brzmienie pojęcia i dodać synonimy."),
    ),
    "vocabulary.code_is_taken": Wording(
        _("Kod jest wolny."),
        _("Ten kod ma już inne pojęcie słownika, być może wycofane."),
        _("Wybierz inny kod albo przywróć wycofane pojęcie."),
    ),
    "vocabulary.parent_is_retired": Wording(
        _("Pojęcie nadrzędne jest w użyciu."),
        _("Pojęcie musi stać pod właściwym pojęciem nadrzędnym, które jest w użyciu."),
        _("Wybierz inne pojęcie nadrzędne albo najpierw przywróć wycofane."),
    ),
    "vocabulary.synonym_says_nothing": Wording(
        _("Synonim zawiera litery lub cyfry."),
        _("Synonim musi zawierać litery lub cyfry."),
    ),
    "vocabulary.synonym_is_known": Wording(
        _("Synonim jest nowy."),
        _("To pojęcie ma już taką nazwę w tym języku."),
    ),
    "vocabulary.already_retired": Wording(
        _("Pojęcie jest w użyciu."),
        _("To pojęcie jest już wycofane."),
    ),
    "vocabulary.not_retired": Wording(
        _("Pojęcie jest wycofane."),
        _("To pojęcie jest w użyciu, więc nie ma czego przywracać."),
    ),
    "vocabulary.no_neighbour": Wording(
        _("Obok jest inne pojęcie."),
        _("Dalej się nie da: to koniec listy."),
    ),
    "vocabulary.children_in_use": Wording(
        _("Pod tym pojęciem nie ma innych w użyciu."),
        _("Pod tym pojęciem są inne, które są w użyciu."),
        _("Najpierw wycofaj pojęcia podrzędne."),
    ),
    "vocabulary.successor_unfit": Wording(
        _("Następca pasuje."),
        _("Następcą może być tylko inne pojęcie tego słownika, które jest w użyciu."),
    ),
}

"""What the map's choices are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .questions import By, Measure

AREAS: dict[str, Promise] = {
    By.POWIAT: _("powiaty"),
    By.VOIVODESHIP: _("województwa"),
    By.SUBREGION: _("subregiony"),
}
MEASURES: dict[str, Promise] = {
    Measure.ORGANISATIONS: _("liczba organizacji"),
    Measure.ACTIVITIES: _("liczba działań"),
    Measure.CAPACITY: _("ile osób mogą przyjąć"),
}

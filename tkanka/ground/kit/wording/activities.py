"""Why an activity may not be entered, changed or deleted."""

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "enters_activities": Wording(
        _("Osoba wpisuje działania organizacji z tej sieci."),
        _("Działania wczytują z plików osoby, które wpisują je w imieniu organizacji z sieci, i sekretariat."),
        _("Poproś osobę, która reprezentuje Twoją organizację."),
    ),
    "no_row_refused": Wording(
        _("Każdy wiersz można przyjąć."),
        _("Niektórych wierszy nie można przyjąć, więc nie da się wczytać wszystkich."),
        _("Popraw te wiersze albo wczytaj tylko dobre."),
    ),
    "organisation_of_network": Wording(
        _("Organizacja jest w tej sieci."),
        _("Tej organizacji nie ma w sieci, więc nie można wpisać jej działań."),
        _("Najpierw trzeba ją przyjąć do sieci."),
    ),
    "only_drafts_are_deleted": Wording(
        _("To szkic, którego nikt jeszcze nie widział."),
        _("Usunąć można tylko szkic. Opublikowane działanie można wycofać."),
        _("Wycofaj działanie: zniknie z list i z mapy, a jego historia zostanie."),
    ),
    "activity_not_repeated": Wording(
        _("Takiego wpisu jeszcze nie ma."),
        _("Ta organizacja ma już wpis o tej samej usłudze, miejscu, grupie i początku: „%(title)s”."),
        _("Zmień tamten wpis albo podaj inne miejsce, grupę lub dzień początku."),
    ),
}

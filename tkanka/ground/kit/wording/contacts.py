"""Contact persons and writing to organisations."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "contact_is_new": Wording(
        _("Tej osoby nie ma jeszcze wśród kontaktów organizacji."),
        _("Ta osoba jest już wśród kontaktów organizacji albo czeka na nią propozycja."),
    ),
    "contact_not_declined": Wording(
        _("Ta osoba nie odmówiła publikacji."),
        _("Ta osoba odmówiła publikowania swoich danych przez waszą organizację."),
        _("Jeśli zmieniła zdanie, może dodać się sama po zalogowaniu."),
    ),
    "contact_is_addressed": Wording(
        _("Propozycja jest skierowana do tej osoby."),
        _("Na tę propozycję odpowiada tylko osoba, której dotyczy."),
    ),
    "contact_awaits_answer": Wording(
        _("Propozycja czeka na odpowiedź."),
        _("Ta propozycja ma już odpowiedź."),
        _("Swoje dane zmienisz po zalogowaniu."),
    ),
    "contact_in_time": Wording(
        _("Na odpowiedź jest jeszcze czas."),
        _("Minęło trzydzieści dni na odpowiedź, więc propozycja przepadła."),
        _("Poproś organizację o nową."),
    ),
    "contact_of_own_organisation": Wording(
        _("Ta osoba działa w organizacji."),
        _("Kontaktem organizacji może być tylko osoba, która ma w niej mandat albo została przez nią zaproponowana."),
    ),
    "contact_base_for_members": Wording(
        _("Bazę kontaktów widzą członkowie sieci."),
        _("Bazę kontaktów widzą tylko organizacje członkowskie i sekretariat."),
        _("Do jednej organizacji napiszesz z jej strony."),
    ),
    "organisation_is_reachable": Wording(
        _("W organizacji ma kto odpowiedzieć."),
        _("Nie znamy teraz w tej organizacji nikogo, kto mógłby odpowiedzieć."),
        _("Napisz do sekretariatu sieci."),
    ),
}

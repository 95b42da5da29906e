"""What is said of bodies: their types, seats and roles, by the name of the enum."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Promise

NAMES: dict[str, dict[str, Promise]] = {
    "BodyKind": {
        "secretariat": _("sekretariat"),
        "coordinator": _("Koordynator_ka"),
        "advisory_group": _("Grupa Doradcza"),
        "directors_meeting": _("Kwartalne Spotkanie Dyrektorów_ek"),
        "technical_group": _("Techniczna Grupa Doradcza"),
        "working_group": _("Grupa Robocza"),
        "plenary": _("spotkanie plenarne"),
        "closed_group": _("grupa zamknięta"),
        "subregional_group": _("grupa subregionalna"),
        "regional_council": _("Rada Organizacji Pozarządowych"),
    },
    "Basis": {
        "elected": _("z wyboru"),
        "appointed": _("z powołania"),
        "ex_officio": _("z urzędu"),
        "joined": _("z własnej woli"),
        "invited": _("na zaproszenie"),
    },
    "Role": {
        "lead": _("prowadzi"),
        "co_lead": _("współprowadzi"),
        "member": _("uczestniczy"),
        "observer": _("obserwuje"),
    },
    "Composition": {
        "seats": _("własne miejsca"),
        "offices": _("osoby pełniące funkcję"),
        "directors": _("osoby decyzyjne członków"),
        "members": _("wszyscy członkowie"),
    },
    "SeatIs": {
        "person_for_organisation": _("osoby, która reprezentuje organizację"),
        "organisation": _("organizacji"),
        "person": _("osoby"),
    },
    "Maker": {
        "coordinator": _("Koordynator_ka"),
        "secretariat": _("sekretariat"),
        "member": _("osoby reprezentujące członków"),
        "proposal": _("po przyjętym zgłoszeniu"),
    },
    "OpenTo": {
        "nobody": _("nie dołącza się samodzielnie"),
        "invited": _("na zaproszenie"),
        "on_request": _("na prośbę, odpowiadają osoby prowadzące"),
        "members": _("otwarta dla członków"),
    },
    "BodyRight": {
        "call_meetings": _("zwołuje spotkania"),
        "call_directors": _("zwołuje spotkania osób decyzyjnych"),
        "open_motions": _("zgłasza wnioski o podjęcie działań"),
        "oversee": _("czuwa nad wyborem sekretariatu"),
        "advise": _("doradza sekretariatowi"),
        "decide": _("podejmuje decyzje"),
    },
    "EndCause": {
        "term": _("koniec kadencji"),
        "given_up": _("rezygnacja"),
        "mandate": _("koniec mandatu"),
        "membership": _("organizacja odeszła z sieci"),
        "office": _("koniec pełnienia funkcji"),
        "role": _("zmiana roli"),
        "succeeded": _("miejsce objęła kolejna osoba"),
        "leads": _("decyzja osób prowadzących"),
        "mistake": _("wpis przez pomyłkę"),
        "closed": _("grupa zakończyła pracę"),
    },
}

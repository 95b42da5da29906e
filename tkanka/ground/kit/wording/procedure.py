"""What is the same in every procedure."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "signed_in": Wording(
        _("Osoba jest zalogowana."),
        _("Najpierw trzeba się zalogować."),
    ),
    "step_not_open": Wording(
        _("Ten krok jest teraz możliwy."),
        _("Tego kroku nie można teraz wykonać, bo sprawa jest na innym etapie."),
        _("Odśwież stronę, żeby zobaczyć, na jakim etapie jest sprawa."),
    ),
    "not_own_case": Wording(
        _("Osoba nie decyduje we własnej sprawie."),
        _("Nikt nie decyduje w sprawie własnej organizacji."),
        _("Poproś o to inną osobę z sekretariatu."),
    ),
    "main_representative": Wording(
        _("Działa główna osoba reprezentująca organizację."),
        _("Może to zrobić tylko główna osoba reprezentująca organizację."),
    ),
    "represents_organisation": Wording(
        _("Osoba działa w imieniu tej organizacji."),
        _("Nie działasz w imieniu tej organizacji."),
        _("Poproś o to osobę, która ją reprezentuje."),
    ),
    "secretariat_assists": Wording(
        _("Sekretariat robi to za organizację i zostaje to zapisane."),
        _("Sekretariat nie może zrobić tego za organizację."),
    ),
    "organisation_is_member": Wording(
        _("Organizacja należy do sieci."),
        _("Mogą to zrobić tylko organizacje, które należą do sieci."),
    ),
    "own_field": Wording(
        _("To dane tej osoby albo jej organizacji."),
        _("O tym, kto widzi te dane, decyduje tylko ten, kogo dotyczą."),
    ),
}

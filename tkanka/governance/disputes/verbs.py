from django.utils.translation import gettext_lazy as _

VERBS = {
    "dispute.admission_asked": _("poproszono, by sporem zajęli się członkowie"),
    "dispute.answered": _("strona sporu odpowiedziała"),
    "dispute.brought": _("zgłoszono spór"),
    "dispute.cleared": _("usunięto treść akt sporu"),
    "dispute.closed": _("zamknięto spór"),
    "dispute.involved_named": _("wskazano osobę, której spór dotyczy osobiście"),
    "dispute.key_turned": _("zajęto stanowisko, czy sporem mają zająć się członkowie"),
    "dispute.mediator_answered": _("odpowiedziano na propozycję mediacji"),
    "dispute.mediator_proposed": _("zaproponowano osobę do mediacji"),
    "dispute.noted": _("dopisano do akt sporu"),
    "dispute.put_to_vote": _("poddano spór pod głosowanie"),
    "dispute.settled": _("zapisano ugodę w sporze"),
    "dispute.substitute_drawn": _("wylosowano zastępstwo w sporze"),
    "dispute.substitute_named": _("wskazano zastępstwo w sporze"),
    "dispute.undertaken": _("strona powiedziała, czy uzna rozstrzygnięcie"),
    "dispute.verdict_taken": _("zapisano wynik głosowania w sporze"),
    "dispute.withdrawn": _("wycofano spór"),
    "person.disputes_forgotten": _("zapomniano osobę w sporach"),
}

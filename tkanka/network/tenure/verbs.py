from django.utils.translation import gettext_lazy as _

VERBS = {
    "freshness.reminded": _("przypomniano o potwierdzeniu profilu"),
    "guarantee.lapsed": _("minął okres zapewnienia gospodarza"),
    "guarantee.reminded": _("przypomniano o końcu zapewnienia gospodarza"),
    "membership.left": _("organizacja odeszła z sieci"),
    "membership.resigned": _("organizacja zrezygnowała z udziału w sieci"),
    "outreach.asked": _("zapytano listem, czy organizacja jest czynna"),
    "outreach.called": _("zapisano rozmowę z organizacją"),
    "removal.answered": _("organizacja odpowiedziała na zawiadomienie"),
    "removal.decided": _("wykluczono organizację z sieci"),
    "removal.dropped": _("zaniechano sprawy"),
    "removal.evidence_added": _("dodano materiał do sprawy"),
    "removal.noticed": _("zawiadomiono organizację o sprawie"),
    "removal.objected": _("złożono sprzeciw"),
    "removal.prepared": _("przygotowano sprawę"),
    "resignation.undone": _("cofnięto rezygnację"),
    "person.cases_forgotten": _("usunięto dane osoby ze spraw i wiadomości"),
}

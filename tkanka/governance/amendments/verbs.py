from django.utils.translation import gettext_lazy as _

VERBS = {
    "amendment.enacted": _("zmieniono zasady"),
    "amendment.presented": _("przedstawiono zmianę zasad na spotkaniu"),
    "amendment.seconded": _("poparto zmianę zasad"),
    "amendment.started": _("zaczęto zmianę zasad"),
    "amendment.term_dropped": _("zostawiono ustalenie bez zmiany"),
    "amendment.term_set": _("zmieniono ustalenie w projekcie zasad"),
    "amendment.text_chosen": _("wskazano tekst zmiany zasad"),
    "amendment.withdrawn": _("wycofano zmianę zasad"),
    "person.amendments_forgotten": _("zapomniano osobę w zmianach zasad"),
}

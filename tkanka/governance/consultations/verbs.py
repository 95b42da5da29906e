from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "consultation.announced": _("ogłoszono plan konsultacji"),
    "consultation.called_off": _("odwołano konsultacje"),
    "consultation.closed": _("zakończono konsultacje"),
    "consultation.ended": _("minął czas na uwagi w konsultacjach"),
    "consultation.guest_invited": _("zaproszono do konsultacji osobę spoza sieci"),
    "consultation.guest_left_out": _("cofnięto zaproszenie do konsultacji"),
    "consultation.opened": _("rozpoczęto konsultacje"),
    "consultation.plan_changed": _("zmieniono plan konsultacji"),
    "consultation.prepared": _("przygotowano plan konsultacji"),
    "consultation.remark_answered": _("odpowiedziano na uwagę nr %(number)s"),
    "consultation.remark_changed": _("zmieniono uwagę nr %(number)s"),
    "consultation.remark_entered": _("wpisano uwagę nr %(number)s zgłoszoną poza platformą"),
    "consultation.remark_ungrouped": _("odłączono uwagę nr %(number)s od podobnych"),
    "consultation.remark_withdrawn": _("wycofano uwagę nr %(number)s"),
    "consultation.remarked": _("zgłoszono uwagę nr %(number)s w konsultacjach"),
    "consultation.remarks_grouped": _("połączono podobne uwagi"),
    "consultation.reminded": _("przypomniano o końcu konsultacji"),
    "document.added": _("dodano dokument"),
    "document.paragraph_added": _("dodano paragraf dokumentu"),
    "document.paragraph_changed": _("zmieniono paragraf dokumentu"),
    "document.paragraph_dropped": _("usunięto paragraf dokumentu"),
    "document.rewritten": _("wklejono nową treść dokumentu"),
    "document.version_begun": _("zaczęto wersję %(number)s dokumentu"),
    "document.version_published": _("ogłoszono wersję %(number)s dokumentu"),
    "person.consultations_forgotten": _("zapomniano osobę w konsultacjach"),
}
CONTRIBUTIONS = {"consultation.remarked": Contribution.WEBSITE}

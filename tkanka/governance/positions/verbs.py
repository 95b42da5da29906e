from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "person.positions_forgotten": _("zapomniano osobę w stanowiskach"),
    "position.answered": _("zapisano odpowiedź na stanowisko"),
    "position.begun": _("zaczęto wspólne stanowisko"),
    "position.closed": _("zakończono podpisywanie stanowiska (podpisy: %(signatures)s)"),
    "position.delivered": _("przekazano stanowisko"),
    "position.edited": _("zmieniono projekt stanowiska"),
    "position.frozen": _("zamrożono tekst stanowiska i zaczęto podpisywanie"),
    "position.remarked": _("zgłoszono uwagę do projektu stanowiska"),
    "position.signature_withdrawn": _("wycofano podpis pod stanowiskiem"),
    "position.signed": _("podpisano stanowisko"),
    "position.withdrawn": _("wycofano stanowisko"),
}
CONTRIBUTIONS = {"position.remarked": Contribution.WEBSITE, "position.signed": Contribution.WEBSITE}

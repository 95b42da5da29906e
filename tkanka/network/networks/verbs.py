from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "charter.adopted": _("wpisano wersję %(number)s zasad"),
    "hosting.guaranteed": _("gospodarz zapewnił prowadzenie sekretariatu do %(until)s"),
    "hosting.taken": _("organizacja została gospodarzem sieci"),
    "mandate.given": _("udzielono mandatu"),
    "mandates.ended": _("zakończono mandaty (%(ended)s)"),
    "membership.ended": _("zakończono udział w sieci"),
    "membership.kept": _("cofnięto zapowiedziane odejście"),
    "membership.started": _("organizacja należy do sieci"),
    "network.founded": _("założono sieć"),
    "network.redescribed": _("zmieniono opis sieci"),
    "office.ended": _("zakończono pełnienie funkcji"),
    "office.given": _("powierzono funkcję"),
    "organisation.confirmed": _("potwierdzono, że profil jest aktualny"),
    "organisation.described": _("zmieniono profil"),
    "organisation.registered": _("zapisano organizację"),
    "subregion.defined": _("wyznaczono subregion"),
    "subregion.dissolved": _("zniesiono subregion"),
    "person.rights_ended": _("zakończono mandaty i funkcje osoby, która usunęła konto"),
}

CONTRIBUTIONS = {"organisation.described": Contribution.WEBSITE}

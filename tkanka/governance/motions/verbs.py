from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "choice.answered": _("odpowiedziano, czy organizacja ma prowadzić sekretariat"),
    "choice.asked": _("zapytano organizacje porozumienia, czy organizacja ma prowadzić sekretariat"),
    "choice.called_off": _("odwołano wybór sekretariatu"),
    "choice.remarked": _("dodano uwagę do wyboru sekretariatu"),
    "choice.round_closed": _("zamknięto rundę wyboru sekretariatu"),
    "motion.answered": _("odpowiedziano na zgłoszoną sprawę"),
    "motion.moved": _("zgłoszono sprawę"),
    "motion.overdue": _("minął termin odpowiedzi na zgłoszoną sprawę"),
    "motion.withdrawn": _("wycofano zgłoszoną sprawę"),
    "person.motions_forgotten": _("zapomniano osobę w zgłoszonych sprawach"),
}
CONTRIBUTIONS = {"motion.moved": Contribution.GROUP}

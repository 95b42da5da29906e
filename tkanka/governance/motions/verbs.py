from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "motion.answered": _("odpowiedziano na zgłoszoną sprawę"),
    "motion.moved": _("zgłoszono sprawę"),
    "motion.overdue": _("minął termin odpowiedzi na zgłoszoną sprawę"),
    "motion.withdrawn": _("wycofano zgłoszoną sprawę"),
    "person.motions_forgotten": _("zapomniano osobę w zgłoszonych sprawach"),
}
CONTRIBUTIONS = {"motion.moved": Contribution.GROUP}

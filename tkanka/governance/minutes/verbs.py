from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "decision.dropped": _("usunięto wynik spotkania"),
    "decision.noted": _("zapisano wynik spotkania"),
    "minutes.approved": _("zatwierdzono protokół"),
    "minutes.corrected": _("poprawiono protokół"),
    "minutes.note_taker_named": _("wskazano osobę, która prowadzi protokół"),
    "minutes.opened": _("rozpoczęto protokół"),
    "minutes.remark_answered": _("odpowiedziano na uwagę do protokołu"),
    "minutes.remarked": _("zgłoszono uwagę do protokołu"),
    "minutes.sent_out": _("poproszono o uwagi do protokołu"),
    "minutes.written": _("pisano protokół"),
    "person.minutes_forgotten": _("zapomniano osobę w protokołach"),
    "task.given": _("przekazano zadanie"),
    "task.handed_on": _("zmieniono, kto i do kiedy zrobi zadanie"),
    "task.late": _("minął termin zadania"),
    "task.near": _("przypomniano o zadaniu"),
    "task.settled": _("zapisano, co stało się z zadaniem"),
}
CONTRIBUTIONS = {
    "minutes.remarked": Contribution.MEETING,
    "minutes.written": Contribution.MEETING,
    "task.settled": Contribution.MEETING,
}

from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "ballot.cast": _("oddano głos w wyborach"),
    "candidacy.answered": _("odpowiedziano na zgłoszenie kandydatury"),
    "candidacy.nominated": _("zgłoszono kandydaturę"),
    "candidacy.told": _("odpowiedziano na dobrowolne pytania"),
    "candidacy.withdrawn": _("wycofano kandydaturę"),
    "election.called": _("ogłoszono wybory"),
    "election.called_off": _("odwołano wybory"),
    "election.certified": _("zatwierdzono wynik wyborów"),
    "election.changed": _("zmieniono szkic wyborów"),
    "election.counted": _("policzono głosy"),
    "election.counted_back": _("obsadzono zwolnione miejsce z tych samych głosów"),
    "election.extended": _("przedłużono zgłoszenia kandydatur"),
    "election.listed": _("zamknięto listę kandydatur i wylosowano kolejność"),
    "election.opened": _("otwarto głosowanie"),
    "election.planned": _("przygotowano szkic wyborów"),
    "election.recalled": _("przypomniano o głosowaniu"),
    "election_process.published": _("ogłoszono zasady wyborów"),
    "person.elections_forgotten": _("zapomniano osobę w wyborach"),
}
CONTRIBUTIONS = {"ballot.cast": Contribution.WEBSITE}

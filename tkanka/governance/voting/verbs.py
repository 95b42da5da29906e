from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "person.votes_forgotten": _("zapomniano osobę w głosowaniach"),
    "rule.added": _("dodano regułę głosowania"),
    "rule.ended": _("wycofano regułę głosowania"),
    "vote.called_off": _("odwołano głosowanie"),
    "vote.cast": _("oddano głos"),
    "vote.changed": _("zmieniono szkic głosowania"),
    "vote.closed": _("zamknięto głosowanie i policzono głosy"),
    "vote.drafted": _("przygotowano głosowanie"),
    "vote.followed_up": _("zapisano, co dzieje się z decyzją"),
    "vote.hands_entered": _("wpisano głosy oddane przez podniesienie ręki"),
    "vote.made_secret": _("na prośbę osoby uprawnionej głosowanie stało się tajne"),
    "vote.opened": _("otwarto głosowanie"),
    "vote.put_again": _("postawiono pytanie jeszcze raz"),
    "vote.recused": _("wyłączono się z głosowania"),
    "vote.reminded": _("przypomniano o głosowaniu"),
}
CONTRIBUTIONS = {"vote.cast": Contribution.GROUP}

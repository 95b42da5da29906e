from django.utils.translation import gettext_lazy as _

VERBS = {
    "person.separations_forgotten": _("zapomniano osobę w sprawach rozstania z organizacją goszczącą"),
    "separation.handed_over": _("następca przejął rolę organizacji goszczącej"),
    "separation.matter_added": _("dopisano sprawę do przekazania"),
    "separation.matter_kept": _("zmieniono sprawę do przekazania"),
    "separation.opened": _("otwarto sprawę rozstania z organizacją goszczącą"),
    "separation.settled": _("zapisano wynik głosowania o rozstaniu"),
    "separation.successor_answered": _("następca odpowiedział, czy przejmie rolę"),
    "separation.successor_asked": _("zapytano następcę, czy przejmie rolę"),
    "separation.successor_proposed": _("zaproponowano następcę"),
    "separation.vote_called": _("zarządzono głosowanie o rozstaniu"),
    "separation.withdrawn": _("wycofano sprawę rozstania z organizacją goszczącą"),
}

from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "admission.answered": _("odpowiedziano na prośbę o przyjęcie do grupy"),
    "admission.asked": _("poproszono o przyjęcie do grupy"),
    "admission.invited": _("zaproszono osobę do grupy"),
    "admission.withdrawn": _("wycofano prośbę lub zaproszenie do grupy"),
    "body.announced": _("ogłoszono grupę"),
    "body.closed": _("zamknięto grupę"),
    "body.described": _("zmieniono opis grupy"),
    "body.flagged_sensitive": _("zmieniono oznaczenie: temat szczególnie wrażliwy"),
    "body.flagged_strategic": _("zmieniono oznaczenie: znaczenie strategiczne"),
    "body.hidden": _("ukryto istnienie grupy"),
    "body.opened": _("otwarto grupę"),
    "body.rested": _("uśpiono grupę"),
    "body.shown": _("ujawniono nazwę grupy"),
    "body.woken": _("wznowiono pracę grupy"),
    "body_type.retired": _("wycofano rodzaj grupy (%(code)s)"),
    "body_type.set": _("ustawiono rodzaj grupy (%(code)s)"),
    "invitation_in.answered": _("odpowiedziano na zaproszenie do grupy"),
    "seat.commitments_accepted": _("przyjęto zobowiązania związane z miejscem"),
    "seat.end_recalled": _("przypomniano o końcu kadencji"),
    "seat.ended": _("zakończono udział w grupie"),
    "seat.filled": _("obsadzono miejsce w grupie"),
    "seat.given_up": _("zrezygnowano z miejsca w grupie"),
    "seat.joined": _("dołączono do grupy"),
    "seat.lapsed": _("miejsce w grupie wygasło (%(cause)s)"),
    "seat.role_changed": _("zmieniono rolę w grupie"),
}
CONTRIBUTIONS = {"seat.joined": Contribution.GROUP}

from django.utils.translation import gettext_lazy as _

VERBS = {
    "invitation.accepted": _("przyjęto zaproszenie do reprezentowania organizacji"),
    "invitation.revoked": _("cofnięto zaproszenie"),
    "invitation.sent": _("zaproszono osobę do reprezentowania organizacji"),
    "invitation.sent_again": _("wysłano zaproszenie jeszcze raz"),
    "link.claimed": _("zgłoszono powiązanie organizacji"),
    "link.confirmed": _("potwierdzono powiązanie organizacji"),
    "link.denied": _("zaprzeczono powiązaniu organizacji"),
    "link.ended": _("zakończono powiązanie organizacji"),
    "mandate.ended": _("zakończono mandat"),
    "mandate.reissued": _("zakończono mandat i udzielono nowego"),
    "person.invitations_forgotten": _("usunięto dane osoby z zaproszeń (%(invitations)s)"),
}

from django.utils.translation import gettext_lazy as _

VERBS = {
    "event.cancelled": _("odwołano wydarzenie"),
    "event.put": _("zapisano wydarzenie w kalendarzu"),
}

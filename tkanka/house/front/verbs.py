from django.utils.translation import gettext_lazy as _

VERBS = {
    "letters.retried": _("ponowiono wysyłkę listów (%(letters)s)"),
}

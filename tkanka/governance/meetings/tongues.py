"""Languages in which people meet."""

from django.utils.translation import gettext_lazy as _

TONGUES = (
    ("pl", _("polski")), ("en", _("angielski")), ("uk", _("ukraiński")), ("be", _("białoruski")),
    ("ru", _("rosyjski")), ("pjm", _("polski język migowy")),
)  # fmt: skip

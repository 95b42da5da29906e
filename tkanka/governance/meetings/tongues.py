"""Languages in which people meet."""

from django.utils.translation import gettext_lazy as _

TONGUES = (
    ("pl", _("polski")), ("en", _("angielski")), ("uk", _("ukraiński")), ("be", _("białoruski")),
    ("ru", _("rosyjski")), ("pjm", _("polski język migowy")),
)  # fmt: skip


def from_terms(code: str) -> str:
    """The language as meetings know it, of the code that terms of reference of groups use."""
    return "pjm" if code == "sign" else code

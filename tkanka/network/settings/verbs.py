"""What the ledger calls what is done here."""

from django.utils.translation import gettext_lazy as _

VERBS = {"office.entrusted": _("wskazano osobę do pełnienia funkcji")}

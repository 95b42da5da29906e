"""What the ledger's entries of this room are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "units.loaded": _(
        "Wczytano jednostki terytorialne (nowe: %(created)s, zmienione: %(updated)s, zamknięte: %(closed)s)"
    ),
    "geometry.replaced": _("Zastąpiono granice jednostek (%(matched)s)"),
}

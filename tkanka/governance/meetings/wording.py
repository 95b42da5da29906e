"""What the things that an agenda speaks of are called."""

from django.utils.translation import gettext_lazy as _

THINGS = {
    "activity": _("działanie"),
    "amendment": _("zmiana karty"),
    "body": _("grupa albo organ"),
    "decision": _("decyzja"),
    "discussion": _("dyskusja"),
    "dispute": _("spór"),
    "document": _("dokument"),
    "event": _("wydarzenie"),
    "meeting": _("spotkanie"),
    "motion": _("wniosek"),
    "organisation": _("organizacja"),
    "position": _("stanowisko"),
    "publication": _("publikacja"),
    "result": _("wynik pracy grupy"),
}


def thing_label(kind: str) -> str:
    """The kind of a thing in the reader's language."""
    return str(THINGS.get(kind, kind))

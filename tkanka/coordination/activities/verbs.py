from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "activities.confirmed": _("potwierdzono, że wpisy są aktualne (%(confirmed)s)"),
    "activities.copied": _("skopiowano działania na kolejny okres (%(copied)s)"),
    "activities.entered": _("wpisano działania z pliku: nowe %(entered)s, zmienione %(changed)s"),
    "activities.reminded": _("poproszono o potwierdzenie wpisów (%(entries)s)"),
    "activity.changed": _("zmieniono działanie"),
    "activity.draft_deleted": _("usunięto szkic działania"),
    "activity.entered": _("wpisano działanie"),
    "activity.moved": _("zmieniono stan działania"),
    "activity.published": _("opublikowano działanie"),
    "activity.withdrawn": _("wycofano działanie"),
    "import.answered": _("wyjaśniono niejasne nazwy w pliku (%(answers)s)"),
    "import.applied": _(
        "wczytano plik: nowe %(created)s, zmienione %(updated)s, bez zmian %(unchanged)s, odrzucone %(refused)s"
    ),
    "import.apply_asked": _("zlecono wczytanie pliku"),
    "import.columns_read": _("opisano kolumny pliku"),
    "import.dropped": _("odłożono plik"),
    "import.failed": _("pliku nie udało się wczytać"),
    "import.previewed": _("przejrzano plik: wierszy %(rows)s, odrzuconych %(refused)s"),
    "import.sheet_chosen": _("wybrano arkusz pliku"),
    "import.started": _("przesłano plik do wczytania"),
    "person.entries_forgotten": _("usunięto osobę z wpisów w rejestrze (%(activities)s)"),
}
CONTRIBUTIONS = dict.fromkeys(
    [
        "activities.confirmed",
        "activities.copied",
        "activities.entered",
        "activity.changed",
        "activity.entered",
        "activity.moved",
        "activity.published",
    ],
    Contribution.ACTIVITY,
)

"""What the codes of activities are called, and what is said of statements that cannot be right."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import STATES
from tkanka.rules.activities import ActivityState, Horizon, Intake, Precision

from .models import CapacityUnit, Outcome, RunState, Visibility

STATUSES = STATES[ActivityState.__name__]
STATUS_KINDS = {"planned": "next", "ongoing": "done", "suspended": "waits next", "ended": "calm"}
INTAKE: dict[str, Promise] = {
    Intake.ACCEPTING: _("przyjmuje"),
    Intake.LIMITED: _("przyjmuje w ograniczonej liczbie"),
    Intake.WAITING_LIST: _("lista oczekujących"),
    Intake.FULL: _("brak miejsc"),
    Intake.PAUSED: _("przyjęcia wstrzymane"),
}
PRECISIONS: dict[str, Promise] = {
    Precision.EXACT: _("dokładne miejsce i adres"),
    Precision.GMINA: _("gmina lub miasto"),
    Precision.POWIAT: _("powiat"),
    Precision.VOIVODESHIP: _("województwo"),
    Precision.HIDDEN: _("nie publikujemy miejsca"),
}
HORIZONS: dict[str, Promise] = {
    Horizon.SHORT: _("doraźne (do pół roku)"),
    Horizon.MEDIUM: _("średnioterminowe (do dwóch lat)"),
    Horizon.LONG: _("długoterminowe"),
}
UNITS: dict[str, Promise] = {
    CapacityUnit.PEOPLE: _("osób w miesiącu"),
    CapacityUnit.PLACES: _("miejsc"),
    CapacityUnit.HOUSEHOLDS: _("gospodarstw domowych w miesiącu"),
    CapacityUnit.CONSULTATIONS: _("konsultacji w miesiącu"),
    CapacityUnit.HOURS: _("godzin w miesiącu"),
}
VISIBILITIES: dict[str, Promise] = {
    Visibility.DRAFT: _("szkic"),
    Visibility.PUBLISHED: _("opublikowane"),
    Visibility.WITHDRAWN: _("wycofane"),
}
STEPS: dict[str, Promise] = {
    "start": _("Rozpocznij dziś"),
    "suspend": _("Zawieś"),
    "resume": _("Wznów"),
    "end": _("Zakończ dziś"),
}
FAULTS: dict[str, Promise] = {
    "day_out_of_reach": _("Ten rok wygląda na pomyłkę. Sprawdźcie datę."),
    "ends_before_start": _("Koniec jest wcześniejszy niż początek."),
    "funding_ends_before_start": _("Finansowanie kończy się, zanim działanie się zacznie."),
    "ended_in_the_future": _("Zakończone działanie nie może mieć końca w przyszłości."),
    "ongoing_before_start": _("Działanie trwa, ale jego początek jest w przyszłości. Może jest planowane?"),
    "negative_people": _("Liczba osób nie może być ujemna."),
    "negative_capacity": _("Liczba nie może być ujemna."),
    "too_many_people": _("Ta liczba jest za duża, żeby była prawdziwa."),
}
OUTCOMES: dict[str, Promise] = {
    Outcome.CREATED: _("nowe"),
    Outcome.UPDATED: _("zmienione"),
    Outcome.UNCHANGED: _("bez zmian"),
    Outcome.REFUSED: _("odrzucone"),
}
OUTCOME_KINDS = {"created": "done", "updated": "next", "unchanged": "calm", "refused": "late"}
RUN_STATES: dict[str, Promise] = {
    RunState.COLUMNS: _("kolumny do wskazania"),
    RunState.READING: _("czytamy plik"),
    RunState.PREVIEW: _("do przejrzenia"),
    RunState.APPLYING: _("wczytujemy"),
    RunState.APPLIED: _("wczytany"),
    RunState.FAILED: _("nie udało się"),
    RunState.DROPPED: _("odłożony"),
}

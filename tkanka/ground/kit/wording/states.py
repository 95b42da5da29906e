"""The states of every lifecycle, by the name of their enum."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import dispute_names
from .shape import Promise

STATES: dict[str, dict[str, Promise]] = {
    **dispute_names.STATES,
    "ApplicationState": {
        "draft": _("szkic"),
        "submitted": _("złożony"),
        "asked": _("czeka na odpowiedź wnioskujących"),
        "accepted": _("przyjęty"),
        "refused": _("odrzucony"),
        "withdrawn": _("wycofany"),
    },
    "MembershipState": {
        "active": _("czynne"),
        "resigned": _("zakończone rezygnacją"),
        "removed": _("zakończone wykluczeniem"),
    },
    "StatusState": {
        "active": _("w mocy"),
        "ended": _("zakończony"),
    },
    "RemovalState": {
        "prepared": _("w przygotowaniu"),
        "noticed": _("zawiadomiono organizację"),
        "answered": _("organizacja odpowiedziała"),
        "removed": _("wykluczono"),
        "dropped": _("zaniechano"),
    },
    "LinkState": {
        "claimed": _("czeka na potwierdzenie"),
        "confirmed": _("potwierdzone"),
        "denied": _("niepotwierdzone przez drugą stronę"),
        "ended": _("zakończone"),
    },
    "ActivityState": {
        "planned": _("planowane"),
        "ongoing": _("trwa"),
        "suspended": _("zawieszone"),
        "ended": _("zakończone"),
    },
    "ProposalState": {
        "draft": _("szkic"),
        "submitted": _("zgłoszona, w trakcie sprawdzania"),
        "asked": _("czeka na odpowiedź osób zgłaszających"),
        "opened": _("otwarta"),
        "declined": _("odmówiono"),
        "withdrawn": _("wycofana"),
    },
    "IntentState": {
        "asked": _("konsultowany z grupą doradczą"),
        "opened": _("grupa otwarta"),
        "dropped": _("zaniechany"),
    },
    "SupportState": {
        "asked": _("czeka na odpowiedź"),
        "granted": _("tak"),
        "partly": _("częściowo"),
        "refused": _("nie"),
        "withdrawn": _("wycofana"),
    },
    "MinutesState": {
        "draft": _("szkic"),
        "comment": _("czas na uwagi"),
        "approved": _("zatwierdzony"),
    },
    "TaskState": {
        "open": _("do zrobienia"),
        "done": _("zrobione"),
        "dropped": _("zaniechane"),
    },
    "ElectionState": {
        "draft": _("szkic"),
        "nominations": _("trwają zgłoszenia"),
        "listed": _("lista kandydatur zamknięta"),
        "voting": _("trwa głosowanie"),
        "counted": _("policzone, czekają na zatwierdzenie"),
        "certified": _("zatwierdzone"),
        "called_off": pgettext_lazy("wybory", "odwołane"),
    },
    "CandidacyState": {
        "nominated": _("czeka na zgodę osoby"),
        "accepted": pgettext_lazy("kandydatura", "przyjęta"),
        "declined": pgettext_lazy("kandydatura", "nieprzyjęta"),
        "withdrawn": pgettext_lazy("kandydatura", "wycofana"),
        "lapsed": pgettext_lazy("kandydatura", "wygasła"),
    },
    "ChoiceState": {
        "open": _("trwa"),
        "chosen": _("wybrano"),
        "undecided": _("nie ma zgody"),
        "called_off": _("odwołany"),
    },
    "CaseState": {
        "open": _("toczy się"),
        "decided": _("postanowione, trwa przekazanie"),
        "rejected": _("organizacja goszcząca zostaje"),
        "handed_over": _("przekazane"),
        "withdrawn": _("wycofana"),
    },
    "AmendmentState": {
        "proposed": _("czeka na drugą organizację"),
        "open": _("w drodze"),
        "enacted": _("wprowadzona"),
        "withdrawn": _("wycofana"),
    },
    "PollState": {
        "draft": _("szkic"),
        "open": _("otwarte"),
        "passed": _("przyjęto"),
        "failed": _("odrzucono"),
        "repeated": _("remis, do powtórzenia"),
        "called_off": _("odwołane"),
    },
    "MotionState": {
        "moved": _("czeka na odpowiedź"),
        "taken_up": _("podjęta"),
        "partly": _("podjęta częściowo"),
        "not_taken_up": _("niepodjęta"),
        "withdrawn": _("wycofana"),
    },
    "PositionState": {
        "draft": _("projekt"),
        "signing": _("można podpisać"),
        "closed": _("podpisane"),
        "withdrawn": _("wycofane"),
    },
    "ConsultationState": {
        "draft": _("w przygotowaniu"),
        "open": _("można zgłaszać uwagi"),
        "answering": _("odpowiedzi na uwagi"),
        "closed": _("zakończone"),
        "called_off": _("odwołane"),
    },
    "BodyState": {
        "open": _("działa"),
        "dormant": _("uśpiona"),
        "closed": _("zamknięta"),
    },
    "AdmissionState": {
        "waiting": _("czeka na odpowiedź"),
        "accepted": _("przyjęto"),
        "declined": _("odmówiono"),
        "withdrawn": _("wycofano"),
    },
    "MeetingState": {
        "draft": _("szkic"),
        "called": _("zwołane"),
        "held": _("odbyło się"),
        "cancelled": _("odwołane"),
    },
    "ItemState": {
        "proposed": _("zaproponowany"),
        "accepted": _("przyjęty"),
        "declined": _("nieprzyjęty"),
        "withdrawn": _("wycofany"),
    },
    "RegistrationState": {
        "waiting": _("czeka na miejsce"),
        "offered": _("miejsce do potwierdzenia"),
        "registered": _("miejsce zajęte"),
        "lapsed": _("miejsce przepadło"),
        "cancelled": _("wypisano"),
    },
    "PostState": {
        "held": _("czeka na osobę prowadzącą"),
        "shown": _("widoczny"),
        "removed": _("usunięty"),
    },
}

"""What somebody owes, by when and on which paragraph: computed from rulebook and state, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tkanka.coordination.activities.queries import stale_activities
from tkanka.ground.kit.dates import only_day
from tkanka.network.membership.queries import applications_of
from tkanka.network.networks.doors import Visit
from tkanka.network.networks.models import Organisation
from tkanka.network.representation.queries import awaiting_confirmation
from tkanka.network.tenure.queries import awaiting_answer
from tkanka.rules.defaults import held
from tkanka.rules.membership import ApplicationState, fresh_until

AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Duty:
    """`due` is None where no day is set; `cite` is empty where no paragraph speaks."""

    title: str
    text: str
    url: str
    label: str
    due: date | None = None
    cite: str = ""

    def kind(self, today: date) -> str:
        """How it is drawn: late, or waiting."""
        return "late" if self.due and self.due < today else "waits"


def duties_of(visit: Visit, at: datetime) -> list[Duty]:
    """Everything the visitor owes in this network, the most pressing first."""
    parties = [o for o in visit.frame.can_act_for if o.pk in visit.standing.members]
    found = [
        *removals(visit, parties),
        *applications(visit),
        *profiles(visit, parties),
        *ties(visit),
        *entries(visit, parties, at),
    ]
    return sorted(found, key=lambda duty: duty.due or date.max)


def removals(visit: Visit, parties: list[Organisation]) -> Iterator[Duty]:
    """Notices of removal that await the organisation's answer."""
    for case in awaiting_answer(visit.network, [party.pk for party in parties]):
        page = reverse("tenure:case", args=[visit.network.slug, case.pk])
        text = _("Możecie odpowiedzieć i dołączyć dokumenty, zanim zapadnie decyzja.")
        grounds = visit.frame.book.membership.removal_grounds
        title = _("Odpowiedz na zawiadomienie: %s") % case.organisation.called
        yield Duty(title, text, page, _("Przeczytaj i odpowiedz"), case.answer_due, grounds.cite if grounds else "")


def ties(visit: Visit) -> Iterator[Duty]:
    """Links that another organisation claims with one of ours."""
    for link in awaiting_confirmation(visit.standing.represents):
        own = link.lower_id if link.claimed_by_id == link.upper_id else link.upper_id
        page = reverse("representation:links", args=[visit.network.slug, own])
        title = _("Potwierdź powiązanie: %(upper)s i %(lower)s") % {"upper": link.upper.name, "lower": link.lower.name}
        yield Duty(title, _("Powiązanie widać dopiero wtedy, gdy potwierdzą je obie strony."), page, _("Odpowiedz"))


def applications(visit: Visit) -> Iterator[Duty]:
    """Questions of the secretariat, and drafts that were left."""
    assert visit.standing.person
    for application in applications_of(visit.network, visit.standing.person).prefetch_related(None)[:20]:
        slug = visit.network.slug
        page = reverse("membership:application", args=[slug, application.pk])
        if application.state == ApplicationState.ASKED:
            text = _("Zegar zgłoszenia stoi, dopóki nie odpowiecie.")
            yield Duty(_("Odpowiedz na pytanie sekretariatu: %s") % application.name, text, page, _("Odpowiedz"))
        elif application.state == ApplicationState.DRAFT:
            name = application.name or _("bez nazwy")
            text = _("Szkic czeka. Potem sam zniknie, razem z danymi.")
            due = only_day(application.kept_until)
            yield Duty(_("Dokończ zgłoszenie: %s") % name, text, page, _("Wróć do szkicu"), due)


def profiles(visit: Visit, parties: list[Organisation]) -> Iterator[Duty]:
    """Profiles that nobody has confirmed for nearly, or more than, the time agreed."""
    months = held(visit.frame.book, "membership.freshness_months")
    for party in parties:
        due = fresh_until(visit.frame.book, only_day(party.confirmed_at)) if party.confirmed_at else visit.today
        if due - AHEAD <= visit.today:
            text = ngettext(
                "Co %(n)d miesiąc sprawdzamy, czy opis, adresy i osoby do kontaktu są aktualne.",
                "Co %(n)d miesięcy sprawdzamy, czy opis, adresy i osoby do kontaktu są aktualne.",
                months.value,
            ) % {"n": months.value}
            page = reverse("directory:organisation", args=[visit.network.slug, party.pk])
            yield Duty(_("Potwierdź dane: %s") % party.called, text, page, _("Sprawdź dane"), due, months.cite)


def entries(visit: Visit, parties: list[Organisation], at: datetime) -> Iterator[Duty]:
    """Activities in the register that were last confirmed long ago."""
    if not parties:
        return
    old = stale_activities(at, visit.network).filter(organisation__in=parties)[:100]
    if count := len(old):
        title = ngettext("Sprawdź %d działanie w rejestrze", "Sprawdź %d działań w rejestrze", count) % count
        text = _("Dawno nikt nie powiedział, czy jeszcze trwają. Nieaktualne wpisy mylą tych, którzy szukają pomocy.")
        yield Duty(title, text, reverse("activities:mine", args=[visit.network.slug]), _("Przejrzyj działania"))

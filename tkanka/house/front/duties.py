"""What somebody owes, by when and on which paragraph: computed from rulebook and state, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import starmap

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tkanka.coordination.activities.queries import stale_activities
from tkanka.governance.bodies.doors import own_seats, types_at
from tkanka.governance.bodies.naming import health_line
from tkanka.governance.bodies.queries import (
    healths,
    invitations_to,
    type_in,
    visible_bodies,
    waiting_for_leads,
)
from tkanka.ground.kit.dates import only_day
from tkanka.network.membership.queries import applications_of
from tkanka.network.networks.doors import Visit
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.parts import own
from tkanka.network.representation.queries import awaiting_confirmation
from tkanka.network.tenure.queries import awaiting_answer
from tkanka.rules.defaults import held
from tkanka.rules.membership import ApplicationState, fresh_until

from .convened import of_meetings
from .disputed import of_disputes
from .elected import of_elections
from .minuted import of_minutes
from .owed import of_consultations, of_discussions, of_groups, of_motions, of_votes

AHEAD = timedelta(days=30)
MOST_BODIES = 500


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
    found = [*own(visit, "duties", lambda: _within(visit, at)), *ties(visit)]
    return sorted(found, key=lambda duty: duty.due or date.max)


def _within(visit: Visit, at: datetime) -> list[Duty]:
    """What changes with the ledgers of the network alone; a link is claimed and confirmed in other networks too."""
    parties = [o for o in visit.frame.can_act_for if o.pk in visit.standing.members]
    return [
        *removals(visit, parties),
        *applications(visit),
        *profiles(visit, parties),
        *entries(visit, parties, at),
        *seats(visit),
        *comings_in(visit),
        *gaps(visit),
        *starmap(Duty, of_groups(visit)),
        *starmap(Duty, of_meetings(visit, at)),
        *starmap(Duty, of_votes(visit, at)),
        *starmap(Duty, of_motions(visit)),
        *starmap(Duty, of_elections(visit)),
        *starmap(Duty, of_disputes(visit)),
        *starmap(Duty, of_discussions(visit)),
        *starmap(Duty, of_consultations(visit)),
        *starmap(Duty, of_minutes(visit, at)),
    ]


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


def seats(visit: Visit) -> Iterator[Duty]:
    """One's own seats: what goes with them is accepted."""
    slug, held = visit.network.slug, own_seats(visit)
    types = types_at(visit) if held else {}
    for seat in held:
        commitments = type_in(types, seat.body.kind).commitments
        if commitments and not seat.commitments_accepted_at:
            text = _("Z tym miejscem wiążą się zobowiązania wobec całej sieci.")
            page = reverse("bodies:body", args=[slug, seat.body_id])
            title = _("Przyjmij zobowiązania: %s") % seat.body.name
            yield Duty(title, text, page, _("Przeczytaj i przyjmij"), None, commitments.cite)


def comings_in(visit: Visit) -> Iterator[Duty]:
    """Invitations into bodies, and people who asked to come into those one leads."""
    slug = visit.network.slug
    for asked in invitations_to(visit.network, visit.standing):
        page = reverse("bodies:invitation", args=[slug, asked.pk])
        yield Duty(_("Zaproszenie do grupy: %s") % asked.body.name, asked.text, page, _("Odpowiedz"))
    for asked in waiting_for_leads({seat.body_id for seat in own_seats(visit) if seat.leads}):
        page = reverse("bodies:answer", args=[slug, asked.pk])
        title = _("%(who)s prosi o przyjęcie do grupy %(name)s") % {"who": asked.person, "name": asked.body.name}
        yield Duty(title, asked.text, page, _("Odpowiedz"))


def gaps(visit: Visit) -> Iterator[Duty]:
    """For those in office: seats that are free or will be, groups that nobody leads."""
    if not visit.standing.keeps_the_network:
        return
    types = types_at(visit)
    known = visible_bodies(visit.network, visit.standing, visit.today).exclude(state="closed").order_by("name")
    bodies = [body for body in known[:MOST_BODIES] if not type_in(types, body.kind).closed.value]
    found = healths(visit.network, bodies, types, visit.today)
    for body in bodies:
        health = found[body.pk]
        if not health.calm:
            page = reverse("bodies:seats", args=[visit.network.slug, body.pk])
            due = None if health.vacant or health.lacks_lead else health.ends
            yield Duty(body.name, health_line(health), page, _("Zobacz skład"), due, health.cite)

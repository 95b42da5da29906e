"""What is due to be recalled: profiles to be confirmed, the end of a guarantee."""

from datetime import date, datetime, time
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404
from django.utils.timezone import get_current_timezone, localdate

from tkanka.network.networks.models import Membership, Network, Organisation, Status
from tkanka.network.networks.queries import memberships_of
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_key
from tkanka.rules.defaults import held
from tkanka.rules.membership import fresh_until
from tkanka.rules.rulebook import Rulebook

from ..models import Outreach, Reminder, Way
from ..tokens import asked_by

PROFILE = "profile"
GUARANTEE = "guarantee"
LAPSED = "lapsed"


def confirmed_on(organisation: Organisation) -> date:
    """The day from which freshness counts: the last confirmation, or when it was written down."""
    return localdate(organisation.confirmed_at or organisation.created_at)


def profiles_due(network: Network, book: Rulebook, day: date, limit: int = 200) -> list[Organisation]:
    """Organisations of the network whose profile wants confirming and that were not yet asked about it."""
    months = held(book, "membership.freshness_months").value
    edge = datetime.combine(day - relativedelta(months=months), time.max, get_current_timezone())
    asked = Reminder.objects.filter(organisation=OuterRef("organisation"), about=PROFILE, at__gt=OuterRef("confirmed"))
    rows = memberships_of(network, day, Status.MEMBER, Status.OBSERVER, Status.PARTNER).annotate(
        confirmed=Coalesce("organisation__confirmed_at", "organisation__created_at")
    )
    found = rows.filter(~Exists(asked), confirmed__lte=edge).select_related("organisation").order_by("confirmed", "pk")
    return [membership.organisation for membership in found[:limit]]


def due_day(book: Rulebook, organisation: Organisation) -> date:
    """The last day on which the profile counts as fresh."""
    return fresh_until(book, confirmed_on(organisation))


def last_reminder(network: Network, organisation: UUID, about: str) -> date | None:
    """The latest day that was recalled."""
    rows = Reminder.objects.filter(network=network, organisation=organisation, about=about).order_by("-day")
    return rows.values_list("day", flat=True).first()


def lapse_told(network: Network, organisation: UUID, until: date) -> bool:
    return Reminder.objects.filter(network=network, organisation=organisation, about=LAPSED, day=until).exists()


def asked_to_confirm(network: Network, token: str, day: date) -> tuple[Organisation, Person]:
    """Whose profile a letter's token speaks of, and who was asked. 404 where that is over."""
    asked = asked_by(token)
    person = person_by_key(asked.person) if asked else None
    if asked is None or person is None:
        raise Http404
    rows = memberships_of(network, day, *Status.values).filter(organisation=asked.organisation)
    membership = rows.select_related("organisation__seat").first()
    if membership is None:
        raise Http404
    return membership.organisation, person


def outreach_to(network: Network, organisation: Organisation, limit: int = 50) -> QuerySet[Outreach]:
    return (
        Outreach.objects.filter(network=network, organisation=organisation).select_related("by").order_by("-at")[:limit]
    )


def asked_lately(network: Network, organisation: Organisation, since: datetime) -> bool:
    """Whether a letter asked them already after that moment."""
    rows = Outreach.objects.filter(Q(at__gt=since), network=network, organisation=organisation, way=Way.LETTER)
    return rows.exists()


def membership_for(network: Network, organisation: Organisation, day: date) -> Membership:
    """The membership (not another status) of an organisation; 404 when it is no member."""
    found = (
        memberships_of(network, day).filter(organisation=organisation).select_related("organisation", "network").first()
    )
    if found is None:
        raise Http404
    return found

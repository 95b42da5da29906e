"""Remarks: how many at which paragraph, whose, which wait for an answer, which say the same."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.models import Network, Organisation, Status
from tkanka.network.networks.queries import members_of
from tkanka.rules.consultations import ConsultationState, RemarkOutcome, RemarkStance
from tkanka.rules.standing import Standing

from ..models import Answer, Consultation, Guest, Paragraph, Remark

WITHOUT_ANSWER = Q(withdrawn_at=None, answer=None, group__answer=None)
MOST = 20_000


def remarks_of(consultation: Consultation) -> QuerySet[Remark]:
    """Those that stand, in the order of the text, the ones on the whole document first; page it."""
    rows = Remark.objects.filter(consultation=consultation, withdrawn_at=None)
    rows = rows.select_related(
        "organisation", "person", "paragraph", "answer", "group", "group__answer", "answer__version"
    )  # fmt: skip
    return in_order(rows)


def in_order(rows: QuerySet[Remark]) -> QuerySet[Remark]:
    """By the text; those without a paragraph come first, on both databases."""
    return rows.order_by(F("paragraph__place").asc(nulls_first=True), "number")


def unanswered(consultation: Consultation) -> QuerySet[Remark]:
    return Remark.objects.filter(WITHOUT_ANSWER, consultation=consultation)


def waiting_in(consultations: Iterable[Consultation]) -> dict[UUID, int]:
    """How many remarks wait for an answer in each; one query."""
    rows = Remark.objects.filter(WITHOUT_ANSWER, consultation__in=list(consultations)).order_by()
    return dict(rows.values_list("consultation").annotate(Count("pk")))


def waiting_for_office(network: Network) -> int:
    """How many remarks wait for the secretariat: those in consultations of the whole network."""
    rows = Remark.objects.filter(WITHOUT_ANSWER, consultation__network=network, consultation__body=None)
    return rows.filter(consultation__state=ConsultationState.ANSWERING).count()


def remark_in(consultation: Consultation, key: object) -> Remark:
    rows = Remark.objects.filter(consultation=consultation)
    rows = rows.select_related("organisation", "paragraph", "answer", "group", "group__answer", "person", "guest")
    found = one_of(rows, pk=key)
    found.consultation = consultation
    return found


def counts(consultation: Consultation, paragraphs: Iterable[Paragraph]) -> dict[UUID, int]:
    """How many remarks stand at each of the paragraphs; one query."""
    rows = Remark.objects.filter(consultation=consultation, withdrawn_at=None, paragraph__in=list(paragraphs))
    return dict(rows.order_by().values_list("paragraph").annotate(Count("pk")))


def on_the_whole(consultation: Consultation) -> int:
    return Remark.objects.filter(consultation=consultation, withdrawn_at=None, paragraph=None).count()


def own_remarks(consultation: Consultation, by: Standing, guest: Guest | None = None) -> QuerySet[Remark]:
    """The visitor's own, and those of the organisations they represent; withdrawn ones too."""
    mine = Q(guest=guest) if guest else Q(organisation__in=by.represents) | Q(person=by.person, organisation=None)
    rows = Remark.objects.filter(mine, consultation=consultation)
    rows = rows.select_related("organisation", "person", "paragraph", "answer", "group", "group__answer")
    return in_order(rows)


def is_own(remark: Remark, by: Standing, guest: Guest | None = None) -> bool:
    if guest is not None:
        return remark.guest_id == guest.pk
    if remark.organisation_id:
        return remark.organisation_id in by.represents
    return by.person is not None and remark.person_id == by.person and not remark.entered_by_id


def answering(
    consultation: Consultation, *, only: str = "", unit: str = "", organisation: str = ""
) -> QuerySet[Remark]:  # fmt: skip
    """The remarks on the desk: `only` without or with an answer, of one paragraph, of one organisation."""
    rows = remarks_of(consultation)
    if only == "waiting":
        rows = rows.filter(WITHOUT_ANSWER)
    elif only == "answered":
        rows = rows.exclude(WITHOUT_ANSWER)
    elif only in set(RemarkStance):
        rows = rows.filter(stance=only)
    elif only in set(RemarkOutcome):
        rows = rows.filter(Q(answer__outcome=only) | Q(group__answer__outcome=only))
    if unit:
        rows = rows.filter(paragraph__stable=unit) if unit != "whole" else rows.filter(paragraph=None)
    return rows.filter(organisation_id=organisation) if organisation else rows


def units_with_remarks(consultation: Consultation, limit: int = 2_000) -> list[tuple[UUID, str]]:
    """The paragraphs that have remarks, in their order."""
    rows = Paragraph.objects.filter(remarks__consultation=consultation, remarks__withdrawn_at=None).distinct()
    return list(rows.order_by("place", "pk").values_list("stable", "unit")[:limit])


def parties_with_remarks(consultation: Consultation, limit: int = 2_000) -> list[tuple[UUID, str]]:
    rows = Organisation.objects.filter(
        consultation_remarks__consultation=consultation, consultation_remarks__withdrawn_at=None
    )
    return list(rows.distinct().order_by("name", "pk").values_list("pk", "name")[:limit])


def at_the_same_place(remark: Remark, limit: int = 500) -> list[Remark]:
    """The other remarks at its paragraph that nobody answered."""
    rows = Remark.objects.filter(WITHOUT_ANSWER, consultation=remark.consultation_id, paragraph=remark.paragraph_id)
    rows = rows.exclude(pk=remark.pk).select_related("organisation", "person", "paragraph")
    return list(rows.order_by("number")[:limit])


def in_group(remark: Remark, limit: int = 500) -> list[Remark]:
    """The remarks put together with it, itself among them."""
    if not remark.group_id:
        return [remark]
    rows = Remark.objects.filter(group=remark.group_id, withdrawn_at=None)
    return list(rows.select_related("organisation", "guest", "person").order_by("number")[:limit])


def chosen(consultation: Consultation, keys: Iterable[object], limit: int = 500) -> list[Remark]:
    """Those of the keys that can be put together: of this consultation, without an answer, not withdrawn."""
    rows = Remark.objects.filter(WITHOUT_ANSWER, consultation=consultation, pk__in=[str(key) for key in keys][:limit])
    return list(rows.select_related("group").order_by("number"))


def left(consultation: Consultation, remarks: Iterable[Remark], day: date) -> set[UUID]:
    """The organisations among those who remarked that belong to the network no more; their remarks stay."""
    keys = {one.organisation_id for one in remarks if one.organisation_id}
    rows = members_of(consultation.network, day, *Status.values).filter(pk__in=keys) if keys else ()
    return keys - {one.pk for one in rows}


def answer_to(remark: Remark) -> Answer | None:
    """The answer that stands now: its own, or its group's."""
    rows = Answer.objects.filter(Q(remark=remark) | Q(group=remark.group_id) if remark.group_id else Q(remark=remark))
    return rows.select_related("answered_by").first()


def taken_up(version_of: Consultation, limit: int = 500) -> list[Remark]:
    """Remarks that were accepted, wholly or in part: for which a paragraph may be changed."""
    outcomes = [RemarkOutcome.ACCEPTED, RemarkOutcome.PARTLY]
    rows = remarks_of(version_of).filter(Q(answer__outcome__in=outcomes) | Q(group__answer__outcome__in=outcomes))
    return list(rows[:limit])


def stances_and_outcomes(consultation: Consultation) -> tuple[Counter[str], Counter[str], int]:
    """How many remarks of each stance and with each outcome, and from how many organisations; one query."""
    rows = Remark.objects.filter(consultation=consultation, withdrawn_at=None)
    told = rows.values_list("stance", "answer__outcome", "group__answer__outcome", "organisation", "party")[:MOST]
    stances: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    parties = set()
    for stance, own, shared, organisation, party in told:
        stances[stance] += 1
        outcomes[own or shared or ""] += 1
        parties.add(organisation or party)
    return stances, outcomes, len(parties - {"", None})

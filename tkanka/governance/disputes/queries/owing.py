"""What waits for somebody in files."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef

from tkanka.network.networks.models import Network
from tkanka.rules.disputes import OVER, DisputeState
from tkanka.rules.standing import Office, Standing

from ..models import Dispute, Key, Mediator, Party, Substitute, Word
from .finding import Offices, offices_of, seen_in

MOST = 20


def owed_by(network: Network, by: Standing, day: date, *, advises: bool) -> Iterator[tuple[str, Dispute]]:
    """What is asked of the visitor, and in which dispute: answer, word, key, substitute."""
    if by.represents:
        yield from _of_parties(network, by)
    if by.person is None:
        return
    replaces = Substitute.objects.filter(dispute__network=network, person=by.person)
    if advises or Office.COORDINATOR in by.offices or replaces.exists():
        said = Key.objects.filter(dispute=OuterRef("pk"), person=by.person, asked_at=OuterRef("asked_at"))
        waiting = seen_in(network, by, day).filter(state=DisputeState.ASKED).exclude(Exists(said))
        waiting = waiting.exclude(parties__organisation__in=by.represents)
        yield from (("key", one) for one in waiting[:MOST])
    if advises:
        offices = offices_of(network, day)
        rows = seen_in(network, by, day).exclude(state__in=OVER).exclude(parties__organisation__in=by.represents)
        rows = rows.prefetch_related("parties", "involved", "substitutes")
        yield from (("substitute", one) for one in rows[:MOST] if _lacks_somebody(one, offices))


def _of_parties(network: Network, by: Standing) -> Iterator[tuple[str, Dispute]]:
    parties = Party.objects.filter(dispute__network=network, organisation__in=by.represents)
    parties = parties.exclude(dispute__state__in=OVER).select_related("dispute")
    for party in parties.filter(brought=False, answer="").order_by("told_on", "pk")[:MOST]:
        yield "answer", party.dispute
    said = Word.objects.filter(mediator=OuterRef("pk"), party__organisation__in=by.represents)
    asked = Mediator.objects.filter(dispute__parties__in=parties, accepted=None).exclude(Exists(said))
    for mediator in asked.select_related("dispute").order_by("proposed_at", "pk")[:MOST]:
        yield "word", mediator.dispute


def _lacks_somebody(dispute: Dispute, offices: Offices) -> bool:
    parties = {one.organisation_id for one in dispute.parties.all()}
    named = {one.person_id for one in dispute.involved.all()}
    replaced = {one.replaces_id for one in dispute.substitutes.all()}
    touched = {one for one in offices.people if one in named or offices.commits.get(one, set()) & parties}
    return bool(touched - replaced)

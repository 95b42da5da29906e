"""The page of one organisation, with what every room knows of it."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tkanka.coordination.activities.lines import lines_of
from tkanka.coordination.activities.queries import published, published_rows
from tkanka.ground.kit.dates import only_day
from tkanka.network.directory.queries import cards_of, hides, profile_in, reached
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import history_of
from tkanka.network.representation.queries import confirmed_links
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.membership import fresh_until
from tkanka.rules.networks import may_edit_profile
from tkanka.rules.standing import Standing

from ..duties import AHEAD

SHOWN = 25
# Those of whom one's own people may ask what they see: a visitor, and somebody of another member organisation.
SEEN_BY: Mapping[str, Standing] = {"visitor": Standing(), "member": Standing(members=frozenset({UUID(int=0)}))}


@require_safe
@in_network
@kept_for_visitors
def organisation(visit: Visit, key: UUID) -> HttpResponse:
    """Who they are, what they do, whom to ask; its history for its own people and those in office.

    `?seen-by=visitor` or `member` shows its own people what others see.
    """
    words = vocabulary()
    profile = profile_in(visit.network, key, visit.frame.book, words, visit.today)
    own = key in {m.organisation for m in visit.standing.mandates}
    seen_by = visit.GET.get("seen-by", "") if own or visit.standing.keeps_the_network else ""
    by = SEEN_BY.get(seen_by, visit.standing)
    own = own and by is visit.standing
    insider = own or by.keeps_the_network
    shown = list(published(visit.network).filter(organisation=key).order_by("-starts", "title")[:SHOWN])
    hidden = hides(profile.party, by, stale=profile.stale)
    context = {
        "cards": [] if hidden else cards_of([key], by).get(key, []),
        "lines": lines_of(shown, published_rows(shown), words, timezone.now()),
        "due": due_soon(visit, profile.party),
        "profile": profile,
        "ties": confirmed_links(profile.party),
        "own": own,
        "is_host": bool(visit.frame.hosting and visit.frame.hosting.organisation_id == key),
        "seen_by": seen_by if seen_by in SEEN_BY else "",
        "may_edit": may_edit_profile(by, organisation=key),
        "reached": reached(profile.party, by, stale=profile.stale),
        "history": history_of(profile.party) if insider else [],
        "size_label": size_label(words, profile.party.size),
    }
    return render(visit, "front/organisation.html", context)


def due_soon(visit: Visit, party: Organisation) -> date | None:
    """The day until which its own people should confirm the profile, when that day is near or past."""
    confirmed = only_day(party.confirmed_at) if party.confirmed_at else visit.today
    due = fresh_until(visit.frame.book, confirmed)
    return due if due - AHEAD <= visit.today else None


def size_label(words: Vocabulary, code: str) -> str:
    entry = words.by_code.get(("sizes", code))
    return entry.label if entry else ""

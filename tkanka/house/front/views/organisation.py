"""The page of one organisation, with what every room knows of it."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tkanka.coordination.activities.lines import lines_of
from tkanka.coordination.activities.queries import published, published_rows
from tkanka.ground.kit.dates import only_day
from tkanka.network.directory.queries import (
    Face,
    cards_of,
    doing_of,
    face_of,
    hides,
    membership_in,
    reached,
)
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.parts import Place, part, parts
from tkanka.network.networks.queries import history_of
from tkanka.network.representation.queries import confirmed_links
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.membership import fresh_until
from tkanka.rules.networks import may_edit_profile
from tkanka.rules.standing import Standing

from ..duties import AHEAD

SHOWN = 25
SHARED = ("head", "activities", "does", "data")
TEMPLATES = (
    "directory/organisation_head.html",
    "front/organisation_activities.html",
    "directory/organisation_does.html",
    "directory/organisation_data.html",
)
# Those of whom one's own people may ask what they see: a visitor, and somebody of another member organisation.
SEEN_BY: Mapping[str, Standing] = {"visitor": Standing(), "member": Standing(members=frozenset({UUID(int=0)}))}


@require_safe
@in_network
@kept_for_visitors
def organisation(visit: Visit, key: UUID) -> HttpResponse:
    """Who they are, what they do, whom to ask; its history for its own people and those in office.

    `?seen-by=visitor` or `member` shows its own people what others see.
    """
    membership = membership_in(visit.network, key, visit.today)
    party = membership.organisation
    face = face_of(membership, visit.frame.book, visit.today, is_host=is_host(visit, key))
    own = key in {m.organisation for m in visit.standing.mandates}
    seen_by = visit.GET.get("seen-by", "") if own or visit.standing.keeps_the_network else ""
    by = SEEN_BY.get(seen_by, visit.standing)
    insider = (own and by is visit.standing) or by.keeps_the_network
    hidden = hides(party, by, stale=face.line.stale)
    context = {
        **dict(zip(SHARED, parts(visit, TEMPLATES, told, face), strict=True)),
        "history": history(visit, party) if insider else "",
        "cards": [] if hidden else cards_of([key], by).get(key, []),
        "due": due_soon(visit, party),
        "party": party,
        "seen_by": seen_by if seen_by in SEEN_BY else "",
        "may_edit": may_edit_profile(by, organisation=key),
        "reached": reached(party, by, stale=face.line.stale),
    }
    return render(visit, "front/organisation.html", context)


def told(place: Place, face: Face) -> dict[str, object]:
    """What everybody may know, the same for all."""
    words, key = vocabulary(), face.line.key
    shown = list(published(place.network).filter(organisation=key).order_by("-starts", "title")[:SHOWN])
    return {
        "face": face,
        "doing": doing_of(key, words),
        "lines": lines_of(shown, published_rows(shown), words, place.day),
        "size_label": size_label(words, face.size),
        "ties": confirmed_links(key),
    }


def history(visit: Visit, party: Organisation) -> str:
    """For its own people and those in office only."""
    return part(visit, "directory/organisation_history.html", told_insiders, party.pk, party.name)


def told_insiders(place: Place, key: UUID, name: str) -> dict[str, object]:
    """What was done about the organisation, the same for all who may know."""
    return {"history": history_of(Organisation(pk=key, name=name))}


def is_host(visit: Visit, key: UUID) -> bool:
    return bool(visit.frame.hosting and visit.frame.hosting.organisation_id == key)


def due_soon(visit: Visit, party: Organisation) -> date | None:
    """The day until which its own people should confirm the profile, when that day is near or past."""
    confirmed = only_day(party.confirmed_at) if party.confirmed_at else visit.today
    due = fresh_until(visit.frame.book, confirmed)
    return due if due - AHEAD <= visit.today else None


def size_label(words: Vocabulary, code: str) -> str:
    entry = words.by_code.get(("sizes", code))
    return entry.label if entry else ""

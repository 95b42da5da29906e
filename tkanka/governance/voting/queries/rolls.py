"""Who is on the roll of a vote, and what was said."""

from collections import Counter
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from tkanka.rules.standing import Standing
from tkanka.rules.voting import Choice

from ..models import Ballot, Poll, Urn, Voter

MOST = 20_000


def roll_of(poll: Poll) -> QuerySet[Voter]:
    """Every line, by name; page it."""
    rows = Voter.objects.filter(poll=poll).select_related("person", "organisation", "ballot")
    return rows.order_by("-entitled", "organisation__name", "person__name", "pk")


def left_out(poll: Poll, limit: int = 50) -> list[Voter]:
    """Lines about which something is to be said: without a vote, without a deciding role, stepped back."""
    return list(roll_of(poll).exclude(kind="")[:limit])


def own_lines(poll: Poll, by: Standing, limit: int = 50) -> list[Voter]:
    """The visitor's own lines, or those of the organisations they may commit."""
    if by.person is None:
        return []
    rows = roll_of(poll).filter(Q(person=by.person) | Q(as_organisation=True, organisation__in=by.speaks_for))
    return list(rows[:limit])


def cast_count(poll: Poll) -> tuple[int, int]:
    """How many have voted, of how many entitled."""
    lines = Voter.objects.filter(poll=poll, entitled=True)
    found = Counter(lines.values_list("voted", flat=True)[:MOST])
    return found[True], found[True] + found[False]


def counts_of(poll: Poll) -> Mapping[str, int]:
    """What was said in a secret vote, in numbers."""
    urn = Urn.objects.filter(poll=poll).first() or Urn(poll=poll)
    return {Choice.FOR.value: urn.in_favour, Choice.AGAINST.value: urn.against, Choice.ABSTAIN.value: urn.abstained}


def lines_of(poll: Poll, *, secret: bool) -> list[dict[str, Any]]:
    """The roll as it is published: no keys of people, and no choices where the vote was secret."""
    rows = roll_of(poll).values_list(
        "person__name", "organisation__name", "entitled", "kind", "who", "cite", "reason", "voted", "ballot__choice"
    )
    found = []
    for name, organisation, entitled, kind, who, cite, reason, voted, choice in rows[:MOST]:
        line = {"name": name or "", "organisation": organisation or "", "entitled": entitled}
        if kind:
            line |= {"kind": kind, "who": who, "cite": cite, "reason": reason}
        found.append(line | ({"voted": voted} if secret else {"choice": choice}))
    return found


def objections_of(poll: Poll, limit: int = 200) -> list[Ballot]:
    """Ballots with a reason: the objections of a consensus."""
    rows = Ballot.objects.filter(voter__poll=poll, choice=Choice.AGAINST).exclude(reason="")
    return list(rows.select_related("voter__person", "voter__organisation").order_by("cast_at", "pk")[:limit])


def silent_organisations(poll: Poll) -> list[UUID]:
    rows = Voter.objects.filter(poll=poll, entitled=True, voted=False, as_organisation=True)
    return list(rows.values_list("organisation", flat=True)[:MOST])


def silent_people(poll: Poll) -> list[Voter]:
    rows = Voter.objects.filter(poll=poll, entitled=True, voted=False, as_organisation=False, person__isnull=False)
    return list(rows.select_related("person")[:MOST])

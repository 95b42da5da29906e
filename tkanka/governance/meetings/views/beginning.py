"""What the form of a new meeting or series begins with."""

from typing import Any

from tkanka.network.networks.doors import Visit
from tkanka.rules.meetings import MeetingAudience, MeetingKind, Told, read_rhythm

from ..tongues import TONGUES, from_terms

LONGEST = 500


def asked_for(visit: Visit) -> tuple[dict[str, Any], str]:
    """What the link that led here says: whose meeting it is, in which languages, and the words of a group's terms of
    reference about its meetings, as they were written."""
    body, words = visit.GET.get("body", ""), visit.GET.get("meets", "")[:LONGEST]
    if not body:
        return {}, ""
    spoken = [code for code in map(from_terms, visit.GET.getlist("language")[:20]) if code in dict(TONGUES)]
    before: dict[str, Any] = {"body": body, "kind": MeetingKind.BODY, "audience": MeetingAudience.BODY}
    if spoken:
        before["languages"] = spoken
    if len(spoken) > 1 and visit.GET.get("interpreted"):
        before["interpretation"] = spoken
    return before | ({"form": told.form} if (told := read_rhythm(words)).form else {}), words


def rhythm_of(told: Told) -> dict[str, Any]:
    """How often and how long, as the form of a series asks it."""
    said = {"frequency": told.frequency, "interval": told.interval, "minutes": told.minutes}
    return {name: value for name, value in said.items() if value is not None}

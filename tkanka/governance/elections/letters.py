"""Letters of elections."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.queries import members_of, recipients_for_offices, recipients_of
from tkanka.network.networks.queries.belonging import recipient

from .models import Candidacy, Election


def tell_members(election: Election, letter: str, at: datetime, nth: int = 0, **more: Any) -> None:
    """Whoever speaks for a member, and the offices."""
    day = localdate(at)
    members = members_of(election.network, day).values_list("pk", flat=True)[:20_000]
    people = dict(recipients_of(members, day)) | dict(recipients_for_offices(election.network, day))
    _write(election, people.items(), letter, at, nth, **more)


def tell_voters(election: Election, organisations: Iterable[UUID], letter: str, at: datetime) -> None:
    _write(election, recipients_of(organisations, localdate(at)), letter, at)


def tell_candidate(candidacy: Candidacy, letter: str, at: datetime) -> None:
    if candidacy.person is None:
        return
    election = candidacy.election
    mandates = dict(recipients_of([candidacy.organisation_id], localdate(at)))
    to = recipient(candidacy.person)
    _write(election, [(to, mandates.get(to, ""))], letter, at, candidacy=candidacy)


def _write(
    election: Election, people: Iterable[tuple[Recipient, str]], letter: str, at: datetime, nth: int = 0, **more: Any
) -> None:
    network = election.network
    cause = f"election.{letter}:{election.pk}" + (f":{nth}" if nth else "")
    for to, basis in people:
        write_letter(
            to=to, cause=cause, template=f"elections/mail/{letter}.txt", at=at, network=network.pk, basis=basis,
            network_name=network.short_name, slug=network.slug, election=election, body=election.body, **more,
        )  # fmt: skip

"""Agreeing on a mediator."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.queries import person_by_email
from tkanka.rules.disputes import DISPUTE, DisputeState, all_replaced, is_accepted, may_propose_mediator, may_speak
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..letters import tell, tell_mediator
from ..models import Mediator, Party, Word
from ..queries import file_of, is_neutral
from .bringing import acts


def propose_mediator(
    *, by: Standing, at: datetime, party: Party, name: str, origin: str, email: str = "", advice: str = ""
) -> Mediator:
    """A party proposes somebody; its own word is given with that."""
    with entry("dispute.mediator_proposed", by=by, at=at) as record:
        dispute, day = locked(party.dispute), localdate(at)
        file, person = file_of(dispute, day), person_by_email(email) if email else None
        record.rests_on(may_propose_mediator(
            rulebook_of(dispute.network, day), by, file.facts, party=party.organisation_id, origin=origin,
            neutral=is_neutral(file, person, name, day),
        ))  # fmt: skip
        made = Mediator.objects.create(
            dispute=dispute, name=name.strip(), email=email.strip(), person=person, origin=origin,
            advice=advice.strip(), proposed_by=party, proposed_at=at,
        )  # fmt: skip
        Word.objects.create(mediator=made, party=party, accepts=True, said_at=at)
        acts(dispute, by, at)
        tell(file, at, made.pk, but=party.organisation_id)
        record.about(dispute, made)
        return made


def say_of_mediator(*, by: Standing, at: datetime, mediator: Mediator, party: Party, accepts: bool) -> Mediator:
    """Once all parties agree, the mediator is accepted and sees this file and no other; one no ends the proposal."""
    with entry("dispute.mediator_answered", by=by, at=at) as record:
        dispute, day = locked(mediator.dispute), localdate(at)
        mediator, book = locked(mediator), rulebook_of(dispute.network, day)
        file = file_of(dispute, day)
        record.rests_on(may_speak(book, by, file.facts, party=party.organisation_id))
        record.rests_on(all_replaced(book, file.facts) & check(mediator.accepted is None, "mediator_is_open"))
        Word.objects.update_or_create(mediator=mediator, party=party, defaults={"accepts": accepts, "said_at": at})
        acts(dispute, by, at)
        words = dict(mediator.words.values_list("party", "accepts"))
        if not accepts:
            mediator.accepted = False
        elif is_accepted(book, [words.get(one.pk) for one in file.parties]):
            mediator.accepted = True
            if dispute.state == DisputeState.INTAKE:
                dispute.state = DISPUTE.after(dispute.state, "mediate")
                dispute.save(update_fields=["state"])
        mediator.save(update_fields=["accepted"])
        file = file_of(dispute, day)
        tell(file, at, mediator.pk, but=party.organisation_id)
        tell_mediator(file, at, mediator.pk)
        record.about(dispute, mediator)
        return mediator

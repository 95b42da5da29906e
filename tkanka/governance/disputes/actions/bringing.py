"""Bringing a dispute, and what its parties say."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import members_of, rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.disputes import DISPUTE, kept_until, may_bring, may_note, may_speak
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..letters import tell, tell_advisers, tell_mediator
from ..models import Dispute, Involved, Leaf, Party
from ..queries import file_of, nameable


def bring(
    *, by: Standing, at: datetime, network: Network, organisation: Organisation, against: Collection[Organisation],
    title: str, statement: str, weight: str, in_faith: bool,
) -> Dispute:  # fmt: skip
    """A member brings a dispute; the other parties and whoever handles it learn that there is a file."""
    with entry("dispute.brought", by=by, at=at) as record:
        day = localdate(at)
        others = {one.pk for one in against}
        members = members_of(network, day).filter(pk__in=others).values_list("pk", flat=True)
        record.rests_on(may_bring(
            rulebook_of(network, day), by, organisation=organisation.pk, against=others, members=set(members[:200]),
            in_faith=in_faith,
        ))  # fmt: skip
        dispute = Dispute.objects.create(
            network=network, state=DISPUTE.start, title=title.strip(), statement=statement.strip(),
            weight=weight.strip(), brought_at=at, brought_by_id=by.person,
        )  # fmt: skip
        Party.objects.create(dispute=dispute, organisation=organisation, brought=True, told_on=day)
        for party in against:
            Party.objects.create(dispute=dispute, organisation=party, told_on=day)
        acts(dispute, by, at)
        file = file_of(dispute, day)
        tell(file, at, dispute.pk, but=organisation.pk)
        if file.facts.unreplaced:
            tell_advisers(file, at, dispute.pk)
        record.about(dispute)
        return dispute


def acts(dispute: Dispute, by: Standing, at: datetime) -> None:
    """Whoever acts in it for a party is personally involved."""
    assert by.person
    Involved.objects.get_or_create(dispute=dispute, person_id=by.person, defaults={"since": at})


def answer(*, by: Standing, at: datetime, party: Party, text: str) -> Party:
    """A party says how it sees the matter; it may change its words."""
    with entry("dispute.answered", by=by, at=at) as record:
        party, day = locked(party), localdate(at)
        dispute = party.dispute
        book = rulebook_of(dispute.network, day)
        record.rests_on(may_speak(book, by, file_of(dispute, day).facts, party=party.organisation_id))
        party.answer, party.answered_at, party.answered_by_id = text.strip(), at, by.person
        party.save(update_fields=["answer", "answered_at", "answered_by"])
        acts(dispute, by, at)
        tell(file_of(dispute, day), at, party.pk, but=party.organisation_id)
        record.about(dispute, party)
        return party


def name_involved(*, by: Standing, at: datetime, party: Party, person: Person) -> Involved:
    """A party says whom the dispute involves personally; those in office lose their key from that moment."""
    with entry("dispute.involved_named", by=by, at=at) as record:
        dispute, day = locked(party.dispute), localdate(at)
        file, book = file_of(dispute, day), rulebook_of(dispute.network, day)
        record.rests_on(may_speak(book, by, file.facts, party=party.organisation_id))
        record.rests_on(check(person in nameable(file, day), "may_be_involved", book.disputes.involved_office_holders))
        made = Involved.objects.create(dispute=dispute, person=person, named_by=party, since=at)
        file = file_of(dispute, day)
        if file.facts.unreplaced:
            tell_advisers(file, at, made.pk)
        record.about(dispute, made)
        return made


def undertake(*, by: Standing, at: datetime, party: Party, accepts: bool) -> Party:
    """A party says, before the vote, whether it will accept the settlement."""
    with entry("dispute.undertaken", by=by, at=at) as record:
        party, day = locked(party), localdate(at)
        dispute = party.dispute
        book, facts = rulebook_of(dispute.network, day), file_of(dispute, day).facts
        record.rests_on(may_speak(book, by, facts, party=party.organisation_id))
        opened = dispute.poll is not None and dispute.poll.opened_at is not None
        record.rests_on(check(not opened, "before_the_vote", book.disputes.admission_keys))
        party.undertakes = accepts
        party.save(update_fields=["undertakes"])
        acts(dispute, by, at)
        record.about(dispute, party)
        return party


def note(*, by: Standing, at: datetime, dispute: Dispute, text: str, held_on: date | None = None) -> Leaf:
    """Add to the file: what was said at a meeting, or a document in words."""
    with entry("dispute.noted", by=by, at=at) as record:
        day = localdate(at)
        file = file_of(dispute, day)
        record.rests_on(may_note(rulebook_of(dispute.network, day), by, file.facts))
        leaf = Leaf.objects.create(
            dispute=dispute, text=text.strip(), held_on=held_on, added_at=at, added_by_id=by.person
        )
        tell(file, at, leaf.pk, but=own_party(by, file.facts.parties))
        tell_mediator(file, at, leaf.pk)
        record.about(dispute, leaf)
        return leaf


def own_party(by: Standing, parties: Collection[UUID]) -> UUID | None:
    return next((key for key in sorted(parties) if key in by.represents), None)


def withdraw(*, by: Standing, at: datetime, party: Party) -> Dispute:
    """Whoever brought the dispute takes it back."""
    with entry("dispute.withdrawn", by=by, at=at) as record:
        dispute, day = locked(party.dispute), localdate(at)
        file, book = file_of(dispute, day), rulebook_of(dispute.network, day)
        record.rests_on(may_speak(book, by, file.facts, party=party.organisation_id))
        record.rests_on(check(party.brought, "own_dispute"))
        dispute.state = DISPUTE.after(dispute.state, "withdraw")
        dispute.closed_at, dispute.delete_on = at, kept_until(book, day)
        dispute.save(update_fields=["state", "closed_at", "delete_on"])
        tell(file_of(dispute, day), at, dispute.pk, but=party.organisation_id)
        record.about(dispute)
        return dispute

"""A dispute from its file to its end, by actions."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, belongs, keeps, organisation, person
from tkanka.governance.disputes import actions, jobs, queries
from tkanka.governance.disputes.models import Dispute, Involved, Leaf, Mediator, Substitute
from tkanka.governance.meetings.actions import note_presence
from tkanka.governance.meetings.tests.makers import START, called
from tkanka.governance.voting import actions as voting
from tkanka.governance.voting.models import Voter
from tkanka.ground.kit.traces import traces_of
from tkanka.ground.notices.models import Message
from tkanka.network.networks.actions import give_mandate
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import standing_of
from tkanka.rules.disputes import DisputeState, Holder
from tkanka.rules.standing import Capacity, Office
from tkanka.rules.voting import Choice, ExclusionKind

from .makers import LATER, SECRET, Refused, advisory, again, answered, asked, brought, codes, party, turns

pytestmark = pytest.mark.django_db
S = DisputeState
THERE = START + timedelta(minutes=10)


def told():
    return {one.email.split("@")[0] for one in Message.objects.filter(cause__startswith="dispute.")}


def seen_by(cast, somebody):
    by = cast.by(somebody)
    return list(queries.seen_in(cast.razem, by, NOW.date()))


def admitted(cast, advisers):
    dispute = brought(cast)
    answered(cast, dispute)
    asked(cast, dispute)
    turns(cast, dispute, cast.halina, Holder.COORDINATOR)
    for one in advisers[:2]:
        turns(cast, dispute, one)
    return again(dispute)


def voted(cast, dispute, choices, by=None):
    """A vote at a meeting at which everybody named is there."""
    meeting = called(cast)
    for somebody, party_, _ in choices:
        note_presence(by=cast.by(cast.igor), at=THERE, meeting=meeting, person=somebody, organisation=party_)
    dispute = actions.put_to_vote(by=by or cast.by(cast.igor), at=THERE, dispute=dispute, meeting=meeting)
    for somebody, party_, choice in choices:
        line = Voter.objects.get(poll=dispute.poll, organisation=party_)
        voting.cast(by=cast.by(somebody), at=THERE, voter=line, choice=choice)
    voting.close_poll(by=cast.by(cast.igor), at=THERE, poll=dispute.poll)
    jobs.take_verdicts(THERE)
    return again(dispute)


@pytest.mark.norm("R-10-10")
def test_parties_and_handlers_learn_only_that_there_is_a_file(cast):
    dispute = brought(cast)
    assert told() == {"bea", "halina", "igor"}
    assert not any(SECRET in one.subject + one.text for one in Message.objects.all())
    for somebody in (cast.ada, cast.bea, cast.halina, cast.igor):
        assert seen_by(cast, somebody) == [dispute]
    for somebody in (cast.olga, cast.stranger, *advisory(cast.razem)):
        assert seen_by(cast, somebody) == []


@pytest.mark.norm("R-10-01")
def test_intake_is_never_refused_for_what_it_weighs(cast):
    assert brought(cast, weight="").state == S.INTAKE


@pytest.mark.norm("R-10-02", "R-10-03", "R-10-04")
def test_all_parties_agree_on_a_mediator_who_then_sees_this_file_only(cast):
    dispute, other = brought(cast), brought(cast)
    wise = person("rozjemca")
    made = actions.propose_mediator(
        by=cast.by(cast.ada), at=NOW, party=party(dispute, cast.dach), name="Rozjemca", origin="outside",
        email=wise.email, advice="Starszyzny",
    )  # fmt: skip
    assert seen_by(cast, wise) == []
    actions.say_of_mediator(by=cast.by(cast.bea), at=NOW, mediator=made, party=party(dispute, cast.mosty), accepts=True)
    assert (again(dispute).state, made.advice) == (S.MEDIATION, "Starszyzny")
    assert seen_by(cast, wise) == [again(dispute)] and other.pk
    actions.note(by=cast.by(wise), at=NOW, dispute=dispute, text="Pierwsze spotkanie", held_on=NOW.date())
    settled = actions.settle(by=cast.by(wise), at=NOW, dispute=dispute, outcome="Klucze na zmianę.")
    assert settled.state == S.SETTLED and Leaf.objects.count() == 1


@pytest.mark.norm("R-10-03")
def test_one_no_ends_the_proposal(cast):
    dispute = brought(cast)
    made = actions.propose_mediator(
        by=cast.by(cast.ada), at=NOW, party=party(dispute, cast.dach), name="Rozjemca", origin="outside"
    )
    actions.say_of_mediator(
        by=cast.by(cast.bea), at=NOW, mediator=made, party=party(dispute, cast.mosty), accepts=False
    )
    assert Mediator.objects.get().accepted is False and again(dispute).state == S.INTAKE


@pytest.mark.norm("R-10-03")
@pytest.mark.parametrize("who", ["bea@example.org", "celina@example.org", "Stowarzyszenie Trzy Mosty"])
def test_a_party_is_no_mediator(cast, who):
    give_mandate(by=SYSTEM, at=NOW, person=person("celina"), organisation=cast.dach, since=NOW.date(),
                 capacity=Capacity.COMMUNICATION)  # fmt: skip
    dispute = brought(cast)
    email, name = (who, "Ktoś") if "@" in who else ("", who)
    with pytest.raises(Refused) as refused:
        actions.propose_mediator(
            by=cast.by(cast.ada), at=NOW, party=party(dispute, cast.dach), name=name, origin="inside", email=email
        )
    assert codes(refused) == {"mediator_is_no_party"}


@pytest.mark.norm("R-10-02", "R-10-05")
def test_the_other_party_is_heard_first_and_no_mediation_needs_its_reason(cast):
    dispute = brought(cast)
    with pytest.raises(Refused) as refused:
        asked(cast, dispute, without_mediation=" ")
    assert codes(refused) == {"mediation_or_reason", "others_are_heard"}
    answered(cast, dispute)
    assert asked(cast, dispute).state == S.ASKED


@pytest.mark.norm("R-10-06")
def test_two_keys_with_reasons_admit_a_dispute(cast):
    advisers = advisory(cast.razem)
    dispute = brought(cast)
    answered(cast, dispute)
    asked(cast, dispute)
    with pytest.raises(Refused):
        turns(cast, dispute, cast.halina, Holder.COORDINATOR, reason=" ")
    assert turns(cast, dispute, cast.halina, Holder.COORDINATOR).state == S.ASKED
    with pytest.raises(Refused) as refused:
        turns(cast, dispute, cast.igor, Holder.COORDINATOR)
    assert "holds_a_key" in codes(refused)
    with pytest.raises(Refused):
        actions.put_to_vote(by=cast.by(cast.igor), at=THERE, dispute=again(dispute), meeting=called(cast))
    turns(cast, dispute, advisers[0])
    assert turns(cast, dispute, advisers[1]).state == S.ADMITTED


@pytest.mark.norm("R-10-06")
def test_one_key_refused_sends_it_back_to_mediation_and_it_may_be_asked_again(cast):
    advisory(cast.razem)
    dispute = brought(cast)
    answered(cast, dispute)
    asked(cast, dispute)
    assert turns(cast, dispute, cast.halina, Holder.COORDINATOR, agrees=False).state == S.MEDIATION
    actions.ask_admission(by=cast.by(cast.ada), at=LATER, party=party(dispute, cast.dach), reason="Znów",
                          without_mediation="Nie ma kogo")  # fmt: skip
    assert turns(cast, dispute, cast.halina, Holder.COORDINATOR, at=LATER).state == S.ASKED


@pytest.mark.norm("R-10-07", "R-10-08")
def test_the_majority_of_members_present_settles_and_the_parties_undertake_before(cast):
    advisers = advisory(cast.razem)
    dispute = admitted(cast, advisers)
    actions.undertake(by=cast.by(cast.bea), at=NOW, party=party(dispute, cast.mosty), accepts=True)
    neutral = Organisation.objects.get(name="Organizacja 0")
    dispute = voted(cast, dispute, [
        (cast.ada, cast.dach, Choice.FOR), (cast.bea, cast.mosty, Choice.FOR), (advisers[0], neutral, Choice.AGAINST),
    ])  # fmt: skip
    assert dispute.state == S.DECIDED and dispute.poll.title == "Rozstrzygnięcie sporu"
    without = queries.verdict_without_parties(queries.file_of(dispute, NOW.date()))
    assert without["outcome"] == "failed" and without["tally"].against == 1
    with pytest.raises(Refused) as refused:
        actions.undertake(by=cast.by(cast.ada), at=THERE, party=party(dispute, cast.dach), accepts=True)
    assert codes(refused) == {"before_the_vote"}
    closed = actions.close(by=cast.by(cast.igor), at=THERE, dispute=dispute, outcome="Wspólny magazyn.",
                           follow_up="Sprawdzić", follow_up_on=THERE.date())  # fmt: skip
    assert closed.state == S.CLOSED and closed.delete_on.year == THERE.year + 2


@pytest.mark.norm("R-10-07")
def test_without_a_majority_it_goes_back_to_mediation(cast):
    dispute = admitted(cast, advisory(cast.razem))
    dispute = voted(cast, dispute, [(cast.ada, cast.dach, Choice.FOR), (cast.bea, cast.mosty, Choice.AGAINST)])
    assert dispute.state == S.MEDIATION


@pytest.mark.norm("R-10-12")
def test_not_everybody_who_sits_for_a_party_is_involved_until_they_are_named(cast):
    dispute = brought(cast)
    jobless = person("karol")
    give_mandate(by=SYSTEM, at=NOW, person=jobless, organisation=cast.dach, since=NOW.date(),
                 capacity=Capacity.DIRECTOR)  # fmt: skip
    keeps(jobless, cast.razem, Office.COORDINATOR)
    assert not queries.file_of(dispute, NOW.date()).facts.in_office
    actions.name_involved(by=cast.by(cast.bea), at=NOW, party=party(dispute, cast.mosty), person=jobless)
    assert queries.file_of(dispute, NOW.date()).facts.in_office == {jobless.pk}
    assert seen_by(cast, jobless) == []
    with pytest.raises(Refused):
        actions.name_involved(by=cast.by(cast.bea), at=NOW, party=party(dispute, cast.mosty), person=cast.stranger)


class TestCoordinatorIsAParty:
    """Halina coordinates, and speaks for an organisation that has a dispute with Jeden Dach."""

    @pytest.fixture
    def case(self, cast):
        self.cast, self.advisers = cast, advisory(cast.razem)
        self.own = belongs(organisation("Fundacja Haliny"), cast.razem, main=cast.halina)
        self.dispute = brought(cast, against=[self.own])
        actions.answer(by=cast.by(cast.halina), at=NOW, party=party(self.dispute, self.own), text="Nie tak było.")
        return self

    def replaced(self, case, person_=None):
        return actions.name_substitute(
            by=case.cast.by(case.advisers[0]), at=NOW, dispute=case.dispute, replaces=case.cast.halina,
            person=person_ or case.cast.bea,
        )  # fmt: skip

    @pytest.mark.norm("R-10-12", "R-10-13")
    def test_she_comes_as_a_party_only(self, case):
        by = case.cast.by(case.cast.halina)
        assert queries.hidden_from(case.cast.razem, by) == [case.dispute.pk]
        assert queries.hidden_from(case.cast.razem, case.cast.by(case.cast.igor)) == []
        for refused in (
            lambda: actions.close(by=by, at=NOW, dispute=case.dispute, outcome="Nic"),
            lambda: actions.settle(by=by, at=NOW, dispute=case.dispute, outcome="Nic"),
        ):
            with pytest.raises(Refused):
                refused()

    @pytest.mark.norm("R-10-14")
    def test_nothing_goes_on_before_somebody_replaces_her(self, case):
        with pytest.raises(Refused) as refused:
            asked(case.cast, case.dispute)
        assert codes(refused) == {"involved_are_replaced"}
        with pytest.raises(Refused):
            actions.settle(by=case.cast.by(case.cast.igor), at=NOW, dispute=case.dispute, outcome="Nic")
        advisers = {"doradca0", "doradca1", "doradca2"}
        assert advisers <= told()
        assert seen_by(case.cast, case.advisers[0]) == [case.dispute]

    @pytest.mark.norm("R-10-14")
    def test_who_replaces_her_speaks_for_another_member(self, case):
        for unfit in (case.cast.ada, case.cast.olga, case.advisers[1], case.cast.igor):
            with pytest.raises(Refused) as refused:
                self.replaced(case, unfit)
            assert codes(refused) == {"substitute_of_another_member"}
        assert self.replaced(case).holder == Holder.COORDINATOR

    @pytest.mark.norm("R-10-14")
    def test_where_all_of_the_advisory_group_are_involved_a_lot_decides(self, case):
        for one in case.advisers:
            actions.name_involved(
                by=case.cast.by(case.cast.ada), at=NOW, party=party(case.dispute, case.cast.dach), person=one
            )
        drawn = actions.draw_substitute(
            by=case.cast.by(case.cast.igor), at=NOW, dispute=case.dispute, replaces=case.cast.halina
        )
        assert (drawn.person, drawn.by_lot) == (case.cast.bea, True)

    @pytest.mark.norm("R-10-12", "R-10-13", "R-10-14")
    def test_her_key_goes_to_the_substitute_and_she_keeps_her_vote(self, case):
        cast = case.cast
        self.replaced(case)
        asked(cast, case.dispute)
        with pytest.raises(Refused) as refused:
            turns(cast, case.dispute, cast.halina, Holder.COORDINATOR)
        assert "involved_hold_no_key" in codes(refused)
        turns(cast, case.dispute, cast.bea, Holder.COORDINATOR)
        for one in case.advisers[:2]:
            turns(cast, case.dispute, one)
        dispute = again(case.dispute)
        assert dispute.state == S.ADMITTED
        meeting = called(cast)
        people = [(cast.halina, case.own), (cast.ada, cast.dach), (cast.bea, cast.mosty)]
        for somebody, own in people:
            note_presence(by=cast.by(cast.igor), at=THERE, meeting=meeting, person=somebody, organisation=own)
        with pytest.raises(Refused):
            actions.put_to_vote(by=cast.by(cast.halina), at=THERE, dispute=dispute, meeting=meeting)
        dispute = actions.put_to_vote(by=cast.by(cast.bea), at=THERE, dispute=dispute, meeting=meeting)
        line = Voter.objects.get(poll=dispute.poll, organisation=case.own)
        assert (line.entitled, line.kind) == (True, ExclusionKind.NO_DECIDING_ROLE)
        voting.cast(by=cast.by(cast.halina), at=THERE, voter=line, choice=Choice.AGAINST)
        for refused_step in (
            lambda: voting.close_poll(by=cast.by(cast.halina), at=THERE, poll=dispute.poll),
            lambda: voting.call_off(by=cast.by(cast.halina), at=THERE, poll=dispute.poll, reason="Nie"),
            lambda: voting.enter_hands(by=cast.by(cast.halina), at=THERE, poll=dispute.poll, choices={}),
        ):
            with pytest.raises(Refused):
                refused_step()


@pytest.mark.norm("R-10-13", "R-10-14")
def test_an_adviser_who_is_involved_has_no_key_but_who_replaces_them_has(cast):
    advisers = advisory(cast.razem, 2)
    dispute = brought(cast)
    actions.name_involved(by=cast.by(cast.ada), at=NOW, party=party(dispute, cast.dach), person=advisers[0])
    third = person("trzecia")
    belongs(organisation("Trzecia"), cast.razem, main=third)
    actions.name_substitute(
        by=standing_of(advisers[1], cast.razem, NOW.date()), at=NOW, dispute=dispute, replaces=advisers[0],
        person=third,
    )  # fmt: skip
    answered(cast, dispute)
    asked(cast, dispute)
    with pytest.raises(Refused):
        turns(cast, dispute, advisers[0])
    turns(cast, dispute, cast.halina, Holder.COORDINATOR)
    assert turns(cast, dispute, advisers[1]).state == S.ASKED
    assert turns(cast, dispute, third).state == S.ADMITTED


@pytest.mark.norm("R-10-10")
def test_when_its_day_comes_only_the_outcome_stays(cast):
    dispute = brought(cast)
    actions.note(by=cast.by(cast.igor), at=NOW, dispute=dispute, text=SECRET)
    closed = actions.close(by=cast.by(cast.igor), at=NOW, dispute=dispute, outcome="Zgoda.")
    jobs.clear_files(NOW + timedelta(days=700))
    assert again(dispute).statement
    jobs.clear_files(NOW + timedelta(days=731))
    kept = again(dispute)
    assert (closed.outcome, kept.outcome, kept.statement, kept.title) == ("Zgoda.", "Zgoda.", "", "")
    assert not Leaf.objects.exists() and not Involved.objects.exists() and kept.cleared_at
    jobs.clear_files(NOW + timedelta(days=800))


def test_whoever_brought_it_takes_it_back(cast):
    dispute = brought(cast)
    with pytest.raises(Refused):
        actions.withdraw(by=cast.by(cast.bea), at=NOW, party=party(dispute, cast.mosty))
    gone = actions.withdraw(by=cast.by(cast.ada), at=NOW, party=party(dispute, cast.dach))
    assert gone.state == S.WITHDRAWN and gone.delete_on
    with pytest.raises(Refused):
        actions.answer(by=cast.by(cast.bea), at=NOW, party=party(dispute, cast.mosty), text="Za późno")


def test_nothing_is_left_of_a_person_who_goes(cast):
    dispute = brought(cast, statement="Bea Bea kazała.")
    actions.propose_mediator(by=cast.by(cast.ada), at=NOW, party=party(dispute, cast.dach), name="Olga",
                             origin="inside", email=cast.olga.email)  # fmt: skip
    for somebody, name in ((cast.bea, "Bea Bea"), (cast.olga, "Olga Olga")):
        actions.forget_person(by=SYSTEM, at=NOW, traces=traces_of(somebody.pk, [somebody.email], name))
    assert "Bea" not in Dispute.objects.get().statement
    assert Mediator.objects.get().email == "" and not Substitute.objects.exists()

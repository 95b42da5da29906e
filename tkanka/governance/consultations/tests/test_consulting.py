"""From a plan to a report: who is asked, what is said, what is answered, and what comes of it."""

from datetime import timedelta

import pytest

from tests.cast import DAY, NOW, belongs, network, organisation, person
from tkanka.governance.bodies.tests.made import advisory, seat
from tkanka.governance.consultations import actions, jobs, queries
from tkanka.governance.consultations.comparing import compared
from tkanka.governance.consultations.likeness import alike
from tkanka.governance.consultations.models import Answer, Consultation, Remark
from tkanka.ground.notices.models import Message
from tkanka.network.networks.actions import end_membership
from tkanka.network.networks.queries import rulebook_of, standing_of
from tkanka.rules.consultations import ConsultationState, DocumentKind, RemarkOutcome, passed_consultation
from tkanka.rules.membership import MembershipState
from tkanka.rules.ruling import Refused

from .made import LATER, document, ended, fresh, next_version, opened, prepared, said, unit

pytestmark = pytest.mark.django_db


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def told(cause):
    return set(Message.objects.filter(cause__startswith=f"consultation.{cause}").values_list("email", flat=True))


def answered(cast, remark, outcome=RemarkOutcome.ACCEPTED, reason="Słusznie.", **more):
    return actions.answer(by=cast.by(cast.igor), at=LATER, remark=remark, outcome=outcome, reason=reason, **more)


@pytest.mark.norm("R-11-02", "R-11-03")
def test_a_change_of_the_charter_is_asked_of_bodies_and_all_members_and_then_passes(cast):
    group = advisory(cast.razem)
    of, book = document(cast, kind=DocumentKind.CHARTER), rulebook_of(cast.razem, DAY)
    short = prepared(cast, of=of, days=7)
    with pytest.raises(Refused) as refused:
        actions.announce_consultation(by=cast.by(cast.igor), at=NOW, consultation=short)
    assert codes(refused) == {"period_long_enough", "bodies_asked_on_charter"}
    assert not passed_consultation(book, queries.gates_of(of, book))
    actions.change_plan(by=cast.by(cast.igor), at=NOW, consultation=short, plan="Odpowiemy.", opens_on=DAY,
                        closes_on=DAY + timedelta(days=13), bodies=[group])  # fmt: skip
    actions.announce_consultation(by=cast.by(cast.igor), at=NOW, consultation=fresh(short))
    assert told("invited") == {"ada@example.org", "bea@example.org"}
    remark = said(cast, fresh(short))
    gates = queries.gates_of(of, book)
    assert (gates.bodies_invited, gates.members_invited, gates.closed, gates.unanswered) == (True, True, False, 1)
    closing = ended(cast, short)
    answered(cast, remark)
    actions.close_consultation(by=cast.by(cast.igor), at=LATER, consultation=closing)
    assert passed_consultation(book, queries.gates_of(of, book))


@pytest.mark.norm("R-11-04")
def test_the_plan_is_published_at_opening_and_not_changed_any_more(cast):
    consultation = opened(cast)
    assert consultation.announced_at == NOW and consultation.state == ConsultationState.OPEN
    with pytest.raises(Refused) as refused:
        actions.change_plan(by=cast.by(cast.igor), at=NOW, consultation=consultation, plan="", opens_on=DAY,
                            closes_on=DAY)  # fmt: skip
    assert codes(refused) == {"plan_not_published_yet"}
    assert fresh(consultation).version.published_at == NOW


def test_those_asked_get_one_letter_each_and_outsiders_an_address_of_their_own(cast):
    group = advisory(cast.razem)
    seat(group, cast.bea, cast.mosty)
    made = prepared(cast, bodies=[group], observers=True)
    actions.invite_guest(by=cast.by(cast.igor), at=NOW, consultation=made, email="Urzad@example.org", party="Urząd")
    assert not told("invited")
    actions.announce_consultation(by=cast.by(cast.igor), at=NOW, consultation=fresh(made))
    everybody = {"ada@example.org", "bea@example.org", "olga@example.org", "urzad@example.org"}
    assert told("invited") == everybody
    assert Message.objects.filter(cause__startswith="consultation.invited").count() == len(everybody)
    letter = Message.objects.get(email="urzad@example.org")
    assert "/consultations/guest/" in letter.url and "odpowiemy do końca grudnia" in letter.text
    assert Message.objects.get(email="olga@example.org").language == "en"


def test_it_opens_and_ends_on_its_days_and_the_silent_are_reminded_once(cast):
    made = prepared(cast, opens_on=DAY + timedelta(days=2), closes_on=DAY + timedelta(days=9))
    actions.announce_consultation(by=cast.by(cast.igor), at=NOW, consultation=made)
    jobs.keep_days(NOW)
    assert fresh(made).state == ConsultationState.DRAFT and not told("invited")
    jobs.keep_days(NOW + timedelta(days=2))
    assert fresh(made).state == ConsultationState.OPEN and told("invited")
    said(cast, fresh(made), at=NOW + timedelta(days=3))
    for days in (5, 6, 7):
        jobs.remind_silent(NOW + timedelta(days=days))
    assert told("reminder") == {"bea@example.org"}
    assert Message.objects.filter(cause__startswith="consultation.reminder").count() == 1
    jobs.keep_days(NOW + timedelta(days=9))
    assert fresh(made).state == ConsultationState.OPEN
    jobs.keep_days(NOW + timedelta(days=10))
    assert fresh(made).state == ConsultationState.ANSWERING


@pytest.mark.norm("K-02-03", "W-CS-03")
def test_remarks_are_made_for_an_organisation_until_the_end_and_changed_by_it_alone(cast):
    consultation = opened(cast, of=document(cast, kind=DocumentKind.OUTSIDE, author="Urząd Marszałkowski"))
    remark = said(cast, consultation, label="§ 1", proposal="Spotykamy się co miesiąc.")
    assert remark.number == 1 and remark.organisation == cast.dach and remark.paragraph.unit == "§ 1"
    with pytest.raises(Refused) as refused:
        said(cast, consultation, who=cast.ada, party=cast.mosty)
    assert "speaks_for_the_remarker" in codes(refused)
    with pytest.raises(Refused):
        actions.change_remark(by=cast.by(cast.bea), at=NOW, remark=remark, stance="for", text="Nie")
    changed = actions.change_remark(by=cast.by(cast.ada), at=NOW, remark=remark, stance="for", text="Tak")
    assert (changed.text, changed.stance) == ("Tak", "for")
    with pytest.raises(Refused) as refused:
        said(cast, fresh(consultation), at=LATER)
    assert codes(refused) == {"remarks_are_open"}
    with pytest.raises(Refused) as refused:
        actions.withdraw_remark(by=cast.by(cast.ada), at=LATER, remark=remark)
    assert codes(refused) == {"remarks_are_open"}
    actions.withdraw_remark(by=cast.by(cast.ada), at=NOW, remark=remark)
    assert not queries.unanswered(consultation).exists()


def test_observers_and_strangers_remark_only_where_they_are_asked(cast):
    consultation = opened(cast)
    with pytest.raises(Refused) as refused:
        said(cast, consultation, who=cast.olga, party=cast.observer)
    assert codes(refused) == {"asked_in_this_consultation"}
    other = opened(cast, of=document(cast, title="Inny"), observers=True)
    assert said(cast, other, who=cast.olga, party=cast.observer).organisation == cast.observer


def test_a_remark_that_came_on_paper_is_entered_for_whoever_made_it(cast):
    consultation = opened(cast)
    by = {"by": cast.by(cast.igor), "at": LATER, "consultation": consultation, "stance": "neutral", "text": "Głos"}
    outside = actions.enter_remark(**by, party="Uniwersytet")
    assert (outside.whose, outside.entered_by_id) == ("Uniwersytet", cast.igor.pk)
    assert actions.enter_remark(**by, organisation=cast.mosty, party="x").whose == "Stowarzyszenie Trzy Mosty"
    with pytest.raises(Refused) as refused:
        actions.enter_remark(**by)
    assert codes(refused) == {"remark_has_its_author"}
    with pytest.raises(Refused):
        actions.enter_remark(**{**by, "by": cast.by(cast.ada)}, party="Uniwersytet")


@pytest.mark.norm("R-05-02", "R-06-08")
def test_remarks_of_the_advisory_group_on_the_strategy_are_answered_before_the_end(cast):
    group = advisory(cast.razem)
    seat(group, cast.bea, cast.mosty)
    consultation = opened(cast, bodies=[group], members=False)
    remark = said(cast, consultation, who=cast.bea, party=cast.mosty, label="§ 1")
    with pytest.raises(Refused):
        said(cast, consultation)
    closing = ended(cast, consultation)
    with pytest.raises(Refused) as refused:
        actions.close_consultation(by=cast.by(cast.igor), at=LATER, consultation=closing)
    assert codes(refused) == {"every_remark_answered"}
    answered(cast, remark, RemarkOutcome.PARTLY, "Co dwa miesiące.")
    letter = Message.objects.get(cause__startswith="consultation.answered")
    assert letter.email == "bea@example.org" and "Co dwa miesiące." in letter.text
    closed = actions.close_consultation(by=cast.by(cast.igor), at=LATER, consultation=closing)
    assert closed.state == ConsultationState.CLOSED
    with pytest.raises(Refused) as refused:
        answered(cast, remark, seen=1)
    assert codes(refused) == {"remarks_are_answered_now"}


@pytest.mark.norm("B-02-06", "B-b4-01", "B-02-03")
def test_results_of_research_are_open_to_remarks_with_opening_closing_and_answer(cast):
    siec = network("siec")
    somebody = person("natalia")
    party = belongs(organisation("Fundacja Migrantek"), siec, main=somebody)
    office = cast.by(cast.igor)
    of = document(cast, by=office, network=siec, kind=DocumentKind.RESEARCH, title="Wyniki badań")
    consultation = opened(cast, by=office, of=of)
    remark = actions.remark(by=standing_of(somebody, siec, DAY), at=NOW, consultation=consultation, stance="neutral",
                            text="Brakuje Łodzi.", organisation=party)  # fmt: skip
    closing = ended(cast, consultation)
    assert (closing.opens_on, closing.state) == (DAY, ConsultationState.ANSWERING)
    actions.answer(by=office, at=LATER, remark=remark, outcome=RemarkOutcome.ACCEPTED, reason="Dodamy.")
    assert actions.close_consultation(by=office, at=LATER, consultation=closing).closed_at == LATER


def test_an_answer_has_its_reason_and_does_not_write_over_anothers(cast):
    consultation = opened(cast)
    remark = said(cast, consultation)
    with pytest.raises(Refused) as refused:
        answered(cast, remark)
    assert codes(refused) == {"remarks_are_answered_now"}
    ended(cast, consultation)
    remark = queries.remark_in(fresh(consultation), remark.pk)
    with pytest.raises(Refused) as refused:
        answered(cast, remark, reason="  ")
    assert codes(refused) == {"position_explained"}
    answered(cast, remark)
    with pytest.raises(Refused) as refused:
        answered(cast, remark, RemarkOutcome.REJECTED, "Nie.")
    assert codes(refused) == {"nobody_answered_meanwhile"}
    answered(cast, remark, RemarkOutcome.REJECTED, "Jednak nie.", seen=1)
    kept = Answer.objects.get()
    assert (kept.outcome, kept.revision) == (RemarkOutcome.REJECTED, 2)
    assert Message.objects.filter(cause__startswith="consultation.answered", email="ada@example.org").count() == 2


def test_one_answer_to_remarks_that_say_the_same_tells_all_their_authors(cast):
    consultation = opened(cast)
    ours = said(cast, consultation, label="§ 1", text="Spotkania raz na kwartał to za mało.")
    theirs = said(cast, consultation, who=cast.bea, party=cast.mosty, label="§ 1", text="Za mało spotkań w kwartale.")
    other = said(cast, consultation, label="§ 2", text="Dobrze.")
    assert alike(ours, queries.at_the_same_place(ours)) == [theirs]
    by = cast.by(cast.igor)
    with pytest.raises(Refused) as refused:
        actions.group_remarks(by=by, at=NOW, consultation=consultation, remarks=[ours])
    assert codes(refused) == {"remarks_fit_together"}
    group = actions.group_remarks(by=by, at=NOW, consultation=consultation, remarks=[ours, theirs])
    again = actions.group_remarks(by=by, at=NOW, consultation=consultation, remarks=[theirs, other])
    assert again == group and group.remarks.count() == 3
    actions.ungroup_remark(by=by, at=NOW, remark=queries.remark_in(consultation, other.pk))
    closing = ended(cast, consultation)
    answered(cast, queries.remark_in(closing, theirs.pk), reason="Co miesiąc.")
    assert [one.number for one in queries.unanswered(closing)] == [other.number]
    assert told("answered") == {"ada@example.org", "bea@example.org"}


def test_the_next_version_says_who_changed_what_and_because_of_which_remark(cast):
    consultation = opened(cast)
    of = consultation.version.document
    remark = said(cast, consultation, label="§ 1")
    with pytest.raises(Refused) as refused:
        by, version, note, last = next_version(cast, of)
        actions.publish_version(by=by, at=NOW, version=version, note=note)
    assert codes(refused) == {"no_remarks_coming_in"}
    answered(cast, queries.remark_in(ended(cast, consultation), remark.pk))
    first = next(one for one in queries.paragraphs_of(version) if one.unit == "§ 1")
    first.version = version
    actions.edit_paragraph(by=by, at=LATER, paragraph=first, text="Spotykamy się co miesiąc.", label="§ 1",
                           because=remark)  # fmt: skip
    actions.add_paragraph(by=by, at=LATER, after=first, text="Nowy.", label="§ 1a")
    dropped = next(one for one in queries.paragraphs_of(version) if one.unit == "§ 2")
    dropped.version = version
    actions.drop_paragraph(by=by, at=LATER, paragraph=dropped)
    actions.publish_version(by=by, at=LATER, version=version, note=note)
    changes = {one.unit: one for one in compared(queries.with_changes(last), queries.with_changes(version))}
    assert {name: one.kind for name, one in changes.items()} == {"§ 1": "changed", "§ 1a": "added", "§ 2": "dropped"}
    assert [part.text for part in changes["§ 1"].parts if part.kind == "new"] == ["miesiąc"]
    assert changes["§ 1"].after.because == remark and changes["§ 1"].after.changed_by == cast.igor
    assert Answer.objects.get().version == version
    assert told("version") == {"ada@example.org", "bea@example.org"}
    with pytest.raises(Refused) as refused:
        actions.edit_paragraph(by=by, at=LATER, paragraph=first, text="Inaczej", label="")
    assert codes(refused) == {"version_still_a_draft"}


def test_a_remark_stays_when_its_organisation_leaves(cast):
    consultation = opened(cast)
    remark = said(cast, consultation)
    membership = cast.razem.memberships.get(organisation=cast.dach)
    end_membership(by=cast.by(cast.igor), at=NOW, membership=membership, state=MembershipState.RESIGNED, on=DAY)
    assert list(queries.unanswered(consultation)) == [remark]
    closing = ended(cast, consultation)
    assert queries.left(closing, [remark], LATER.date()) == {cast.dach.pk}
    answered(cast, queries.remark_in(closing, remark.pk))


def test_a_consultation_is_called_off_with_a_reason(cast):
    consultation = opened(cast)
    with pytest.raises(Refused) as refused:
        actions.call_off_consultation(by=cast.by(cast.igor), at=NOW, consultation=consultation, reason=" ")
    assert codes(refused) == {"calling_off_explained"}
    actions.call_off_consultation(by=cast.by(cast.igor), at=NOW, consultation=consultation, reason="Zły plik.")
    assert told("called_off") == {"ada@example.org", "bea@example.org"}
    assert prepared(cast, of=consultation.version.document).state == ConsultationState.DRAFT


def test_two_consultations_on_one_document_are_not_prepared_at_once(cast):
    consultation = opened(cast)
    with pytest.raises(Refused) as refused:
        prepared(cast, of=consultation.version.document)
    assert codes(refused) == {"not_asked_about_already"}
    assert Consultation.objects.count() == 1


def test_a_paragraph_of_another_version_cannot_be_remarked_on(cast):
    consultation, other = opened(cast), document(cast, title="Inny")
    foreign = queries.paragraphs_of(queries.versions_of(other)[0])[0]
    with pytest.raises(Refused) as refused:
        actions.remark(by=cast.by(cast.ada), at=NOW, consultation=consultation, stance="for", text="x",
                       organisation=cast.dach, paragraph=foreign)  # fmt: skip
    assert codes(refused) == {"paragraph_of_the_version"}
    assert not Remark.objects.exists() and unit(consultation, "§ 2")

"""Drafts, handing in, answering, taking back, trying again."""

from datetime import timedelta

import pytest

from tests import cast as made_by
from tkanka.ground.notices.models import Message
from tkanka.network.membership import actions, jobs
from tkanka.network.membership.models import Application
from tkanka.network.networks.queries import charter_on
from tkanka.rules.ruling import Refused

from . import made
from .made import NOW, by


def codes(refused):
    return {g.code for g in refused.value.ruling.failed}


def letters(cause):
    return sorted(Message.objects.filter(cause__startswith=cause).values_list("email", flat=True))


@pytest.mark.norm("R-03-07", "R-03-08", "R-03-09")
def test_handing_in_keeps_every_declaration_with_version_and_person(razem, cast):
    application = made.submitted(razem, cast.stranger)
    kept = list(application.declarations.all())
    assert {d.code for d in kept} == {
        "intent_and_aims", "humanitarian_standards", "active_information_sharing", "nonprofit_and_protective_use",
    }  # fmt: skip
    assert {d.charter for d in kept} == {charter_on(razem, made.DAY)}
    assert {d.person for d in kept} == {cast.stranger}
    assert letters("application.received") == ["stranger@example.org"]
    assert letters("application.arrived") == ["halina@example.org", "igor@example.org"]


@pytest.mark.norm("R-03-07", "R-03-08", "R-03-09")
def test_nothing_is_handed_in_while_a_declaration_is_missing(razem, cast):
    draft = made.draft(razem, cast.stranger)
    with pytest.raises(Refused) as refused:
        made.submit(draft, made=["intent_and_aims"])
    assert codes(refused) == {"every_declaration_made"}
    assert Application.objects.get().state == "draft"


def test_declarations_read_in_an_older_version_do_not_count(razem, cast):
    draft = made.draft(razem, cast.stranger)
    with pytest.raises(Refused) as refused:
        actions.submit_application(
            by=by(cast.stranger, razem), at=NOW, application=draft, own=True, profile=made.profile(),
            made=["intent_and_aims", "humanitarian_standards", "active_information_sharing",
                  "nonprofit_and_protective_use"],
            charter=None,
        )  # fmt: skip
    assert codes(refused) == {"declared_in_force"}


def test_sent_twice_there_is_one_application(razem, cast):
    draft = made.draft(razem, cast.stranger)
    made.submit(draft)
    with pytest.raises(Refused) as refused:
        made.submit(draft)
    assert codes(refused) == {"step_not_open"}
    assert Application.objects.count() == 1
    assert letters("application.received") == ["stranger@example.org"]


def test_a_second_application_for_the_same_party_waits_for_the_first(razem, cast):
    first = made.submitted(razem, cast.stranger)
    second = made.draft(razem, cast.stranger, name="Fundacja „OTWARTY brzeg”")
    with pytest.raises(Refused) as refused:
        made.submit(second)
    assert codes(refused) == {"earlier_application_over"}
    actions.withdraw_application(by=by(cast.stranger, razem), at=NOW, application=first, own=True)
    made.submit(second)


def test_a_person_may_apply_for_several_parties(razem, cast):
    made.submitted(razem, cast.stranger, name="Fundacja Pierwsza")
    made.submitted(razem, cast.stranger, name="Fundacja Druga")
    assert Application.objects.filter(state="submitted").count() == 2


@pytest.mark.norm("R-03-10")
def test_the_secretariat_may_type_in_for_an_applicant_and_both_are_recorded(razem, cast):
    igor = by(cast.igor, razem)
    draft = actions.begin_draft(by=igor, at=NOW, network=razem, applicant=cast.stranger, language="pl")
    assert (draft.applicant, draft.typed_by) == (cast.stranger, cast.igor)
    application = actions.submit_application(
        by=igor, at=NOW, application=draft, own=False, profile=made.profile(), charter=charter_on(razem, made.DAY),
        made=["intent_and_aims", "humanitarian_standards", "active_information_sharing",
              "nonprofit_and_protective_use"],
    )  # fmt: skip
    declared = application.declarations.first()
    assert (declared.person, declared.entered_by) == (cast.stranger, cast.igor)


def test_nobody_outside_the_secretariat_types_in_for_others(razem, cast):
    with pytest.raises(Refused) as refused:
        actions.begin_draft(by=by(cast.ada, razem), at=NOW, network=razem, applicant=cast.stranger, language="pl")
    assert codes(refused) == {"assisted_application"}


@pytest.mark.norm("W-ZA-06")
@pytest.mark.parametrize("network", ["warmia", "forum", "siec"])
def test_where_nobody_verifies_there_are_no_applications(network, request, db):
    with pytest.raises(Refused) as refused:
        made.draft(request.getfixturevalue(network), made_by.person("wanda"))
    assert codes(refused) == {"network_verifies"}


def test_a_draft_is_kept_as_typed_and_found_by_its_holder_only(razem, cast):
    draft = made.draft(razem)
    saved = actions.save_draft(
        by=by(None, razem), at=NOW, draft=draft, own=True, step="details", typed={"krs": "000999001", "town": "Chełm"}
    )
    assert saved.data["details"] == {"krs": "000999001", "town": "Chełm"}
    assert saved.town == "Chełm"
    with pytest.raises(Refused):
        actions.save_draft(by=by(cast.ada, razem), at=NOW, draft=draft, own=False, step="which", typed={"name": "X"})


def test_a_draft_begun_without_an_account_becomes_that_of_who_signs_in(razem, cast):
    draft = made.draft(razem)
    given = actions.give_draft(by=by(cast.ada, razem), at=NOW, draft=draft, own=True, person=cast.ada)
    assert given.applicant == cast.ada
    with pytest.raises(Refused):
        actions.give_draft(by=by(cast.bea, razem), at=NOW, draft=draft, own=True, person=cast.bea)


def test_drafts_nobody_comes_back_to_are_deleted(razem, cast):
    made.draft(razem, cast.stranger, name="Stary szkic")
    made.draft(razem, cast.stranger, at=NOW + timedelta(days=20), name="Nowy szkic")
    waiting = made.submitted(razem, cast.ada, name="Fundacja Czeka")
    assert jobs.forget_drafts(NOW + timedelta(days=31)) == 1
    assert set(Application.objects.values_list("name", flat=True)) == {"Nowy szkic", waiting.name}


def test_an_answer_lets_the_clock_go_on_and_reaches_the_secretariat(razem, cast):
    application = made.asked(razem, cast.stranger, cast.igor)
    assert application.state == "asked"
    question = actions.answer_question(
        by=by(cast.stranger, razem), at=NOW, application=application, own=True, answer="Prowadzimy świetlicę."
    )
    assert question.answer == "Prowadzimy świetlicę."
    assert Application.objects.get(pk=application.pk).state == "submitted"
    assert letters("application.answered") == ["halina@example.org", "igor@example.org"]


def test_only_the_applicant_answers(razem, cast):
    application = made.asked(razem, cast.stranger, cast.igor)
    with pytest.raises(Refused) as refused:
        actions.answer_question(by=by(cast.ada, razem), at=NOW, application=application, own=False, answer="Nie")
    assert "own_application" in codes(refused)


def test_trying_again_starts_from_what_was_said(razem, cast):
    application = made.refused(razem, cast.stranger, cast.halina)
    again = actions.reapply(by=by(cast.stranger, razem), at=NOW, application=application, own=True)
    assert (again.state, again.name, again.earlier) == ("draft", application.name, application)
    assert again.data["which"]["name"] == application.name
    assert "profile" not in again.data
    once_more = actions.reapply(by=by(cast.stranger, razem), at=NOW, application=application, own=True)
    assert once_more == again


def test_a_withdrawn_draft_leaves_nothing_behind(razem, cast):
    draft = made.draft(razem, cast.stranger)
    actions.withdraw_application(by=by(cast.stranger, razem), at=NOW, application=draft, own=True)
    assert not Application.objects.exists()

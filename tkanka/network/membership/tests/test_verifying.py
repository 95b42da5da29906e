"""What the secretariat does with applications, and what follows in the same moment."""

from datetime import date, timedelta

import pytest

from tests import cast as made_by
from tkanka.ground.kit.dates import only_day
from tkanka.ground.notices.models import Message
from tkanka.ground.search.models import Entry as Indexed
from tkanka.network.membership import actions, jobs
from tkanka.network.membership.models import Application
from tkanka.network.membership.queries import clock_of, unconfirmed
from tkanka.network.networks.models import CharterVersion, Organisation
from tkanka.network.networks.queries import charter_on, rulebook_of
from tkanka.rules.ruling import Refused

from . import made
from .made import NOW, by


def codes(refused):
    return {g.code for g in refused.value.ruling.failed}


def letters(cause):
    return sorted(Message.objects.filter(cause__startswith=cause).values_list("email", flat=True))


@pytest.mark.norm("R-03-10", "R-03-11")
def test_admission_registers_the_party_and_lets_its_applicant_act_at_once(razem, cast):
    application = made.submitted(razem, cast.stranger)
    membership = actions.accept_application(by=by(cast.igor, razem), at=NOW, application=application)
    party = membership.organisation
    assert (party.name, party.kind, party.town) == ("Fundacja Otwarty Brzeg", "foundation", "Świnoujście")
    standing = by(cast.stranger, razem)
    assert standing.speaks_for == {party.pk}
    assert application.declarations.filter(organisation=party).count() == 4
    assert Indexed.objects.filter(key=party.pk, network=razem.pk).exists()
    assert letters("application.accepted") == ["stranger@example.org"]


def test_admission_happens_wholly_or_not_at_all(razem, cast, monkeypatch):
    application = made.submitted(razem, cast.stranger)

    def broken(*args, **kwargs):
        raise RuntimeError("the outbox is away")

    monkeypatch.setattr("tkanka.network.membership.actions.verifying.to_applicant", broken)
    with pytest.raises(RuntimeError):
        actions.accept_application(by=by(cast.igor, razem), at=NOW, application=application)
    assert Application.objects.get(pk=application.pk).state == "submitted"
    assert not Organisation.objects.filter(name="Fundacja Otwarty Brzeg").exists()


def test_a_party_of_another_network_comes_in_as_it_is_known(razem, cast, warmia):
    party = made_by.belongs(made_by.organisation("Federacja Jezior", "federation"), warmia, main=cast.stranger)
    application = made.submitted(razem, cast.stranger, organisation=party, name=party.name, kind="federation")
    membership = actions.accept_application(by=by(cast.igor, razem), at=NOW, application=application)
    assert membership.organisation == party
    assert Organisation.objects.filter(name="Federacja Jezior").count() == 1
    assert party.mandates.filter(person=cast.stranger).count() == 1


def test_only_the_secretariat_decides_and_never_on_its_own_case(razem, cast):
    application = made.submitted(razem, cast.stranger)
    with pytest.raises(Refused) as refused:
        actions.accept_application(by=by(cast.ada, razem), at=NOW, application=application)
    assert codes(refused) == {"secretariat_verifies"}
    own = made.submitted(razem, cast.igor, name="Fundacja Igora")
    with pytest.raises(Refused) as refused:
        actions.accept_application(by=by(cast.igor, razem), at=NOW, application=own)
    assert codes(refused) == {"not_own_case"}


@pytest.mark.norm("R-03-04")
@pytest.mark.parametrize("branch", [made.ACTIVE, made.SUPPORTS])
def test_one_branch_of_eligibility_is_enough(razem, cast, branch):
    application = made.submitted(razem, cast.stranger, stated=(branch,))
    assert actions.accept_application(by=by(cast.igor, razem), at=NOW, application=application)


@pytest.mark.norm("R-03-04")
def test_without_either_branch_nothing_is_handed_in(razem, cast):
    with pytest.raises(Refused) as refused:
        made.submitted(razem, cast.stranger, stated=())
    assert codes(refused) == {"one_condition_met"}


@pytest.mark.norm("R-01-05", "R-03-05")
@pytest.mark.parametrize("horizon", ["", "short_term", "medium_term", "long_term"])
def test_the_horizon_is_kept_and_decides_nothing(razem, cast, horizon):
    application = made.submitted(razem, cast.stranger, horizon=horizon)
    membership = actions.accept_application(by=by(cast.igor, razem), at=NOW, application=application)
    assert membership.organisation.horizon == horizon


def test_a_refusal_gives_its_reason_and_the_way_back(razem, cast):
    application = made.refused(razem, cast.stranger, cast.halina)
    assert (application.state, application.reason) == ("refused", "eligibility")
    letter = Message.objects.get(cause=f"application.refused:{application.pk}")
    assert "Pobieracie opłaty" in letter.text or "Pobieracie opłaty" in str(letter.__dict__)
    assert actions.reapply(by=by(cast.stranger, razem), at=NOW, application=application, own=True)


@pytest.mark.parametrize(
    ("reason", "explanation", "code"),
    [
        ("whim", "Bo tak.", "reason_on_the_list"),
        ("duplicate", "  ", "reason_explained"),
        ("kind", "Nie ten rodzaj.", "reason_holds"),
        ("declaration", "Brakuje.", "reason_holds"),
    ],
)
def test_a_refusal_needs_a_reason_that_holds_and_words(razem, cast, reason, explanation, code):
    application = made.submitted(razem, cast.stranger)
    with pytest.raises(Refused) as refused:
        actions.refuse_application(
            by=by(cast.igor, razem), at=NOW, application=application, reason=reason, explanation=explanation
        )
    assert code in codes(refused)
    assert Application.objects.get(pk=application.pk).state == "submitted"


@pytest.mark.norm("R-03-11")
def test_the_clock_runs_five_working_days_and_stands_while_an_answer_is_owed(razem, cast):
    book = rulebook_of(razem, made.DAY)
    application = made.submitted(razem, cast.stranger)  # a Friday
    clock = clock_of(book, application)
    assert (clock.due, clock.overdue(date(2026, 11, 27)), clock.overdue(date(2026, 11, 28))) == (
        date(2026, 11, 27), False, True,
    )  # fmt: skip
    actions.ask_applicant(by=by(cast.igor, razem), at=NOW + timedelta(days=3), application=application, text="Co?")
    held = clock_of(book, Application.objects.get())
    assert held.due is None and held.held(date(2026, 12, 10))
    actions.answer_question(
        by=by(cast.stranger, razem), at=NOW + timedelta(days=10), application=application, own=True, answer="To."
    )
    assert clock_of(book, Application.objects.get()).due == date(2026, 12, 4)


def test_the_coordinator_hears_once_of_an_overdue_application(razem, cast):
    made.submitted(razem, cast.stranger)
    assert jobs.tell_of_overdue(NOW + timedelta(days=7)) == 0
    assert jobs.tell_of_overdue(NOW + timedelta(days=8)) == 1
    assert jobs.tell_of_overdue(NOW + timedelta(days=9)) == 0
    assert letters("application.overdue") == ["halina@example.org"]
    assert Application.objects.get().state == "submitted"


def test_checks_are_ticked_by_somebody_and_taken_back(razem, cast):
    application = made.submitted(razem, cast.stranger)
    for _ in range(2):
        actions.check_item(by=by(cast.igor, razem), at=NOW, application=application, item="kind")
    assert [(c.item, c.by) for c in application.checks.all()] == [("kind", cast.igor)]
    actions.uncheck_item(by=by(cast.halina, razem), at=NOW, application=application, item="kind")
    assert not application.checks.exists()


def test_a_handler_gets_the_letters(razem, cast):
    application = made.submitted(razem, cast.stranger)
    actions.assign_handler(by=by(cast.halina, razem), at=NOW, application=application, handler=cast.igor)
    application.refresh_from_db()
    actions.withdraw_application(by=by(cast.stranger, razem), at=NOW, application=application, own=True)
    assert letters("application.withdrawn") == ["igor@example.org"]


def test_who_has_not_confirmed_the_declarations_is_listed_and_loses_nothing(razem, cast):
    application = made.accepted(razem, cast.stranger, cast.igor)
    assert application.organisation not in unconfirmed(razem, made.DAY, charter_on(razem, made.DAY))
    assert {cast.dach, cast.mosty} == set(unconfirmed(razem, made.DAY, charter_on(razem, made.DAY)))
    old = CharterVersion.objects.get(network=razem)
    CharterVersion.objects.create(network=razem, number=2, rulebook=old.rulebook, in_force_from=date(2026, 11, 20))
    assert application.organisation in unconfirmed(razem, made.DAY, charter_on(razem, made.DAY))
    new = CharterVersion.objects.get(network=razem, number=2)
    actions.confirm_declarations(
        by=by(cast.stranger, razem), at=NOW, network=razem, organisation=application.organisation,
        person=cast.stranger, charter=new, made=["intent_and_aims", "humanitarian_standards",
                                                 "active_information_sharing", "nonprofit_and_protective_use"],
    )  # fmt: skip
    assert application.organisation not in unconfirmed(razem, made.DAY, charter_on(razem, made.DAY))
    assert by(cast.bea, razem).is_member


@pytest.mark.norm("R-03-24")
def test_nowhere_is_a_fee_asked_for():
    columns = {f.name for model in (Application, Organisation) for f in model._meta.get_fields()}
    assert not {"fee", "payment", "paid", "amount", "invoice"} & columns


def test_a_day_is_the_day_in_warsaw():
    assert only_day(NOW.replace(hour=23, minute=30)) == date(2026, 11, 21)

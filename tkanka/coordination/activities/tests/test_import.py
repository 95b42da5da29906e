"""What becomes of the rows of a file."""

from datetime import date, timedelta

import pytest

from tests.cast import NOW, SYSTEM, belongs, organisation
from tkanka.coordination.activities import actions
from tkanka.coordination.activities.models import Activity, ImportFile, ImportPiece, ImportRun, Row
from tkanka.ground.ledger.models import Record
from tkanka.ground.ledger.queries import records_of
from tkanka.rules.ruling import Refused

from .sheet_makers import applied, brought, csv_of, reasons, row


def counts(run):
    return {key: run.counts[key] for key in ("created", "updated", "unchanged", "refused")}


def test_a_preview_writes_nothing_and_says_what_would_become_of_every_row(razem):
    run = brought(razem, csv_of(row(), row(Powiat="Legnica"), row(Powiat="Nibylandia")))
    assert run.state == "preview"
    assert counts(run) == {"created": 2, "updated": 0, "unchanged": 0, "refused": 1}
    assert reasons(run) == {4: ["area_unknown"]}
    assert not Activity.objects.exists()


def test_the_good_rows_are_entered_and_counted_in_one_record(razem, cast):
    run = applied(razem, csv_of(row(), row(Powiat="Legnica"), row(Powiat="Nibylandia")))
    assert run.state == "applied"
    assert Row.objects.filter(network=razem).count() == 2
    record = Record.objects.get(verb="import.applied")
    assert (record.facts["created"], record.facts["refused"]) == (2, 1)
    entered = Activity.objects.get()
    assert (entered.organisation, entered.source, entered.starts) == (cast.dach, "import", date(2026, 9, 1))


def test_rows_that_say_the_same_of_an_activity_are_one_activity_with_several_areas(razem):
    applied(razem, csv_of(row(), row(Powiat="Legnica"), row(Powiat="Legnica", Stan="planowane", Początek="2027-01-01")))
    assert sorted(one.rows.count() for one in Activity.objects.all()) == [1, 2]


def test_importing_a_file_twice_changes_nothing(razem):
    content = csv_of(row(), row(Powiat="Legnica"), row(**{"Dla kogo": "dzieci"}))
    applied(razem, content)
    before = list(Row.objects.order_by("key").values_list("key", "unit", "group", "reached"))
    run = applied(razem, content)
    assert counts(run) == {"created": 0, "updated": 0, "unchanged": 3, "refused": 0}
    assert list(Row.objects.order_by("key").values_list("key", "unit", "group", "reached")) == before


def test_a_changed_number_is_an_update_of_that_row_alone(razem):
    applied(razem, csv_of(row(), row(Powiat="Legnica")))
    run = applied(razem, csv_of(row(**{"Osoby objęte": "30"}), row(Powiat="Legnica")))
    assert counts(run) == {"created": 0, "updated": 1, "unchanged": 1, "refused": 0}
    assert sorted(Row.objects.values_list("reached", flat=True)) == [12, 30]


def test_a_new_area_joins_the_activity_it_belongs_to(razem):
    applied(razem, csv_of(row()))
    run = applied(razem, csv_of(row(), row(Powiat="Legnica")))
    assert counts(run) == {"created": 1, "updated": 0, "unchanged": 1, "refused": 0}
    assert Activity.objects.get().rows.count() == 2


def test_an_empty_cell_and_a_missing_column_leave_what_is_known(razem):
    applied(razem, csv_of(row(Opis="Dwa razy w tygodniu", Koniec="2026-12-31")))
    run = applied(razem, csv_of(row(**{"Osoby objęte": ""})))
    assert counts(run)["unchanged"] == 1
    entered = Activity.objects.get()
    assert (entered.description, entered.ends) == ("Dwa razy w tygodniu", date(2026, 12, 31))
    assert entered.rows.get().reached == 12


def test_a_row_that_repeats_another_is_unchanged_and_names_it_and_one_that_contradicts_it_is_refused(razem):
    run = brought(razem, csv_of(row(), row(), row(**{"Osoby objęte": "99"})))
    second = run.results.get(number=3)
    assert (second.outcome, second.notes) == ("unchanged", [["repeats", {"row": 2}]])
    third = run.results.get(number=4)
    assert third.problems == [["title", "repeats_otherwise", {"row": 2}]]


def test_rows_that_disagree_about_their_activity_are_refused_and_name_each_other(razem):
    applied(razem, csv_of(row(), row(Powiat="Legnica")))
    run = brought(razem, csv_of(row(Opis="Nowy opis"), row(Powiat="Legnica", Opis="Inny opis")))
    assert reasons(run) == {2: ["rows_disagree"], 3: ["rows_disagree"]}


def test_all_or_nothing_is_refused_where_a_row_is(razem):
    run = brought(razem, csv_of(row(), row(Powiat="Nibylandia")))
    with pytest.raises(Refused, match="no_row_refused"):
        actions.ask_to_apply(by=SYSTEM, at=NOW, run=run, only_good=False)


def test_a_file_is_applied_once_and_then_put_away(razem):
    run = applied(razem, csv_of(row()))
    with pytest.raises(Refused, match="step_not_open"):
        actions.ask_to_apply(by=SYSTEM, at=NOW, run=run)
    assert not ImportFile.objects.filter(run=run).exists()


def parted(monkeypatch, size=1):
    """Files are entered in parts of so many activities."""
    from tkanka.coordination.activities import taking

    monkeypatch.setattr(taking, "PART", size)
    return taking


def several(count):
    """Rows of so many activities."""
    return csv_of(*(row(Początek=f"2026-{month:02}-01", Powiat="Legnica") for month in range(1, count + 1)))


def test_a_part_that_breaks_off_leaves_nothing_behind_and_the_rest_is_entered_later(razem, monkeypatch):
    run = brought(razem, several(4))
    asked = actions.ask_to_apply(by=SYSTEM, at=NOW, run=run)
    taking = parted(monkeypatch)
    from tkanka.coordination.activities import writing

    real, entered = writing.revise, []

    def third_breaks(*told):
        entered.append(told)
        return real(*told) if len(entered) < 3 else 1 / 0

    with monkeypatch.context() as patched:
        patched.setattr(writing, "revise", third_breaks)
        with pytest.raises(ZeroDivisionError):
            taking.go_on(asked, SYSTEM, NOW)
    assert Row.objects.count() == 2
    asked.refresh_from_db()
    assert (asked.state, asked.entered, asked.to_enter) == ("applying", 2, 4)
    run = taking.go_on(asked, SYSTEM, NOW)
    assert (run.state, counts(run)["created"], run.entered) == ("applied", 4, 4)
    assert Row.objects.count() == 4
    assert not ImportPiece.objects.exists()


def test_what_is_entered_of_a_file_is_in_the_history_of_each_activity(razem):
    applied(razem, several(2))
    record = Record.objects.get(verb="activities.entered")
    assert record.facts["cause"] == str(ImportRun.objects.get().pk)
    for activity in Activity.objects.all():
        assert [one.verb for one in records_of(activity)] == ["activities.entered"]


def test_an_activity_changed_while_its_file_is_entered_is_read_again_and_not_overwritten(razem, monkeypatch):
    applied(razem, several(2))
    run = brought(razem, several(2).replace(b";12;", b";30;"))
    taking = parted(monkeypatch)
    real, raced = actions.enter_part, []

    def slow(**told):
        if not raced:
            raced.append(True)
            other = Activity.objects.get(pk=told["pieces"][0].activity)
            actions.move_activity(by=SYSTEM, at=NOW + timedelta(minutes=1), activity=other, step="suspend")
        return real(**told)

    monkeypatch.setattr(actions, "enter_part", slow)
    run = taking.go_on(actions.ask_to_apply(by=SYSTEM, at=NOW, run=run), SYSTEM, NOW)
    assert (run.state, counts(run)["updated"]) == ("applied", 2)
    assert set(Row.objects.values_list("reached", flat=True)) == {30}
    assert sorted(Activity.objects.values_list("status", flat=True)) == ["ongoing", "suspended"]


def test_what_was_entered_before_the_register_moved_stays_new_in_the_results(razem, monkeypatch):
    run = brought(razem, several(3))
    taking = parted(monkeypatch)
    real, calls = actions.enter_part, []

    def slow(**told):
        calls.append(True)
        if len(calls) == 2:
            raise actions.Moved
        return real(**told)

    monkeypatch.setattr(actions, "enter_part", slow)
    run = taking.go_on(actions.ask_to_apply(by=SYSTEM, at=NOW, run=run), SYSTEM, NOW)
    assert (run.state, run.entered, counts(run)["created"]) == ("applied", 3, 3)
    assert [one.outcome for one in run.results.order_by("number")] == ["created"] * 3
    assert Row.objects.count() == 3


def test_who_loses_their_rights_meanwhile_enters_no_more_and_is_told_what_was_entered(razem, cast, monkeypatch):
    run = brought(razem, several(3), by=cast.by(cast.ada), person=cast.ada.pk)
    asked = actions.ask_to_apply(by=cast.by(cast.ada), at=NOW, run=run)
    taking = parted(monkeypatch)
    real = actions.enter_part

    def once(**told):
        monkeypatch.setattr(actions, "enter_part", lambda **told: real(**{**told, "by": cast.by(cast.stranger)}))
        return real(**told)

    monkeypatch.setattr(actions, "enter_part", once)
    run = taking.go_on_for(asked, NOW)
    assert (run.state, run.trouble["code"], run.entered) == ("failed", "rights_ended", 1)
    assert Row.objects.count() == 1


def test_a_register_that_moved_between_reading_and_writing_is_read_again(razem, monkeypatch):
    content = csv_of(row())
    first, second = brought(razem, content), brought(razem, content)
    from tkanka.coordination.activities import taking

    asked = actions.ask_to_apply(by=SYSTEM, at=NOW, run=second)
    real, raced = taking.plan_run, []

    def slow(run, *args, **kwargs):
        plan = real(run, *args, **kwargs)
        if run.pk == second.pk and not raced:
            raced.append(True)
            taking.go_on(actions.ask_to_apply(by=SYSTEM, at=NOW, run=first), SYSTEM, NOW)
        return plan

    monkeypatch.setattr(taking, "plan_run", slow)
    run = taking.go_on(asked, SYSTEM, NOW)
    assert raced and counts(run) == {"created": 0, "updated": 0, "unchanged": 1, "refused": 0}
    assert Row.objects.count() == 1


def test_a_member_writes_for_their_own_organisation_only(razem, cast):
    ada = cast.by(cast.ada)
    run = brought(razem, csv_of(row(), row(Organizacja="Stowarzyszenie Trzy Mosty")), by=ada)
    assert reasons(run) == {3: ["not_your_organisation"]}


def test_somebody_of_one_organisation_need_not_name_it(razem, cast):
    run = applied(razem, csv_of(row(Organizacja="")), by=cast.by(cast.ada))
    assert counts(run)["created"] == 1
    assert Activity.objects.get().organisation == cast.dach


def test_who_enters_nothing_imports_nothing(razem, cast):
    for somebody in (cast.olga, cast.stranger):
        with pytest.raises(Refused, match="enters_activities"):
            brought(razem, csv_of(row()), by=cast.by(somebody))


def test_three_spellings_of_an_organisation_are_asked_about_and_not_guessed(razem, cast):
    spelled = ("FUNDACJA JEDEN DACH", "Fundacja „Jeden Dach”", "Jeden Dach", "Fundacja na rzecz: Jeden Dach")
    run = brought(razem, csv_of(*(row(Organizacja=one, Powiat=p) for one, p in zip(spelled, AREAS, strict=True))))
    assert reasons(run) == {4: ["organisation_asked"], 5: ["organisation_asked"]}
    asked = {one["text"]: one["choices"][0][0] for one in run.questions}
    assert set(asked.values()) == {str(cast.dach.pk)}
    answers = {f"organisation:{text}": key for text, key in asked.items()}
    from tkanka.coordination.activities.taking import go_on

    run = go_on(actions.answer_questions(by=SYSTEM, at=NOW, run=run, answers=answers), SYSTEM, NOW)
    assert counts(run) == {"created": 4, "updated": 0, "unchanged": 0, "refused": 0}


AREAS = ("Wrocław", "Legnica", "trzebnicki", "oławski")


def test_what_was_answered_once_is_remembered_for_the_next_file_of_that_shape(razem, cast):
    run = brought(razem, csv_of(row(Organizacja="Jeden Dach")))
    answers = {f"organisation:{run.questions[0]['text']}": str(cast.dach.pk)}
    actions.answer_questions(by=SYSTEM, at=NOW, run=run, answers=answers)
    assert counts(brought(razem, csv_of(row(Organizacja="Jeden Dach"))))["created"] == 1


def test_unknown_organisations_become_partners_only_where_that_was_chosen(razem, cast):
    content = csv_of(
        row(Organizacja="Zupełnie Nowa Inicjatywa"), row(Organizacja="Zupełnie Nowa Inicjatywa", Powiat="Legnica")
    )
    assert reasons(brought(razem, content)) == {2: ["organisation_unknown"], 3: ["organisation_unknown"]}
    run = applied(razem, content, by=cast.by(cast.halina), register=True)
    assert counts(run)["created"] == 2
    party = Activity.objects.get().organisation
    assert party.memberships.get(network=razem).status == "partner"
    assert counts(brought(razem, content, register=True))["unchanged"] == 2


def test_only_who_grants_partners_may_register_them_by_a_file(razem, cast):
    with pytest.raises(Refused):
        brought(razem, csv_of(row()), by=cast.by(cast.ada), register=True)


def test_an_organisation_of_another_network_is_not_made_twice(razem, warmia):
    party = belongs(organisation("Stowarzyszenie Nad Łyną", "association"), warmia)
    applied(razem, csv_of(row(Organizacja="Stowarzyszenie Nad Łyną")), register=True)
    assert Activity.objects.get().organisation == party


def test_capacity_told_by_area_adds_up_for_the_activity(razem):
    applied(razem, csv_of(row(**{"Ile w miesiącu": "4"}), row(Powiat="Legnica", **{"Ile w miesiącu": "6"})))
    assert Activity.objects.get().capacity == 10

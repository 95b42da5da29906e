"""Entering, changing and repeating activities."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.cast import NOW, SYSTEM
from tkanka.coordination.activities import actions, queries
from tkanka.coordination.activities.models import Activity, Revision, Row, Visibility
from tkanka.ground.ledger.queries import records_of
from tkanka.rules.activities import ActivityState, Precision
from tkanka.rules.ruling import Refused

from .makers import concept, facts, spot, unit

pytestmark = pytest.mark.django_db


def enter(cast, by=None, organisation=None, **more):
    return actions.enter_activity(
        by=by or cast.by(cast.ada),
        at=NOW,
        network=cast.razem,
        organisation=organisation or cast.dach,
        facts=more.pop("told", None) or facts(**{k: v for k, v in more.items() if k != "draft"}),
        draft=more.get("draft", False),
    )


@pytest.mark.norm("A-42-01")
def test_an_activity_is_one_row_an_area_and_group(cast):
    groups = concept("target_groups", "children"), concept("target_groups", "women")
    spots = tuple(spot(code, group) for code in ("0264", "1465") for group in groups)
    activity = enter(cast, spots=spots, capacity=90, horizon="long")
    rows = Row.objects.filter(activity=activity)
    assert rows.count() == 4
    assert sorted(rows.values_list("capacity", flat=True)) == [22, 22, 23, 23]
    assert {row.sector_id for row in rows} == {concept("sectors", "education")}
    assert Activity.objects.get(pk=activity.pk).horizon == "long"
    (record,) = records_of(activity)
    assert record.verb == "activity.entered"
    assert record.facts["typed_in"] is False


@pytest.mark.norm("R-01-03", "A-CD-02")
def test_the_receiving_community_is_a_group_like_any_other(cast):
    activity = enter(cast, spots=(spot("0264", concept("target_groups", "host_community")),))
    assert Row.objects.get(activity=activity).group.code == "host_community"


@pytest.mark.norm("W-CR-03")
def test_services_for_organisations_are_entered_the_same_way(cast):
    activity = enter(cast, service=concept("support_services", "accounting"), recipient_kind="organisations")
    assert activity.sector_id == concept("support_services", "advice")


@pytest.mark.norm("A-13-03")
def test_the_end_of_the_money_is_kept_beside_the_end_of_the_work(cast):
    activity = enter(cast, funding_ends=date(2027, 3, 31))
    assert Row.objects.get(activity=activity).funding_ends == date(2027, 3, 31)


def test_the_same_thing_twice_is_refused_and_names_the_first(cast):
    first = enter(cast)
    with pytest.raises(Refused) as refusal:
        enter(cast, title="Pod innym tytułem")
    (ground,) = refusal.value.ruling.failed
    assert ground.code == "activity_not_repeated"
    assert ground.facts["title"] == first.title
    assert Activity.objects.count() == 1


def test_the_same_area_and_group_twice_in_one_entry_is_refused(cast):
    with pytest.raises(Refused):
        enter(cast, spots=(spot("0264"), spot("0264")))


def test_another_period_organisation_or_draft_is_no_repetition(cast):
    enter(cast)
    enter(cast, starts=date(2027, 1, 1), status=ActivityState.PLANNED)
    enter(cast, by=cast.by(cast.bea), organisation=cast.mosty)
    draft = enter(cast, draft=True)
    with pytest.raises(Refused):
        actions.publish_activity(by=cast.by(cast.ada), at=NOW, activity=draft)
    assert Activity.objects.get(pk=draft.pk).visibility == Visibility.DRAFT


def test_a_moved_end_is_a_change_of_the_same_entry(cast):
    activity = enter(cast, ends=date(2026, 12, 31))
    key = Row.objects.get(activity=activity).key
    told = replace(queries.facts_of([activity])[activity.pk], ends=date(2027, 6, 30))
    actions.change_activity(by=cast.by(cast.ada), at=NOW, activity=activity, facts=told)
    assert Row.objects.get(activity=activity).key == key


def test_what_is_read_back_is_what_was_said(cast):
    told = facts(
        spots=(spot("0264", concept("target_groups", "children"), targeted=5, reached=2, capacity=7),),
        languages=frozenset({concept("languages", "uk")}),
        legal_statuses=frozenset({concept("legal_statuses", "any")}),
        sector=concept("sectors", "education"),
        precision=Precision.HIDDEN,
        contact="Recepcja",
    )
    activity = enter(cast, told=told)
    assert queries.facts_of([Activity.objects.get(pk=activity.pk)])[activity.pk] == told


def test_an_observer_and_a_stranger_may_not(cast):
    for somebody, organisation in ((cast.olga, cast.observer), (cast.stranger, cast.dach), (cast.bea, cast.dach)):
        with pytest.raises(Refused):
            enter(cast, by=cast.by(somebody), organisation=organisation)


def test_the_secretariat_types_in_for_an_organisation_and_that_is_written_down(cast):
    for organisation in (cast.mosty, cast.observer):
        activity = enter(cast, by=cast.by(cast.igor), organisation=organisation)
        assert records_of(activity)[0].facts["typed_in"] is True


def test_the_secretariat_does_not_type_in_for_somebody_outside(cast, forum):
    from tests.cast import organisation

    with pytest.raises(Refused) as refusal:
        enter(cast, by=cast.by(cast.igor), organisation=organisation("Fundacja Daleko"))
    assert refusal.value.ruling.failed[0].code == "organisation_of_network"


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts": date(2026, 5, 2), "ends": date(2026, 5, 1)},
        {"capacity": -1},
        {"starts": date(1066, 1, 1)},
        {"starts": date(2027, 1, 1)},
        {"spots": ()},
    ],
)
def test_what_cannot_be_right_is_not_written(cast, wrong):
    with pytest.raises(ValueError, match=r"starts|ends|capacity|no area"):
        enter(cast, **wrong)
    assert not Activity.objects.exists()


def test_many_are_entered_and_changed_in_one_record_or_not_at_all(cast):
    first = enter(cast)
    told = facts(title="Inny", spots=(spot("1465"),))
    made = actions.enter_activities(
        by=SYSTEM,
        at=NOW,
        network=cast.razem,
        entered=[(cast.mosty, told)],
        changed=[(first, facts(title="Nowy tytuł"))],
    )
    assert [a.title for a in made] == ["Inny", "Nowy tytuł"]
    with pytest.raises(Refused):
        actions.enter_activities(
            by=SYSTEM,
            at=NOW,
            network=cast.razem,
            entered=[(cast.dach, facts(spots=(spot("1461"),))), (cast.mosty, told)],
        )
    assert Activity.objects.count() == 2


def test_an_area_is_revised_whenever_something_published_in_it_changes(cast):
    activity = enter(cast)
    area = str(unit("0264").pk)
    before = Revision.objects.get(area=area).number
    told = replace(facts(), spots=(spot("1465"),))
    actions.change_activity(by=cast.by(cast.ada), at=NOW, activity=activity, facts=told)
    assert Revision.objects.get(area=area).number == before + 1
    assert Revision.objects.filter(area=str(unit("1465").pk)).exists()
    enter(cast, draft=True, spots=(spot("1461"),))
    assert not Revision.objects.filter(area=str(unit("1461").pk)).exists()


def test_keys_are_stable_across_installations():
    from tkanka.coordination.activities.keys import row_key

    one = dict.fromkeys(("network", "organisation", "sector", "service", "unit", "group"), UUID(int=1))
    days = {"starts": date(2026, 1, 1), "ends": None}
    assert str(row_key(**one, title="x", **days)) == "138cbec8-6bd7-5339-b0ce-2890c7b09448"
    assert row_key(**one, title="y", **days) == row_key(**one, title="x", **days)
    without = one | {"service": None}
    assert row_key(**without, title="Ósmy", **days) == row_key(**without, title=" osmy ", **days)
    assert row_key(**without, title="a", **days) != row_key(**without, title="b", **days)


def test_moving_follows_the_table_and_keeps_the_days_right(cast):
    by = cast.by(cast.ada)
    later = (NOW + timedelta(days=40)).date()
    activity = enter(cast, starts=later, ends=None, status=ActivityState.PLANNED)
    activity = actions.move_activity(by=by, at=NOW, activity=activity, step="start")
    assert (activity.status, activity.starts) == (ActivityState.ONGOING, NOW.date())
    activity = actions.move_activity(by=by, at=NOW, activity=activity, step="end")
    assert (activity.status, activity.ends) == (ActivityState.ENDED, NOW.date())
    assert set(Row.objects.values_list("status", flat=True)) == {"ended"}
    with pytest.raises(Refused):
        actions.move_activity(by=by, at=NOW, activity=activity, step="start")


def test_copying_makes_next_periods_plans_once(cast):
    by = cast.by(cast.ada)
    old = enter(cast, spots=(spot("0264", targeted=40, reached=31),), ends=date(2026, 12, 31))
    period = {"starts": date(2027, 1, 1), "ends": date(2027, 3, 31)}
    told = {"by": by, "at": NOW, "network": cast.razem, "organisation": cast.dach, "activities": [old]}
    (copy,) = actions.copy_activities(**told, **period).made
    assert (copy.status, copy.starts, copy.copied_from) == ("planned", date(2027, 1, 1), old)
    row = Row.objects.get(activity=copy)
    assert (row.targeted, row.reached) == (40, None)
    again = actions.copy_activities(**told, **period)
    assert (again.made, again.repeated) == ([], [old])


def test_only_drafts_are_deleted_and_the_published_is_withdrawn(cast):
    by = cast.by(cast.ada)
    activity = enter(cast)
    with pytest.raises(Refused):
        actions.delete_draft(by=by, at=NOW, activity=activity)
    actions.withdraw_activity(by=by, at=NOW, activity=activity)
    assert not queries.published(cast.razem).exists()
    again = enter(cast)
    draft = enter(cast, draft=True)
    actions.delete_draft(by=by, at=NOW, activity=draft)
    assert set(Activity.objects.values_list("pk", flat=True)) == {activity.pk, again.pk}


def test_confirming_touches_only_the_organisations_own(cast):
    mine = enter(cast)
    other = enter(cast, by=cast.by(cast.bea), organisation=cast.mosty)
    later = NOW + timedelta(days=10)
    told = {"by": cast.by(cast.ada), "at": later, "network": cast.razem, "organisation": cast.dach}
    assert actions.confirm_activities(**told, activities=[mine, other]) == 1
    assert Activity.objects.get(pk=other.pk).confirmed_at == NOW

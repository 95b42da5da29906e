"""What is kept equals what is counted, whatever happened in between."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW, SYSTEM
from tkanka.coordination.activities import actions
from tkanka.coordination.activities.models import Activity
from tkanka.coordination.activities.queries import facts_of
from tkanka.coordination.activities.tests.makers import concept, facts, spot, unit
from tkanka.coordination.atlas import jobs, keeping
from tkanka.coordination.atlas.counting import Count, count
from tkanka.coordination.atlas.models import Kept
from tkanka.coordination.atlas.questions import By, Question, read_asked
from tkanka.network.networks.actions import define_subregion
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.activities import ActivityState, Precision
from tkanka.rules.ruling import Refused

pytestmark = pytest.mark.django_db
DOLNY, WROCLAW, TRZEBNICA, LUBLIN = "02", "0264", "0220", "0663"
PLACES = [DOLNY, WROCLAW, TRZEBNICA, LUBLIN, "0220023", "PL"]
SERVICES = ["polish_courses", "school_support", "legal_advice"]
GROUPS = [None, "children", "women"]


def enter(cast, organisation=None, **told):
    told.setdefault("status", ActivityState.ONGOING)
    return actions.enter_activity(
        by=SYSTEM, at=NOW, network=cast.razem, organisation=organisation or cast.dach, facts=facts(**told)
    )


def area(code):
    return str(unit(code).pk)


def questions():
    words = vocabulary()
    asked = [
        {},
        {"by": "voivodeship"},
        {"by": "subregion"},
        {"service": "education"},
        {"service": "legal_advice", "group": "children"},
        {"group": "women", "by": "voivodeship"},
        {"status": "all"},
        {"quarter": "2026-4"},
        {"quarter": "2027-2", "status": "planned"},
    ]
    return [read_asked(one, words, NOW.date()).question for one in asked]


def test_an_organisation_and_an_activity_count_once_an_area(cast):
    groups = [concept("target_groups", "children"), concept("target_groups", "women")]
    enter(cast, spots=tuple(spot(code, g) for code in (WROCLAW, TRZEBNICA) for g in groups), capacity=40)
    enter(cast, title="Drugi", service=concept("services", "legal_advice"), spots=(spot(WROCLAW),), capacity=7)
    enter(cast, cast.mosty, spots=(spot(WROCLAW),))
    by_powiat = count(cast.razem, Question())
    assert by_powiat == {area(WROCLAW): Count(2, 3, 27), area(TRZEBNICA): Count(1, 1, 20)}
    assert count(cast.razem, Question(by=By.VOIVODESHIP)) == {area(DOLNY): Count(2, 3, 47)}


@pytest.mark.norm("W-OB-01")
def test_subregions_are_counted_as_the_network_drew_them(cast):
    labels = {"pl": "Północ", "en": "North", "uk": "Північ"}
    powiats = [unit(WROCLAW), unit(TRZEBNICA)]
    drawn = define_subregion(by=SYSTEM, at=NOW, network=cast.razem, labels=labels, units=powiats)
    enter(cast, spots=(spot(WROCLAW), spot(TRZEBNICA), spot(LUBLIN)))
    question = Question(by=By.SUBREGION)
    assert keeping.answer(cast.razem, question) == {str(drawn.pk): Count(1, 1, 0)}
    define_subregion(by=SYSTEM, at=NOW, network=cast.razem, labels=labels, units=[unit("1465")], subregion=drawn)
    assert keeping.answer(cast.razem, question) == {}


@pytest.mark.parametrize(
    ("precision", "where"),
    [
        (Precision.EXACT, TRZEBNICA),
        (Precision.GMINA, TRZEBNICA),
        (Precision.POWIAT, TRZEBNICA),
        (Precision.VOIVODESHIP, DOLNY),
        (Precision.HIDDEN, ""),
    ],
)
def test_a_place_is_counted_where_it_is_published(cast, precision, where):
    enter(cast, spots=(spot("0220023"),), precision=precision)
    assert count(cast.razem, Question()) == {area(where) if where else "": Count(1, 1, 0)}


def test_other_networks_and_drafts_do_not_count(cast, warmia):
    actions.enter_activity(
        by=cast.by(cast.ada), at=NOW, network=cast.razem, organisation=cast.dach, facts=facts(), draft=True
    )
    enter(cast, cast.mosty)
    assert count(cast.razem, Question()) == {area(WROCLAW): Count(1, 1, 0)}
    assert count(warmia, Question()) == {}


def test_a_kept_answer_costs_one_question_to_the_database(cast, django_assert_num_queries):
    enter(cast)
    keeping.answer(cast.razem, Question())
    with django_assert_num_queries(1):
        keeping.answer(cast.razem, Question())


def test_the_job_keeps_the_usual_questions_for_every_process(cast):
    enter(cast)
    assert jobs.keep_answers(NOW) > 50
    assert jobs.keep_answers(NOW) == 0
    keeping.forget_answers()
    assert keeping.answer(cast.razem, Question()) == count(cast.razem, Question())
    enter(cast, cast.mosty)
    assert jobs.keep_answers(NOW) > 50
    row = Kept.objects.get(question=Question().key)
    assert row.counts == {area(WROCLAW): [2, 2, 0]}


step = st.one_of(
    st.tuples(
        st.just("enter"), st.sampled_from(["dach", "mosty"]), st.sampled_from(SERVICES), st.sampled_from(GROUPS),
        st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True), st.sampled_from(list(Precision)),
        st.sampled_from([date(2026, 8, 1), date(2026, 10, 1)]), st.sampled_from([None, date(2026, 12, 31)]),
        st.sampled_from([None, 0, 25]),
    ),
    st.tuples(st.sampled_from(["end", "suspend", "withdraw", "elsewhere", "hide", "ask", "keep"]), st.integers(0, 5)),
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(step, min_size=1, max_size=8))
def test_the_kept_equals_the_recount_after_anything(cast, steps):
    for told in steps:
        do(cast, *told)
        asked = questions()
        if told[0] == "ask":
            asked = asked[: told[1] + 1]
        for question in asked:
            assert keeping.answer(cast.razem, question) == count(cast.razem, question), question
    while Activity.objects.filter(visibility="published").exists():
        do(cast, "withdraw", 0)


def do(cast, what, *told):
    if what == "enter":
        party, service, group, places, precision, starts, ends, capacity = told
        spots = tuple(spot(code, concept("target_groups", group) if group else None) for code in places)
        try:
            enter(cast, getattr(cast, party), service=concept("services", service), spots=spots, precision=precision,
                  starts=starts, ends=ends, capacity=capacity)  # fmt: skip
        except Refused:
            return
    elif what == "keep":
        keeping.keep(cast.razem, questions(), NOW)
        keeping.forget_answers()
    elif what != "ask":
        change(cast, what, told[0])


def change(cast, what, number):
    found = list(Activity.objects.filter(network=cast.razem, visibility="published").order_by("created_at", "pk"))
    if not found:
        return
    activity = found[number % len(found)]
    try:
        if what in ("end", "suspend"):
            actions.move_activity(by=SYSTEM, at=NOW, activity=activity, step=what)
        elif what == "withdraw":
            actions.withdraw_activity(by=SYSTEM, at=NOW, activity=activity)
        else:
            told = facts_of([activity])[activity.pk]
            new = replace(told, precision=Precision.HIDDEN) if what == "hide" else replace(told, spots=(spot("1465"),))
            actions.change_activity(by=SYSTEM, at=NOW, activity=activity, facts=new)
    except Refused:
        return

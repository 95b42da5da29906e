from uuid import UUID

import pytest

from tkanka.rules.standing import Office, Standing
from tkanka.rules.vocabulary import (
    may_add_concept,
    may_add_synonym,
    may_edit_vocabulary,
    may_restore_concept,
    may_retire_concept,
)

OFFICE = Standing(person=UUID(int=1), offices=frozenset({Office.SECRETARIAT}))
MEMBER = Standing(person=UUID(int=2), members=frozenset({UUID(int=3)}))
GOOD = {
    may_add_concept: {"list_is_fixed": False, "code_is_free": True, "parent_is_active": True},
    may_add_synonym: {"says_something": True, "is_new": True},
    may_retire_concept: {
        "list_is_fixed": False,
        "is_active": True,
        "has_active_children": False,
        "successor_fits": True,
    },
    may_restore_concept: {"is_active": False, "parent_is_active": True},
    may_edit_vocabulary: {},
}
FAULTS = [(rule, fact) for rule, facts in GOOD.items() for fact in facts]


@pytest.mark.parametrize("rule", GOOD)
def test_those_in_office_and_the_platform_may_and_nobody_else(rule):
    assert rule(OFFICE, **GOOD[rule])
    assert rule(Standing(system="load_vocabulary"), **GOOD[rule])
    for by in (MEMBER, Standing()):
        assert [g.code for g in rule(by, **GOOD[rule]).failed] == ["vocabulary.office_needed"]


@pytest.mark.parametrize(("rule", "fact"), FAULTS)
def test_each_fact_alone_can_stand_in_the_way(rule, fact):
    facts = GOOD[rule] | {fact: not GOOD[rule][fact]}
    ruling = rule(OFFICE, **facts)
    assert len(ruling.failed) == 1
    assert not ruling.cites

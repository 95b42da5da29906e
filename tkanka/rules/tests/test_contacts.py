from datetime import date
from uuid import UUID

import pytest

from tkanka.rules import contacts
from tkanka.rules.standing import Capacity, Mandate, Office, Standing

ONE, OTHER = UUID(int=1), UUID(int=2)


def acting(capacity, organisation=ONE, **more):
    return Standing(person=UUID(int=9), mandates=frozenset({Mandate(organisation, capacity)}), **more)


OFFICE = Standing(person=UUID(int=8), offices=frozenset({Office.SECRETARIAT}))
SOMEBODY = Standing(person=UUID(int=7))


@pytest.mark.parametrize(
    ("by", "known", "declined", "may"),
    [
        (acting(Capacity.MAIN), False, False, True),
        (acting(Capacity.COMMUNICATION), False, False, True),
        (acting(Capacity.DIRECTOR), False, False, False),
        (acting(Capacity.MAIN, OTHER), False, False, False),
        (acting(Capacity.MAIN), True, False, False),
        (acting(Capacity.MAIN), False, True, False),
        (OFFICE, False, False, False),
        (SOMEBODY, False, False, False),
        (Standing(), False, False, False),
    ],
)
def test_its_own_people_propose_somebody_once(by, known, declined, may):
    assert bool(contacts.may_propose_contact(by, organisation=ONE, known=known, declined=declined)) is may


@pytest.mark.parametrize(
    ("addressed", "open_", "today", "may"),
    [
        (True, True, date(2026, 11, 20), True),
        (True, True, date(2026, 12, 20), True),
        (True, True, date(2026, 12, 21), False),
        (False, True, date(2026, 11, 20), False),
        (True, False, date(2026, 11, 20), False),
    ],
)
def test_the_person_answers_once_within_thirty_days(addressed, open_, today, may):
    asked = date(2026, 11, 20)
    assert bool(contacts.may_answer_proposal(addressed=addressed, open_=open_, asked_on=asked, today=today)) is may


@pytest.mark.parametrize(
    ("by", "own", "keep", "change", "take_down"),
    [
        (acting(Capacity.DIRECTOR), True, True, True, True),
        (acting(Capacity.MAIN), False, False, False, True),
        (SOMEBODY, True, False, True, True),
        (OFFICE, False, False, False, False),
        (Standing(), False, False, False, False),
        (Standing(system="directory"), False, False, False, True),
    ],
)
def test_a_card_is_its_persons_and_may_be_taken_down_by_their_organisation(by, own, keep, change, take_down):
    assert bool(contacts.may_keep_contact(by, own=own, organisation=ONE)) is keep
    assert bool(contacts.may_change_contact(by, own=own)) is change
    assert bool(contacts.may_take_down_contact(by, own=own, organisation=ONE)) is take_down


@pytest.mark.parametrize(
    ("by", "may"),
    [
        (acting(Capacity.MAIN, members=frozenset({ONE})), True),
        (acting(Capacity.MAIN, observers=frozenset({ONE})), False),
        (OFFICE, True),
        (SOMEBODY, False),
        (Standing(), False),
    ],
)
def test_the_contact_base_is_for_members_and_offices(by, may):
    assert bool(contacts.may_see_contact_base(by)) is may

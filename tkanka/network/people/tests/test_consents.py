from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tkanka.ground.ledger.models import Record
from tkanka.network.people.actions import give_consent, load_texts, publish_text, rename_person, withdraw_consent
from tkanka.network.people.models import Consent, ConsentText, How
from tkanka.network.people.queries import (
    agreements,
    consent_in_force,
    consented,
    consents_of,
    text_in_force,
    texts_awaiting,
    texts_in_force,
    versions_of,
)
from tkanka.network.people.texts import shipped
from tkanka.rules.ruling import Refused

from .conftest import HOUR, NOON, PLATFORM, oneself


def give(person, code="newsletter", at=NOON, **more):
    return give_consent(person=person, text=text_in_force(code, at), by=oneself(person), at=at, **more)


def withdraw(person, code="newsletter", at=NOON + HOUR):
    withdraw_consent(person=person, code=code, by=oneself(person), at=at)


def new_version(code, at):
    columns = next(row for row in shipped() if row["code"] == code)
    return publish_text(**columns | {"text_pl": "Inaczej.", "in_force_from": at}, by=PLATFORM, at=NOON)


def test_the_shipped_texts_are_there_in_three_languages_the_required_ones_first(db):
    texts = texts_in_force(NOON)
    assert [text.code for text in texts] == ["terms", "privacy", "contact", "newsletter"]
    assert all(text.text_pl and text.text_en and text.text_uk for text in texts)


def test_a_consent_names_the_version_the_moment_and_the_way(olena):
    consent = give(olena, how=How.SIGN_UP)
    assert (consent.text.version, consent.given_at, consent.given_how) == (1, NOON, "sign_up")
    record = Record.objects.get(verb="consent.given")
    assert record.facts == {"text": "newsletter", "version": 1, "how": "sign_up"}


def test_giving_twice_is_giving_once(olena):
    assert give(olena) == give(olena, at=NOON + HOUR)
    assert consents_of(olena.pk).count() == 1


def test_withdrawing_and_giving_again_leaves_both_in_the_history(olena):
    give(olena)
    withdraw(olena)
    assert consent_in_force(olena.pk, "newsletter") is None
    give(olena, at=NOON + 2 * HOUR)
    assert [c.withdrawn_at for c in consents_of(olena.pk)] == [None, NOON + HOUR]


def test_what_was_not_given_cannot_be_withdrawn(olena):
    with pytest.raises(Refused) as refused:
        withdraw(olena)
    assert refused.value.ruling.failed[0].code == "consent.was_given"


def test_what_the_account_rests_on_ends_only_with_the_account(olena):
    give(olena, "privacy")
    with pytest.raises(Refused) as refused:
        withdraw(olena, "privacy")
    assert refused.value.ruling.failed[0].code == "consent.not_required"
    assert consent_in_force(olena.pk, "privacy")


@pytest.mark.norm("R-03-13")
def test_nobody_consents_for_somebody_else(olena, adam):
    text = text_in_force("contact", NOON)
    with pytest.raises(Refused):
        give_consent(person=olena, text=text, by=oneself(adam), at=NOON)
    give(olena, "contact")
    with pytest.raises(Refused):
        withdraw_consent(person=olena, code="contact", by=oneself(adam), at=NOON)
    assert consented([olena.pk, adam.pk], "contact") == {olena.pk}


def test_changing_the_profile_does_not_touch_consents(olena):
    given = give(olena)
    rename_person(person=olena, name="Olena Nowa", by=oneself(olena), at=NOON + HOUR)
    assert consent_in_force(olena.pk, "newsletter") == given


def test_a_new_version_asks_again_and_takes_the_place_of_the_old(olena):
    give(olena, "terms")
    give(olena, "privacy")
    assert texts_awaiting(olena.pk, NOON) == []
    later = NOON + timedelta(days=3)
    second = new_version("terms", later)
    assert second.version == 2
    assert texts_awaiting(olena.pk, NOON) == []
    assert texts_awaiting(olena.pk, later) == [second]
    assert agreements(olena.pk, later)[0].outdated
    give(olena, "terms", at=later)
    assert texts_awaiting(olena.pk, later) == []
    assert consents_of(olena.pk).filter(text__code="terms", withdrawn_at=None).count() == 1


def test_a_text_not_yet_in_force_cannot_be_agreed_to(olena):
    coming = new_version("terms", NOON + HOUR)
    with pytest.raises(Refused):
        give_consent(person=olena, text=coming, by=oneself(olena), at=NOON)


def test_the_same_words_are_not_published_twice(db):
    load_texts(by=PLATFORM, at=NOON)
    assert [text.version for text in versions_of("terms")] == [1]


def test_the_database_keeps_one_consent_in_force_and_no_withdrawal_before_it(olena):
    given = give(olena)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(person=olena, text=given.text, given_at=NOON, given_how=How.FORM)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.filter(pk=given.pk).update(withdrawn_at=NOON - HOUR, withdrawn_how=How.FORM)


def test_a_text_somebody_agreed_to_cannot_be_deleted(olena):
    given = give(olena)
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentText.objects.filter(pk=given.text_id).delete()

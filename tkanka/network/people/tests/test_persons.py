import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction

from tkanka.ground.ledger.models import Record
from tkanka.network.people.actions import (
    erase_person,
    forget_unconfirmed,
    give_consent,
    register_person,
    rename_person,
    set_language,
    sign_up,
)
from tkanka.network.people.jobs import forget_unconfirmed_people
from tkanka.network.people.models import Person
from tkanka.network.people.queries import (
    erased_since,
    export_of,
    has_second_factor,
    person_by_email,
    sign_in_ways,
    text_in_force,
)
from tkanka.rules.ruling import Refused

from .conftest import HOUR, NOON, PLATFORM, oneself


def test_a_person_is_found_by_address_whatever_its_case(olena):
    assert person_by_email(" OLENA@example.ORG ") == olena
    assert person_by_email("nobody@example.org") is None


def test_registering_an_address_twice_finds_the_same_person_and_keeps_their_own_words(olena):
    again = register_person(email="olena@EXAMPLE.org", name="Somebody", language="en", by=PLATFORM, at=NOON)
    olena.refresh_from_db()
    assert again == olena
    assert (olena.name, olena.language) == ("Olena Kowal", "uk")
    assert EmailAddress.objects.filter(user=olena).count() == 1


def test_a_registered_person_has_no_password_and_an_address_yet_to_be_confirmed(olena):
    assert not olena.has_usable_password()
    assert not EmailAddress.objects.get(user=olena).verified


def test_only_the_person_changes_the_account(olena, adam):
    with pytest.raises(Refused):
        rename_person(person=olena, name="Someone Else", by=oneself(adam), at=NOON)
    rename_person(person=olena, name=" Olena K. ", by=oneself(olena), at=NOON)
    set_language(person=olena, language="en", by=oneself(olena), at=NOON)
    olena.refresh_from_db()
    assert (olena.name, olena.language) == ("Olena K.", "en")


def test_the_database_refuses_a_language_without_letters_and_an_address_in_capitals(olena):
    for change in ({"language": "de"}, {"email": "Olena@example.org"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Person.objects.filter(pk=olena.pk).update(**change)


def test_erasing_leaves_the_key_and_nothing_by_which_one_is_known(olena):
    give_consent(person=olena, text=text_in_force("newsletter", NOON), by=oneself(olena), at=NOON)
    Authenticator.objects.create(user=olena, type=Authenticator.Type.TOTP, data={"secret": "x"})
    erase_person(person=olena, by=oneself(olena), at=NOON + HOUR)
    erased = Person.objects.get(pk=olena.pk)
    assert not erased.is_active
    assert "olena" not in json.dumps(export_of(erased), cls=DjangoJSONEncoder).lower()
    assert not EmailAddress.objects.filter(user=erased).exists()
    assert not has_second_factor(erased.pk)
    assert erased.consents.get().withdrawn_how == "erasure"
    assert list(erased_since(NOON)) == [erased]
    assert person_by_email("olena@example.org") is None


def test_an_erased_person_changes_no_more_and_a_new_one_may_take_the_address(olena):
    erase_person(person=olena, by=oneself(olena), at=NOON)
    with pytest.raises(Refused):
        rename_person(person=olena, name="Back again", by=oneself(olena), at=NOON)
    assert register_person(email="olena@example.org", by=PLATFORM, at=NOON) != olena


def test_the_ledger_names_persons_by_key_only(olena):
    rename_person(person=olena, name="Very Secret", by=oneself(olena), at=NOON)
    erase_person(person=olena, by=oneself(olena), at=NOON)
    told = json.dumps(list(Record.objects.values()), cls=DjangoJSONEncoder).lower()
    assert str(olena.pk) in told
    assert "secret" not in told
    assert "olena@" not in told


def test_a_sign_up_nobody_confirmed_is_forgotten_after_a_week_and_not_before(db, olena):
    alone = sign_up(person=Person(email="alone@example.org", name="Alone"), by=PLATFORM, at=NOON)
    entered = sign_up(person=Person(email="entered@example.org"), by=PLATFORM, at=NOON)
    Person.objects.filter(pk=entered.pk).update(last_login=NOON)
    assert forget_unconfirmed_people(NOON + timedelta(days=6)) == 0
    assert forget_unconfirmed_people(NOON + timedelta(days=8)) == 1
    assert set(Person.objects.all()) == {olena, entered}
    assert not Person.objects.filter(pk=alone.pk).exists()


def test_somebody_who_was_named_meanwhile_is_kept(db):
    alone = sign_up(person=Person(email="alone@example.org"), by=PLATFORM, at=NOON)
    register_person(email="alone@example.org", by=PLATFORM, at=NOON + HOUR)
    assert forget_unconfirmed_people(NOON + timedelta(days=30)) == 0
    forget_unconfirmed(person=alone, by=PLATFORM, at=NOON)
    assert Person.objects.filter(pk=alone.pk).exists()


def test_a_passkey_or_an_app_is_a_second_factor_and_recovery_codes_alone_are_none(olena):
    Authenticator.objects.create(user=olena, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert not has_second_factor(olena.pk)
    Authenticator.objects.create(user=olena, type=Authenticator.Type.WEBAUTHN, data={})
    assert has_second_factor(olena.pk)
    assert sign_in_ways(olena.pk).passkeys == 1

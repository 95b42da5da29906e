"""Persons: registered, renamed, erased."""

from collections.abc import Iterable
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import make_password

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.rules.people import may_change_account
from tkanka.rules.standing import Standing

from ..models import ConsentText, How, Person
from ..queries import consents_of
from .consents import give_consent
from .sessions import end_sessions


def register_person(*, email: str, name: str = "", language: str = "pl", by: Standing, at: datetime) -> Person:
    """The person with this address, found or made; to be invited or named by somebody else.

    An address is taken as it is written (only its case does not count); the person confirms it with the first
    sign-in. What a person already says of themselves (name, language) is not overwritten.
    """
    with entry("person.registered", by=by, at=at) as record:
        email = email.strip().lower()
        columns = {"name": name, "language": language, "created_at": at, "password": make_password(None)}
        person, made = Person.objects.get_or_create(email=email, defaults=columns)
        if made:
            EmailAddress.objects.create(user=person, email=person.email, primary=True)
        elif person.self_registered:
            person.self_registered = False
            person.save(update_fields=["self_registered"])
        record.about(person)
    return person


def sign_up(*, person: Person, agreed: Iterable[ConsentText] = (), by: Standing, at: datetime) -> Person:
    """Somebody registers alone, having agreed to the texts; `person` is not yet saved.

    The address waits for its confirmation; until then nobody can enter with it.
    """
    with entry("person.signed_up", by=by, at=at) as record:
        person.self_registered, person.created_at = True, at
        person.set_unusable_password()
        person.save()
        for text in agreed:
            give_consent(person=person, text=text, how=How.SIGN_UP, by=Standing(person=person.pk), at=at)
        record.about(person)
    return person


def rename_person(*, person: Person, name: str, by: Standing, at: datetime) -> None:
    with entry("person.renamed", by=by, at=at) as record:
        kept = locked(person)
        record.rests_on(may_change_account(by, kept.pk, erased=kept.is_erased))
        person.name = kept.name = name.strip()
        kept.save(update_fields=["name"])
        record.about(kept)


def set_language(*, person: Person, language: str, by: Standing, at: datetime) -> None:
    """The language in which letters reach the person: pl, en or uk."""
    with entry("person.language_set", by=by, at=at) as record:
        kept = locked(person)
        record.rests_on(may_change_account(by, kept.pk, erased=kept.is_erased))
        person.language = kept.language = language
        kept.save(update_fields=["language"])
        record.about(kept, language=language)


def note_sign_in_change(*, person: Person, change: str, by: Standing, at: datetime) -> None:
    """A way of signing in was added or removed (`change` is its code, for example totp_activated)."""
    with entry("person.sign_in_changed", by=by, at=at) as record:
        record.about(person, change=change)


def erase_person(*, person: Person, by: Standing, at: datetime) -> None:
    """Forget who this was: address, name, ways of signing in, sessions; open consents end. The key remains.

    Rooms above tidy up what they hold (see queries.erased_since); rights end at once, for nobody can sign in.
    """
    with entry("person.erased", by=by, at=at) as record:
        kept = locked(person)
        record.rests_on(may_change_account(by, kept.pk, erased=kept.is_erased))
        end_sessions(person=kept, by=by, at=at)
        for consent in consents_of(kept.pk).filter(withdrawn_at=None)[:1000]:
            consent.end(How.ERASURE, at)
        for table in (EmailAddress, Authenticator, SocialAccount):
            table._default_manager.filter(user=kept).delete()
        _pseudonymise(kept, at)
        record.about(kept)


def _pseudonymise(person: Person, at: datetime) -> None:
    person.email, person.name = f"{person.pk}@erased.invalid", ""
    person.is_active, person.erased_at, person.last_login = False, at, None
    person.set_unusable_password()
    person.save()


def forget_unconfirmed(*, person: Person, by: Standing, at: datetime) -> None:
    """Remove a sign-up that was never confirmed, with all that hangs on it."""
    with entry("person.forgotten", by=by, at=at) as record:
        kept = locked(person)
        forgotten = kept.last_login is None and kept.self_registered
        record.about(kept, forgotten=forgotten)
        if forgotten:
            kept.delete()

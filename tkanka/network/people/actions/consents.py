"""Consents: given and withdrawn, each its own record."""

from datetime import datetime
from typing import Any

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.rules.people import may_give_consent, may_withdraw_consent
from tkanka.rules.standing import Standing

from ..models import Consent, ConsentText, How, Person
from ..queries import consents_of
from ..texts import shipped


def give_consent(*, person: Person, text: ConsentText, how: str = How.ACCOUNT, by: Standing, at: datetime) -> Consent:
    """Agree to this version of a text; a consent to an older version ends with it. Twice is once."""
    with entry("consent.given", by=by, at=at) as record:
        person = locked(person)
        in_force = text.in_force_from <= at
        record.rests_on(may_give_consent(by, person.pk, erased=person.is_erased, in_force=in_force))
        standing = list(consents_of(person.pk).filter(text__code=text.code, withdrawn_at=None)[:10])
        given = next((consent for consent in standing if consent.text_id == text.pk), None)
        for older in standing:
            if older.text_id != text.pk:
                older.end(how, at)
        given = given or Consent.objects.create(person=person, text=text, given_at=at, given_how=how)
        record.about(given, person, text=text.code, version=text.version, how=str(how))
    return given


def withdraw_consent(*, person: Person, code: str, how: str = How.ACCOUNT, by: Standing, at: datetime) -> None:
    """Take a consent back, from this moment on. Refused where there is none, or where the account rests on it."""
    with entry("consent.withdrawn", by=by, at=at) as record:
        person = locked(person)
        standing = list(consents_of(person.pk).filter(text__code=code, withdrawn_at=None)[:10])
        required = any(consent.text.required for consent in standing)
        record.rests_on(may_withdraw_consent(by, person.pk, given=bool(standing), required=required))
        for consent in standing:
            consent.end(how, at)
        record.about(standing[0], person, text=code, how=str(how))


def load_texts(*, by: Standing, at: datetime) -> None:
    """Publish what comes with the platform, where an installation does not have it word by word."""
    with entry("consent_texts.loaded", by=by, at=at) as record:
        for row in shipped():
            record.about(publish_text(**row, by=by, at=at))


def publish_text(*, by: Standing, at: datetime, **columns: Any) -> ConsentText:
    """Put a new version of a text on record (columns as of ConsentText); the number follows the last one.

    What is already there word by word is not published again.
    """
    with entry("consent_text.published", by=by, at=at) as record:
        columns.setdefault("in_force_from", at)
        last = ConsentText.objects.filter(code=columns["code"]).order_by("-version").first()
        text = last if last is not None and _same(last, columns) else None
        if text is None:
            text = ConsentText.objects.create(**columns | {"version": last.version + 1 if last else 1})
        record.about(text, code=text.code, version=text.version)
    return text


def _same(last: ConsentText, columns: dict[str, Any]) -> bool:
    return all(getattr(last, name) == value for name, value in columns.items() if name[:5] in ("title", "text_"))

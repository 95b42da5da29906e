"""Reading people. What is personal leaves this room only towards the person, or field by field as they allow."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from tkanka.ground.kit.traces import Traces, traces_of

from .models import Consent, ConsentText, Person

UNCONFIRMED_KEPT = timedelta(days=7)
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def person_by_key(key: UUID) -> Person | None:
    return Person.objects.filter(pk=key).first()


def person_by_email(email: str) -> Person | None:
    """The one with this address, whatever its case; nobody for an address unknown or erased."""
    return Person.objects.filter(email=email.strip().lower()).first()


def people_by_key(keys: Iterable[UUID]) -> dict[UUID, Person]:
    """Several at once, for lists that show names."""
    return Person.objects.in_bulk(list(keys))


def has_second_factor(person: UUID) -> bool:
    """Whether every sign-in of this person asks for more than a code from the mailbox: an app or a passkey."""
    return bool(Authenticator.objects.filter(user_id=person, type__in=SECOND_FACTORS).exists())


@dataclass(frozen=True, slots=True)
class SignInWays:
    """How a person proves who they are, beside the code by e-mail."""

    passkeys: int
    app: bool
    recovery_codes: bool

    @property
    def second_factor(self) -> bool:
        return bool(self.passkeys) or self.app


def sign_in_ways(person: UUID) -> SignInWays:
    kinds = list(Authenticator.objects.filter(user_id=person).values_list("type", flat=True)[:100])
    return SignInWays(
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        app=Authenticator.Type.TOTP in kinds,
        recovery_codes=Authenticator.Type.RECOVERY_CODES in kinds,
    )


def sessions_of(person: UUID, at: datetime) -> list[UserSession]:
    """The sessions still open, newest first; what has run out is left away."""
    found = list(UserSession.objects.filter(user_id=person).order_by("-created_at")[:100])
    open_keys = set(
        Session.objects.filter(session_key__in=[s.session_key for s in found], expire_date__gt=at).values_list(
            "session_key", flat=True
        )
    )
    return [session for session in found if session.session_key in open_keys]


def session_of(person: UUID, key: int) -> UserSession | None:
    return UserSession.objects.filter(user_id=person, pk=key).first()


def texts_in_force(at: datetime) -> list[ConsentText]:
    """The newest version in force of each text, the required ones first."""
    newest: dict[str, ConsentText] = {}
    for text in ConsentText.objects.filter(in_force_from__lte=at).order_by("code", "version")[:500]:
        newest[text.code] = text
    return sorted(newest.values(), key=lambda text: (not text.required, text.code != "terms", text.code))


def text_in_force(code: str, at: datetime) -> ConsentText | None:
    return ConsentText.objects.filter(code=code, in_force_from__lte=at).order_by("-version").first()


def versions_of(code: str) -> list[ConsentText]:
    """Every version of a text, newest first, the coming ones too."""
    return list(ConsentText.objects.filter(code=code).order_by("-version")[:100])


def consents_of(person: UUID) -> QuerySet[Consent]:
    """All that was given and withdrawn, newest first, with the text."""
    return Consent.objects.filter(person_id=person).select_related("text").order_by("-given_at", "text__code")


def consent_in_force(person: UUID, code: str) -> Consent | None:
    """The consent to this text, in whatever version, that has not been withdrawn."""
    mine = Consent.objects.filter(person_id=person, text__code=code, withdrawn_at=None).select_related("text")
    return mine.order_by("-text__version").first()


def consented(people: Iterable[UUID], code: str) -> set[UUID]:
    """Those among the people who agree to this text today."""
    mine = Consent.objects.filter(person_id__in=list(people), text__code=code, withdrawn_at=None)
    return set(mine.values_list("person_id", flat=True))


def required_texts(at: datetime) -> list[ConsentText]:
    """What one agrees to when signing up."""
    return [text for text in texts_in_force(at) if text.required]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A text in force, and how a person stands to it: the consent given, and whether it was to an older version."""

    text: ConsentText
    consent: Consent | None

    @property
    def outdated(self) -> bool:
        return self.consent is not None and self.consent.text_id != self.text.pk


def agreements(person: UUID, at: datetime) -> list[Agreement]:
    given: dict[str, Consent] = {}
    for consent in consents_of(person).filter(withdrawn_at=None).order_by("text__version")[:200]:
        given[consent.text.code] = consent
    return [Agreement(text, given.get(text.code)) for text in texts_in_force(at)]


def other_accounts(person: UUID) -> int:
    """How many accounts elsewhere the person may sign in with."""
    return int(SocialAccount.objects.filter(user_id=person).count())


def texts_awaiting(person: UUID, at: datetime) -> list[ConsentText]:
    """Required texts in force that the person has not agreed to in this version."""
    return [a.text for a in agreements(person, at) if a.text.required and (a.consent is None or a.outdated)]


def unconfirmed_since(at: datetime) -> QuerySet[Person]:
    """People who signed up alone, never entered, and had their week."""
    return Person.objects.filter(
        self_registered=True, last_login=None, erased_at=None, created_at__lt=at - UNCONFIRMED_KEPT
    ).exclude(emailaddress__verified=True)


def erased_since(at: datetime) -> QuerySet[Person]:
    """Whose words may still stand in what the house keeps for speed."""
    return Person.objects.filter(erased_at__gte=at).order_by("erased_at")


def export_of(person: Person) -> dict[str, Any]:
    """What this room keeps of a person, in plain values, for the person to take along. No secrets."""
    return {
        "person": {
            "id": str(person.pk),
            "email": person.email,
            "name": person.name,
            "language": person.language,
            "created_at": person.created_at,
            "last_login": person.last_login,
        },
        "addresses": list(EmailAddress.objects.filter(user=person).values("email", "verified", "primary")[:100]),
        "sign_in": list(Authenticator.objects.filter(user=person).values("type", "created_at", "last_used_at")[:100]),
        "other_accounts": list(
            SocialAccount.objects.filter(user=person).values("provider", "uid", "date_joined")[:100]
        ),
        "sessions": list(UserSession.objects.filter(user=person).values("created_at", "ip", "user_agent")[:100]),
        "consents": [_exported(consent) for consent in consents_of(person.pk)[:1000]],
    }


def _exported(consent: Consent) -> dict[str, Any]:
    return {
        "text": consent.text.code,
        "version": consent.text.version,
        "given_at": consent.given_at,
        "given_how": consent.given_how,
        "withdrawn_at": consent.withdrawn_at,
        "withdrawn_how": consent.withdrawn_how,
    }


def traces_of_person(person: Person) -> Traces:
    """By what the person can be recognised in texts: every address of the account, and the name."""
    addresses = EmailAddress.objects.filter(user=person).values_list("email", flat=True)
    return traces_of(person.pk, [person.email, *addresses], person.name)


def ended_sessions(at: datetime, limit: int = 2_000) -> list[UserSession]:
    """Notes of sessions (with device and address) whose session has run out or is gone."""
    open_keys = Session.objects.filter(expire_date__gt=at).values("session_key")
    return list(UserSession.objects.exclude(session_key__in=open_keys).order_by("pk")[:limit])

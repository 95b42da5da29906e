"""Ending sessions."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from tkanka.ground.ledger.actions import entry
from tkanka.rules.people import may_end_sessions
from tkanka.rules.standing import Standing

from ..models import Person


def end_sessions(*, person: Person, besides: str | None = None, by: Standing, at: datetime) -> int:
    """Sign the person out everywhere at once (but for the session `besides`); returns how many sessions ended."""
    with entry("sessions.ended", by=by, at=at) as record:
        record.rests_on(may_end_sessions(by, person.pk))
        ended = _end([s for s in UserSession.objects.filter(user=person)[:1000] if s.session_key != besides])
        record.about(person, sessions=ended)
    return ended


def end_session(*, session: UserSession, by: Standing, at: datetime) -> None:
    """Sign the person out on one device."""
    with entry("sessions.ended", by=by, at=at) as record:
        record.rests_on(may_end_sessions(by, session.user_id))
        record.about(Person(pk=session.user_id), sessions=_end([session]))


def forget_sessions(*, person: Person, sessions: list[UserSession], by: Standing, at: datetime) -> int:
    """Sessions that are over leave no note of device and address behind."""
    with entry("sessions.forgotten", by=by, at=at) as record:
        record.rests_on(may_end_sessions(by, person.pk))
        record.about(person, sessions=len(sessions))
        return _end([session for session in sessions if session.user_id == person.pk])


def _end(sessions: list[UserSession]) -> int:
    Session.objects.filter(session_key__in=[session.session_key for session in sessions]).delete()
    UserSession.objects.filter(pk__in=[session.pk for session in sessions]).delete()
    return len(sessions)

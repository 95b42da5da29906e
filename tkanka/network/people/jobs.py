"""What happens by itself."""

from datetime import datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore

from tkanka.ground.kit.work import each
from tkanka.ground.notices.actions import forget_kinds
from tkanka.rules.standing import Standing

from .actions import forget_sessions, forget_unconfirmed
from .models import Person
from .queries import ended_sessions, unconfirmed_since

SYSTEM = Standing(system="people")
CODES_KEPT = timedelta(hours=1)
WITH_CODES = ("sign_in.login_code:", "sign_in.email_confirmation:", "sign_in.proof_code:")


def forget_unconfirmed_people(at: datetime) -> int:
    """Every hour: sign-ups whose address nobody confirmed within a week are removed."""
    due = list(unconfirmed_since(at)[:200])
    for person in due:
        forget_unconfirmed(person=person, by=SYSTEM, at=at)
    return len(due)


def forget_codes(at: datetime) -> int:
    """Every few minutes: letters with codes are erased once no code in them can work any more."""
    return forget_kinds(causes=WITH_CODES, written_before=at - CODES_KEPT)


def forget_ended_sessions(at: datetime) -> int:
    """Every day: of sessions that are over, neither their contents nor device and address are kept."""
    SessionStore.clear_expired()
    over = ended_sessions(at)
    for person in each(list(dict.fromkeys(session.user_id for session in over))):
        mine = [session for session in over if session.user_id == person]
        forget_sessions(person=Person(pk=person), sessions=mine, by=SYSTEM, at=at)
    return len(over)

"""Whatever changes people, their consents and their sessions."""

from .consents import give_consent, load_texts, publish_text, withdraw_consent
from .persons import (
    erase_person,
    forget_unconfirmed,
    note_sign_in_change,
    register_person,
    rename_person,
    set_language,
    sign_up,
)
from .sessions import end_session, end_sessions, forget_sessions

__all__ = [
    "end_session",
    "end_sessions",
    "erase_person",
    "forget_sessions",
    "forget_unconfirmed",
    "give_consent",
    "load_texts",
    "note_sign_in_change",
    "publish_text",
    "register_person",
    "rename_person",
    "set_language",
    "sign_up",
    "withdraw_consent",
]

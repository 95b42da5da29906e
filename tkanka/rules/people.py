"""What a person decides alone: their account, their data, their consents."""

from __future__ import annotations

from uuid import UUID

from .ruling import Ruling, check
from .standing import Standing


def may_change_account(by: Standing, person: UUID, *, erased: bool) -> Ruling:
    """Only oneself (or the platform, where a law or the person asks for it); an erased account stays erased."""
    return check(bool(by.system) or by.person == person, "person.own_account") & check(not erased, "person.not_erased")


def may_give_consent(by: Standing, person: UUID, *, erased: bool, in_force: bool) -> Ruling:
    """Nobody consents for somebody else; to a text that is in force."""
    return may_change_account(by, person, erased=erased) & check(in_force, "consent.text_in_force")


def may_withdraw_consent(by: Standing, person: UUID, *, given: bool, required: bool) -> Ruling:
    """At any time, except what an account cannot be kept without: that ends with the account."""
    own = check(bool(by.system) or by.person == person, "person.own_account")
    return own & check(given, "consent.was_given") & check(not required or bool(by.system), "consent.not_required")


def may_end_sessions(by: Standing, person: UUID) -> Ruling:
    """One's own; those in office may sign somebody out who has left; the platform at any time."""
    return check(bool(by.system) or by.keeps_the_network or by.person == person, "person.own_account")

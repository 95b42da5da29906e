"""Contact persons: who proposes one, who decides what is shown, who may look through all of them, who may write."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from .membership import may_set_audience
from .networks import may_edit_profile
from .ruling import Ruling, check
from .standing import Standing

ANSWER_WITHIN = timedelta(days=30)


def may_propose_contact(by: Standing, *, organisation: UUID, known: bool, declined: bool) -> Ruling:
    """Naming somebody as a contact of one's organisation: shown only once that person agrees.

    `known`: the organisation already has a card or a proposal for this address; `declined`: the person said no before.
    """
    ruling = may_edit_profile(by, organisation=organisation)
    return ruling & check(not known, "contact_is_new") & check(not declined, "contact_not_declined")


def may_answer_proposal(*, addressed: bool, open_: bool, asked_on: date, today: date) -> Ruling:
    """Agreeing to a card or declining it: whoever it was sent to, once, within thirty days."""
    ruling = check(addressed, "contact_is_addressed") & check(open_, "contact_awaits_answer")
    return ruling & check(today <= asked_on + ANSWER_WITHIN, "contact_in_time")


def may_keep_contact(by: Standing, *, own: bool, organisation: UUID) -> Ruling:
    """Writing a card: only the person it is about (`own`), for an organisation they act for in some capacity."""
    belongs = any(m.organisation == organisation for m in by.mandates)
    return may_set_audience(by, own=own, manages=False) & check(belongs, "contact_of_own_organisation")


def may_change_contact(by: Standing, *, own: bool) -> Ruling:
    """Changing what a card says and who sees it: nobody but the person it is about."""
    return may_set_audience(by, own=own, manages=False)


def may_take_down_contact(by: Standing, *, own: bool, organisation: UUID) -> Ruling:
    """Taking a card away: the person it is about at any time, their organisation, the platform when time is up."""
    return (
        check(own or bool(by.system), "own_field")
        if own or by.system
        else may_edit_profile(by, organisation=organisation)
    )


def may_see_contact_base(by: Standing) -> Ruling:
    """Looking through all contacts of a network at once: members and those in office."""
    return check(by.is_member or by.keeps_the_network, "contact_base_for_members")


def may_write_to(*, reachable: bool) -> Ruling:
    """Anybody may write to an organisation somebody answers for."""
    return check(reachable, "organisation_is_reachable")

"""Proposing, verifying, opening, supporting, closing."""

from .advising import ask_advisory_group, give_opinion
from .erasing import forget_person
from .living import close_group, file_result, hand_in_terms, note_review, post_update, remind_leads
from .opening import convene_technical, drop_intention, open_group, put_intention
from .outside import edit_outside, end_outside, import_outside, list_outside
from .proposing import (
    agree_to_initiate,
    begin_proposal,
    decline_to_initiate,
    flag_sensitive,
    flag_strategic,
    give_coordinators_key,
    invite_initiator,
    save_proposal,
    submit_proposal,
    withdraw_proposal,
)
from .supporting import answer_support, ask_support, state_capacity, withdraw_support
from .verifying import answer_question, ask_proposers, check_item, decline_proposal, tell_overdue

__all__ = [
    "agree_to_initiate",
    "answer_question",
    "answer_support",
    "ask_advisory_group",
    "ask_proposers",
    "ask_support",
    "begin_proposal",
    "check_item",
    "close_group",
    "convene_technical",
    "decline_proposal",
    "decline_to_initiate",
    "drop_intention",
    "edit_outside",
    "end_outside",
    "file_result",
    "flag_sensitive",
    "flag_strategic",
    "forget_person",
    "give_coordinators_key",
    "give_opinion",
    "hand_in_terms",
    "import_outside",
    "invite_initiator",
    "list_outside",
    "note_review",
    "open_group",
    "post_update",
    "put_intention",
    "remind_leads",
    "save_proposal",
    "state_capacity",
    "submit_proposal",
    "tell_overdue",
    "withdraw_proposal",
    "withdraw_support",
]  # fmt: skip

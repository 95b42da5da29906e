"""What happens on the way into a network, each thing wholly or not at all."""

from .access import ask_access, decline_access, grant_access
from .beside import change_contact, end_beside, grant_observer, grant_partner, note_contact
from .drafts import begin_draft, forget_draft, give_draft, save_draft, send_draft_link
from .erasing import forget_person
from .naming import drop_named, name_parties
from .parties import confirm_declarations, convert_party, join_by_declaration, take_part
from .submitting import answer_question, reapply, submit_application, withdraw_application
from .verifying import (
    accept_application,
    ask_applicant,
    assign_handler,
    check_item,
    refuse_application,
    tell_overdue,
    uncheck_item,
)

__all__ = [
    "accept_application",
    "answer_question",
    "ask_access",
    "ask_applicant",
    "assign_handler",
    "begin_draft",
    "change_contact",
    "check_item",
    "confirm_declarations",
    "convert_party",
    "decline_access",
    "drop_named",
    "end_beside",
    "forget_draft",
    "forget_person",
    "give_draft",
    "grant_access",
    "grant_observer",
    "grant_partner",
    "join_by_declaration",
    "name_parties",
    "note_contact",
    "reapply",
    "refuse_application",
    "save_draft",
    "send_draft_link",
    "submit_application",
    "take_part",
    "tell_overdue",
    "uncheck_item",
    "withdraw_application",
]

"""Groups: how they are proposed, verified, opened, supported, and how they end."""

from .living import (
    asks_go_on,
    goes_to_advisory,
    languages_encouraged,
    may_amend,
    may_note_review,
    may_write_for,
    seems_dormant,
    terms_due,
    terms_reminder_due,
    terms_reminders,
    update_due,
)
from .proposing import (
    fields_missing,
    fields_required,
    group_agreed,
    groups_known,
    may_agree,
    may_draft,
    may_edit_proposal,
    may_flag_sensitive,
    may_flag_strategic,
    may_submit,
    routes_of,
    routes_open,
)
from .states import (
    INTENT,
    PROPOSAL,
    SUPPORT,
    CheckItem,
    Field,
    IntentState,
    ProposalState,
    Reply,
    Route,
    Subject,
    SupportKind,
    SupportState,
    Tongue,
)
from .support import may_answer_support, may_ask_support, may_keep_pots, owed_first, support_kinds
from .technical import (
    consulted,
    consulted_until,
    may_convene,
    may_intend,
    technical_known,
    under_the_cap,
)
from .verifying import (
    checks_of,
    may_advise,
    may_ask_advice,
    may_check,
    may_decline,
    may_list_outside,
    may_open,
    may_verify,
    verification_clock,
)

__all__ = [
    "INTENT", "PROPOSAL", "SUPPORT", "CheckItem", "Field", "IntentState", "ProposalState", "Reply", "Route", "Subject",
    "SupportKind", "SupportState", "Tongue", "asks_go_on", "checks_of", "consulted", "consulted_until",
    "fields_missing", "fields_required", "goes_to_advisory", "group_agreed", "groups_known", "languages_encouraged",
    "may_advise", "may_agree", "may_amend", "may_answer_support", "may_ask_advice",
    "may_ask_support", "may_check", "may_convene", "may_decline", "may_draft", "may_edit_proposal",
    "may_flag_sensitive", "may_flag_strategic", "may_intend", "may_keep_pots", "may_list_outside", "may_note_review",
    "may_open", "may_submit", "may_verify", "may_write_for", "owed_first", "routes_of",
    "routes_open", "seems_dormant", "support_kinds", "technical_known", "terms_due", "terms_reminder_due",
    "terms_reminders", "under_the_cap", "update_due", "verification_clock",
]  # fmt: skip

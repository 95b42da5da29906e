"""Reading proposals, groups, their support and what lies outside."""

from .advisory import (
    advises,
    advisory_group,
    agreed_by_advisory,
    answers_to,
    consultation_in,
    consultations_in,
    consultations_of,
    leads,
    leads_of,
    people_of,
    seats_that_advise,
    unanswered_by,
)
from .living import (
    group_in,
    groups_open,
    handed_in,
    intent_in,
    intents_in,
    last_reminder,
    last_sign,
    last_update,
    result_in,
    results_in,
    results_of,
    results_to_review,
    technical_running,
    terms_of,
    updates_of,
    versions_of_terms,
)
from .outside import outside_group_in, outside_groups, outside_named
from .proposals import (
    alike_inside,
    alike_outside,
    alike_proposals,
    checks_answered,
    clock_of,
    counts_of_proposals,
    initiates,
    initiator_by,
    initiators_agreed,
    initiators_of,
    invitation_of,
    invited_to_initiate,
    is_own,
    members_to_invite,
    open_proposals,
    own_proposals,
    proposal_in,
    proposals_in,
)
from .support import pot_in, pots_in, pots_with_use, request_in, support_of, support_queue, used_of

__all__ = [
    "advises", "advisory_group", "agreed_by_advisory", "alike_inside", "alike_outside", "alike_proposals", "answers_to",
    "checks_answered", "clock_of", "consultation_in", "consultations_in", "consultations_of", "counts_of_proposals",
    "group_in", "groups_open", "handed_in", "initiates", "initiator_by", "initiators_agreed", "initiators_of",
    "intent_in", "intents_in", "invitation_of", "invited_to_initiate", "is_own", "last_reminder", "last_sign",
    "last_update", "leads", "leads_of", "members_to_invite", "open_proposals", "outside_group_in", "outside_groups",
    "outside_named", "own_proposals", "people_of", "pot_in", "pots_in", "pots_with_use", "proposal_in", "proposals_in",
    "request_in", "result_in", "results_in", "results_of", "results_to_review", "seats_that_advise", "support_of",
    "support_queue", "technical_running", "terms_of", "unanswered_by", "updates_of", "used_of", "versions_of_terms",
]  # fmt: skip

"""Meetings: who calls them, how often they are due, who takes part."""

from .agenda import (
    asked_before,
    is_late,
    materials_due,
    may_hand_in,
    may_propose_item,
    may_settle_item,
    submissions_due,
)
from .calling import LED, earliest_first_meeting, may_call, may_cancel, may_close, may_organise
from .counting import Tally, host_is_new, place_is_new, tally
from .invitees import (
    coordinator_invited,
    may_leave_out,
    standing_invitees,
    stands_in_for_director,
    without_decision_maker,
)
from .kinds import Gathering, MeetingAudience, MeetingForm, MeetingKind, audience_for, form_for, kinds_in, terms_of
from .rhythms import Gap, Rhythm, gap, period, rhythms
from .series import Cadence, Frequency, instant, is_on_clock
from .states import AGENDA_ITEM, HOLDING, MEETING, REGISTRATION, ItemState, MeetingState, RegistrationState
from .taking_part import (
    Room,
    absence_noted,
    absences_in_a_row,
    answer_until,
    may_check_in,
    may_note_presence,
    may_register,
    may_see_link,
    may_see_needs,
    may_take_part,
    needs_over,
    outcome,
)
from .telling import Told, read_rhythm

__all__ = [
    "AGENDA_ITEM", "HOLDING", "LED", "MEETING", "REGISTRATION", "Cadence", "Frequency", "Gap", "Gathering", "ItemState",
    "MeetingAudience", "MeetingForm", "MeetingKind", "MeetingState", "RegistrationState", "Rhythm", "Room", "Tally",
    "Told", "absence_noted", "absences_in_a_row", "answer_until", "asked_before", "audience_for",
    "coordinator_invited",
    "earliest_first_meeting", "form_for", "gap", "host_is_new", "instant", "is_late", "is_on_clock", "kinds_in",
    "materials_due", "may_call", "may_cancel", "may_check_in", "may_close", "may_hand_in", "may_leave_out",
    "may_note_presence", "may_organise", "may_propose_item", "may_register", "may_see_link", "may_see_needs",
    "may_settle_item", "may_take_part", "needs_over", "outcome", "period", "place_is_new", "read_rhythm", "rhythms",
    "standing_invitees", "stands_in_for_director", "submissions_due", "tally", "terms_of", "without_decision_maker",
]  # fmt: skip

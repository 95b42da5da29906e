"""Bodies, their meetings and their elections: what a charter fixes of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..terms import Term


@dataclass(frozen=True, slots=True)
class AdvisoryGroup:
    """The group of seats that advises the secretariat."""

    seats: Term[int] | None = None
    seat_is: Term[str] | None = None
    basis: Term[str] | None = None
    term_months: Term[int] | None = None
    first_basis: Term[str] | None = None
    first_appointed_by: Term[str] | None = None
    first_criterion: Term[str] | None = None
    first_term_months: Term[int] | None = None
    first_term_until: Term[str] | None = None
    meetings_every_months: Term[int] | None = None
    materials_before_meetings: Term[bool] | None = None
    by_election: Term[bool] | None = None
    by_election_when: Term[tuple[str, ...]] | None = None
    by_election_by: Term[str] | None = None
    duties: Term[tuple[str, ...]] | None = None
    commitments: Term[tuple[str, ...]] | None = None
    group_membership_required: Term[bool] | None = None
    stands_in_for_coordinator: Term[str] | None = None
    term_reading: Term[str] | None = None
    re_election: Term[str] | None = None
    first_term_ends: Term[date] | None = None
    seats_per_organisation: Term[int] | None = None
    seat_ends_with: Term[tuple[str, ...]] | None = None
    by_election_other_causes: Term[bool] | None = None
    by_election_for: Term[str] | None = None
    by_election_announced_days: Term[int] | None = None
    month_reading: Term[str] | None = None
    materials_days_before: Term[int] | None = None
    absences_noted: Term[int] | None = None
    chair: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Elections:
    """How the advisory group comes about."""

    process_by: Term[str] | None = None
    process_with: Term[str] | None = None
    process_due: Term[str] | None = None
    process_transparent: Term[bool] | None = None
    inclusive: Term[bool] | None = None
    balanced_by: Term[tuple[str, ...]] | None = None
    diverse_by: Term[tuple[str, ...]] | None = None
    electorate: Term[str] | None = None
    secrecy: Term[str] | None = None
    rules_published_before: Term[str] | None = None
    bounds: Term[str] | None = None
    personal_diversity: Term[str] | None = None
    count: Term[str] | None = None
    tie: Term[str] | None = None
    count_small_below: Term[int] | None = None


@dataclass(frozen=True, slots=True)
class TechnicalGroups:
    """Technical advisory groups."""

    max_open: Term[int] | None = None
    convened_by: Term[str] | None = None
    purposes: Term[tuple[str, ...]] | None = None
    consulted: Term[str] | None = None
    consulted_on: Term[tuple[str, ...]] | None = None
    open_to_members: Term[bool] | None = None
    open_to_outsiders: Term[bool] | None = None
    outsider_kinds: Term[tuple[str, ...]] | None = None
    outsiders_accept_values: Term[bool] | None = None
    sets_own_cadence: Term[bool] | None = None
    may_have_own_channels: Term[bool] | None = None
    results_presented_by: Term[str] | None = None
    results_reviewed_by: Term[str] | None = None
    cap_counts: Term[tuple[str, ...]] | None = None
    consultation_workdays: Term[int] | None = None
    other_outsiders: Term[str] | None = None
    closing: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class WorkingGroups:
    """Working groups: how they come about, are checked, led and supported."""

    routes: Term[tuple[str, ...]] | None = None
    min_proposers: Term[int] | None = None
    joint_route_only_for: Term[tuple[str, ...]] | None = None
    checked_by: Term[str] | None = None
    checks: Term[tuple[str, ...]] | None = None
    guidance_from: Term[str] | None = None
    guidance_asked_by: Term[str] | None = None
    verification_min_workdays: Term[int] | None = None
    verification_max_workdays: Term[int] | None = None
    announced_to: Term[str] | None = None
    announced_by: Term[str] | None = None
    announce_before_first_meeting: Term[bool] | None = None
    led_by: Term[str] | None = None
    lead_duties: Term[tuple[str, ...]] | None = None
    coordinator_may_chair: Term[tuple[str, ...]] | None = None
    terms_due_months: Term[int] | None = None
    terms_strength: Term[str] | None = None
    terms_contents: Term[tuple[str, ...]] | None = None
    terms_contents_optional: Term[tuple[str, ...]] | None = None
    support_kinds: Term[tuple[str, ...]] | None = None
    support_guaranteed: Term[bool] | None = None
    support_depends_on: Term[tuple[str, ...]] | None = None
    support_owed_to: Term[tuple[str, ...]] | None = None
    results_spread_by: Term[str] | None = None
    external_groups: Term[tuple[str, ...]] | None = None
    joint_route_keys: Term[tuple[str, ...]] | None = None
    matchmaking_min_members: Term[int] | None = None
    checks_on_routes: Term[tuple[str, ...]] | None = None
    received: Term[str] | None = None
    workdays: Term[str] | None = None
    lower_bound: Term[bool] | None = None
    clock_pauses: Term[str] | None = None
    overdue: Term[str] | None = None
    declining: Term[str] | None = None
    announce_workdays_before: Term[int] | None = None
    announcement_recipients: Term[str] | None = None
    open_to: Term[str] | None = None
    strategic_flag_by: Term[tuple[str, ...]] | None = None
    sensitive_flag_by: Term[str] | None = None
    coordinator_elsewhere: Term[str] | None = None
    leads_without_initiators: Term[str] | None = None
    progress_every_months: Term[int] | None = None
    support_order: Term[tuple[str, ...]] | None = None
    terms_reminder_days: Term[tuple[int, ...]] | None = None
    terms_incomplete: Term[str] | None = None
    dormant_months: Term[int] | None = None


@dataclass(frozen=True, slots=True)
class OutsideGroups:
    """Groups outside the network."""

    kept_by: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class ClosedGroups:
    """Groups that meet out of sight."""

    visible: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A kind of meeting."""

    form: Term[str] | None = None
    recurring: Term[bool] | None = None
    held_for: Term[str] | None = None
    organised_by: Term[str] | None = None
    held_with: Term[tuple[str, ...]] | None = None
    content: Term[tuple[str, ...]] | None = None
    submissions_before: Term[tuple[str, ...]] | None = None
    host_changes_every_months: Term[int] | None = None
    host_change_strength: Term[str] | None = None
    hosted_with: Term[str] | None = None
    areas: Term[tuple[str, ...]] | None = None
    outputs: Term[tuple[str, ...]] | None = None
    every_months: Term[int] | None = None
    cadence_strength: Term[str] | None = None
    count: Term[int] | None = None
    style: Term[str] | None = None
    places: Term[str] | None = None
    purposes: Term[tuple[str, ...]] | None = None
    health_months: Term[int] | None = None
    submissions_days_before: Term[int] | None = None
    late_submission: Term[str] | None = None
    window_months: Term[tuple[int, ...]] | None = None
    repeated_place: Term[str] | None = None
    individuals: Term[bool] | None = None


@dataclass(frozen=True, slots=True)
class Meetings:
    """The kinds of meeting a charter knows; one it is silent on has no terms."""

    members_online: Meeting = Meeting()
    in_person: Meeting = Meeting()
    plenary: Meeting = Meeting()
    subregional: Meeting = Meeting()
    sector: Meeting = Meeting()
    research_online: Meeting = Meeting()
    workshop: Meeting = Meeting()


@dataclass(frozen=True, slots=True)
class Minutes:
    """What is kept of meetings, who approves it and to whom it is open."""

    comment_days: Term[int] | None = None
    approved_by: Term[str] | None = None
    open_to: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class DirectorsMeetings:
    """The meetings of the members' decision-makers."""

    every_months: Term[int] | None = None
    convened_by: Term[str] | None = None
    agenda_by: Term[str] | None = None
    invited: Term[str] | None = None
    purposes: Term[tuple[str, ...]] | None = None
    called_by: Term[str] | None = None
    quarter: Term[str] | None = None
    without_decision_maker: Term[str] | None = None
    minutes_to: Term[str] | None = None

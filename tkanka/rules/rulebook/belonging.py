"""Who belongs, and who keeps the network: what a charter fixes of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..terms import Term


@dataclass(frozen=True, slots=True)
class Purpose:
    """What the network is for, and whom it serves."""

    aims: Term[tuple[str, ...]] | None = None
    served: Term[tuple[str, ...]] | None = None
    values: Term[tuple[str, ...]] | None = None
    territory: Term[str] | None = None
    focus: Term[tuple[str, ...]] | None = None
    main_aim: Term[str] | None = None
    stance: Term[str] | None = None
    territory_levels: Term[tuple[str, ...]] | None = None
    network_aim: Term[str] | None = None
    diverse_by: Term[tuple[str, ...]] | None = None
    values_open_ended: Term[bool] | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """Who may belong, how one joins, and how one leaves."""

    mode: Term[str] | None = None
    kinds: Term[tuple[str, ...]] | None = None
    kinds_invited: Term[tuple[str, ...]] | None = None
    reach: Term[tuple[str, ...]] | None = None
    eligibility_any: Term[tuple[str, ...]] | None = None
    horizons: Term[tuple[str, ...]] | None = None
    registered_through: Term[str] | None = None
    verified_by: Term[str] | None = None
    declarations: Term[tuple[str, ...]] | None = None
    information_channels: Term[tuple[str, ...]] | None = None
    fee: Term[int] | None = None
    resignation: Term[str] | None = None
    resignation_told_to: Term[str] | None = None
    removal_by: Term[str] | None = None
    removal_grounds: Term[tuple[str, ...]] | None = None
    activity_duty: Term[tuple[str, ...]] | None = None
    observers: Term[tuple[str, ...]] | None = None
    observers_invited_to: Term[str] | None = None
    kinds_open_ended: Term[bool] | None = None
    eligibility_all: Term[tuple[str, ...]] | None = None
    services: Term[tuple[str, ...]] | None = None
    individuals: Term[tuple[str, ...]] | None = None
    individuals_strength: Term[str] | None = None
    definition_reading: Term[str] | None = None
    registry_number_required: Term[bool] | None = None
    umbrella_and_its_members: Term[str] | None = None
    verification_min_workdays: Term[int] | None = None
    verification_max_workdays: Term[int] | None = None
    verification_pauses: Term[str] | None = None
    verification_overdue: Term[str] | None = None
    assisted_application: Term[bool] | None = None
    declarations_again: Term[str] | None = None
    consent_of_persons: Term[str] | None = None
    freshness_months: Term[int] | None = None
    inactivity_months: Term[int] | None = None
    removal_notice_days: Term[int] | None = None
    removal_evidence: Term[bool] | None = None
    removal_published: Term[str] | None = None
    removal_objection_to: Term[str] | None = None
    removal_of_host: Term[str] | None = None
    reapplication: Term[str] | None = None
    suspension: Term[bool] | None = None
    resignation_by: Term[str] | None = None
    resignation_effective: Term[str] | None = None
    resignation_of_host: Term[str] | None = None
    observer_granted_by: Term[str] | None = None
    observer_rights: Term[tuple[str, ...]] | None = None
    unmet_definition: Term[str] | None = None
    individual_voice: Term[int] | None = None
    business_status: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Host:
    """The organisation that keeps the secretariat."""

    is_member: Term[bool] | None = None
    qualities: Term[tuple[str, ...]] | None = None
    duties: Term[tuple[str, ...]] | None = None
    for_stated_period: Term[bool] | None = None
    guaranteed_until: Term[date] | None = None
    in_advisory_group: Term[bool] | None = None
    respects: Term[tuple[str, ...]] | None = None
    represented_by_secretariat_staff: Term[bool] | None = None
    seat_within_eight: Term[bool] | None = None
    seat_filled_by: Term[str] | None = None
    staff_bar_scope: Term[str] | None = None
    reminder_months: Term[tuple[int, ...]] | None = None
    after_guarantee: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Secretariat:
    """Who runs the daily affairs."""

    kept_by: Term[str] | None = None
    led_by: Term[str] | None = None
    duties: Term[tuple[str, ...]] | None = None
    strategy_with: Term[str] | None = None
    coordinates_with: Term[tuple[str, ...]] | None = None
    chosen_from: Term[str] | None = None
    strategy_review_months: Term[int] | None = None
    organisations: Term[int] | None = None
    office_until: Term[str] | None = None
    office: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Coordinator:
    """The person who leads the secretariat."""

    represents: Term[str] | None = None
    represents_in: Term[tuple[str, ...]] | None = None
    represents_all_members: Term[bool] | None = None
    carries_outside: Term[str] | None = None
    attends_advisory_group: Term[bool] | None = None
    duties: Term[tuple[str, ...]] | None = None
    deputy: Term[str] | None = None
    vote_in_advisory_group: Term[bool] | None = None
    carries_outside_answer: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Roles:
    """What the charter calls its people and bodies, in Polish."""

    coordinator: Term[str] | None = None
    secretariat: Term[str] | None = None
    host: Term[str] | None = None
    member: Term[str] | None = None
    member_person: Term[str] | None = None
    advisory_group: Term[str] | None = None
    first_advisory_group: Term[str] | None = None
    technical_group: Term[str] | None = None
    working_group: Term[str] | None = None
    directors_meeting: Term[str] | None = None
    working_group_terms: Term[str] | None = None
    practitioners: Term[str] | None = None
    observer: Term[str] | None = None
    participant: Term[str] | None = None
    regional_ngo_council: Term[str] | None = None
    wrpp: Term[str] | None = None
    forum_pelnomocnikow: Term[str] | None = None
    lgd: Term[str] | None = None
    network: Term[str] | None = None
    informal_group: Term[str] | None = None
    individual: Term[str] | None = None
    leaders: Term[str] | None = None
    politicians: Term[str] | None = None
    form: Term[str] | None = None
    first_advisory_group_shown_as: Term[str] | None = None
    moderator: Term[str] | None = None
    facilitator: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of work."""

    working_group_meetings: Term[tuple[str, ...]] | None = None
    working_group_interpretation: Term[str] | None = None
    working_group_strength: Term[str] | None = None
    interface: Term[tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Partners:
    """Those who work with the network without belonging to it."""

    parallel_to: Term[str] | None = None
    works_initiated_by: Term[str] | None = None
    works_initiated_with: Term[str] | None = None
    standing_invitees: Term[tuple[str, ...]] | None = None
    funders: Term[tuple[str, ...]] | None = None
    funder_notice: Term[bool] | None = None
    thanked: Term[bool] | None = None
    partner_kinds: Term[tuple[str, ...]] | None = None
    founding_team: Term[str] | None = None

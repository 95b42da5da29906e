"""The daily work of a network: what a charter fixes of it."""

from __future__ import annotations

from dataclasses import dataclass

from ..terms import Term


@dataclass(frozen=True, slots=True)
class Reports:
    """The report on the network's work."""

    every_months: Term[int] | None = None
    by: Term[str] | None = None
    on: Term[str] | None = None
    to: Term[tuple[str, ...]] | None = None
    quarter: Term[str] | None = None
    due_days: Term[int] | None = None
    to_members: Term[bool] | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The evaluation of the agreement."""

    every_months: Term[int] | None = None
    of: Term[str] | None = None
    due: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Website:
    """The website."""

    kept_current: Term[bool] | None = None
    contains: Term[tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Newsletter:
    """The newsletter."""

    by: Term[str] | None = None
    to: Term[str] | None = None
    information_by_mail: Term[bool] | None = None
    regional_newsletter: Term[str] | None = None
    public_sign_up: Term[bool] | None = None
    members_basis: Term[str] | None = None
    cadence: Term[str] | None = None
    publisher: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class News:
    """News and how they are shown."""

    photo_credit: Term[bool] | None = None
    dated: Term[bool] | None = None
    rubric: Term[str] | None = None
    share_links: Term[bool] | None = None
    report_after_event: Term[bool] | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """The library."""

    part_of: Term[str] | None = None
    holds: Term[tuple[str, ...]] | None = None
    published_at: Term[str] | None = None
    visibility: Term[str] | None = None
    outside_site: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The shared calendar."""

    shared: Term[str] | None = None
    dates_coordinated: Term[bool] | None = None
    joint_events: Term[bool] | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who works where, and where nobody does."""

    maps: Term[tuple[str, ...]] | None = None
    gaps_reported_by: Term[str] | None = None
    looks_for: Term[tuple[str, ...]] | None = None
    recipient_kind: Term[str] | None = None
    support_map: Term[str] | None = None
    support_map_kept_current: Term[bool] | None = None
    diagnosis: Term[str] | None = None
    white_spot_is: Term[str] | None = None
    white_spot_level: Term[str] | None = None
    white_spot_steps: Term[tuple[str, ...]] | None = None
    white_spot_resources_from: Term[tuple[str, ...]] | None = None
    area_profile: Term[tuple[str, ...]] | None = None
    reported_gaps: Term[str] | None = None
    outside_actors: Term[str] | None = None
    subregions: Term[str] | None = None
    pilot_chosen_by: Term[str] | None = None
    diagnosis_signatures: Term[int] | None = None
    key_people: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Activities:
    """What members tell of their work."""

    informs_of: Term[tuple[str, ...]] | None = None
    informs_first: Term[str] | None = None
    paid_offers: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Directory:
    """The register of addresses and contacts."""

    holds: Term[tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Matching:
    """Needs and offers."""

    by: Term[str] | None = None
    support_kinds: Term[tuple[str, ...]] | None = None
    offered_by: Term[tuple[str, ...]] | None = None
    joint_offers: Term[bool] | None = None
    joint_offer_for: Term[str] | None = None
    draws_in: Term[tuple[str, ...]] | None = None
    joint_offer_recipient: Term[str] | None = None
    support_kinds_below: Term[tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """Who supports which organisation."""

    variants: Term[tuple[str, ...]] | None = None
    variant_least: Term[str] | None = None
    variant_most: Term[str] | None = None
    register_of: Term[str] | None = None
    purpose: Term[str] | None = None
    variant: Term[str] | None = None
    informal_recipients: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Referrals:
    """Passing clients on."""

    redirects_clients: Term[bool] | None = None
    completes_offers: Term[bool] | None = None
    client: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Experts:
    """The base of experts and trainers."""

    kinds: Term[tuple[str, ...]] | None = None
    territory: Term[str] | None = None
    first_from: Term[str] | None = None
    first_from_reading: Term[str] | None = None
    renewal_months: Term[int] | None = None


@dataclass(frozen=True, slots=True)
class Standards:
    """Standards of services."""

    promoted: Term[bool] | None = None
    promoted_first: Term[str] | None = None
    good_practices: Term[bool] | None = None
    doubtful_quality_reported_to: Term[str] | None = None
    provider_reply_days: Term[int] | None = None
    reported_by: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Discussions:
    """Discussions among participants."""

    access: Term[str] | None = None
    designated_per_organisation: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Consultations:
    """Answers to public consultations."""

    joint_on: Term[tuple[str, ...]] | None = None
    joint_answer: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Practices:
    """Good practices and solutions."""

    innovations: Term[str] | None = None
    passed_on: Term[tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Learning:
    """Training, placements and visits."""

    training: Term[bool] | None = None
    training_form: Term[str] | None = None
    recruitment_exchange: Term[bool] | None = None
    internships: Term[bool] | None = None
    study_visits: Term[bool] | None = None
    placements_for: Term[tuple[str, ...]] | None = None
    applicants: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Research:
    """The network's part in research."""

    role: Term[str] | None = None
    documents: Term[tuple[str, ...]] | None = None
    areas: Term[str] | None = None
    questions: Term[str] | None = None
    results: Term[str] | None = None
    conclusions: Term[str] | None = None
    recommendations: Term[str] | None = None
    report_holds: Term[tuple[str, ...]] | None = None
    areas_method: Term[str] | None = None
    questions_answer: Term[str] | None = None
    departures: Term[str] | None = None
    attribution: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """The programme of a conference."""

    edition: Term[int] | None = None
    days: Term[int] | None = None
    participants: Term[str] | None = None
    opens_with: Term[str] | None = None
    workshops: Term[tuple[str, ...]] | None = None
    panels: Term[tuple[str, ...]] | None = None
    debates: Term[tuple[str, ...]] | None = None
    talks: Term[tuple[str, ...]] | None = None
    practice_shown: Term[str] | None = None
    closing_talk: Term[str] | None = None
    guests_shown_with: Term[tuple[str, ...]] | None = None
    guest_kinds: Term[tuple[str, ...]] | None = None
    roles_credited: Term[tuple[str, ...]] | None = None
    guest_consent: Term[tuple[str, ...]] | None = None

"""Decisions and how a charter changes: what it fixes of them."""

from __future__ import annotations

from dataclasses import dataclass

from ..terms import Term


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Who does not take part in a decision. `kind`: no_vote, no_deciding_role, replaced."""

    who: str
    kind: str


@dataclass(frozen=True, slots=True)
class Decision:
    """How one kind of decision is taken."""

    electorate: Term[str] | None = None
    unit: Term[str] | None = None
    exclusions: Term[tuple[Exclusion, ...]] | None = None
    passes: Term[str] | None = None
    preconditions: Term[tuple[str, ...]] | None = None
    base: Term[str] | None = None
    method: Term[str] | None = None
    overseer: Term[str] | None = None
    quorum: Term[str] | None = None
    abstention: Term[str] | None = None
    tie: Term[str] | None = None
    secrecy: Term[str] | None = None
    further_preconditions: Term[tuple[str, ...]] | None = None
    parties: Term[str] | None = None
    overseer_power: Term[str] | None = None
    rounds: Term[int] | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions a charter knows; one it is silent on has no terms."""

    separation: Decision = Decision()
    dispute_settlement: Decision = Decision()
    secretariat_choice: Decision = Decision()
    advisory_group_ordinary: Decision = Decision()
    general: Decision = Decision()


@dataclass(frozen=True, slots=True)
class Separation:
    """Parting from the host organisation."""

    decided_by: Term[str] | None = None
    reasons: Term[tuple[str, ...]] | None = None
    successor_named_by: Term[str] | None = None
    successor_is: Term[str] | None = None
    one_decision: Term[bool] | None = None
    successor_named_how: Term[str] | None = None
    successor_member: Term[str] | None = None
    reason_judged_by: Term[str] | None = None
    host_at_debate: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Disputes:
    """Disputes among members."""

    parties: Term[str] | None = None
    threshold: Term[str] | None = None
    methods: Term[tuple[str, ...]] | None = None
    mediator_from: Term[tuple[str, ...]] | None = None
    mediator_advice_from: Term[str] | None = None
    admission_keys: Term[tuple[str, ...]] | None = None
    duties_of_parties: Term[tuple[str, ...]] | None = None
    involved_office_holders: Term[str] | None = None
    substitutes: Term[str] | None = None
    intake: Term[str] | None = None
    mediation_first: Term[str] | None = None
    mediator_accepted_by: Term[str] | None = None
    requested_by: Term[str] | None = None
    undertaking: Term[str] | None = None
    advisory_group_key: Term[str] | None = None
    personally_involved: Term[tuple[str, ...]] | None = None
    substitutes_named_by: Term[str] | None = None
    confidential: Term[bool] | None = None
    kept_months: Term[int] | None = None


@dataclass(frozen=True, slots=True)
class Amendments:
    """How the charter changes."""

    gates: Term[tuple[str, ...]] | None = None
    consulted: Term[tuple[str, ...]] | None = None
    process_by: Term[str] | None = None
    presented_at: Term[str] | None = None
    started_by: Term[tuple[str, ...]] | None = None
    bodies: Term[tuple[str, ...]] | None = None
    consultation_days: Term[int] | None = None
    remarks_answered: Term[str] | None = None
    order: Term[tuple[str, ...]] | None = None
    meeting: Term[str] | None = None
    vote: Term[bool] | None = None
    in_force: Term[str] | None = None
    small_changes: Term[str] | None = None
    about_page: Term[str] | None = None
    translations: Term[str] | None = None


@dataclass(frozen=True, slots=True)
class Motions:
    """Calls on the network to act."""

    movers: Term[str] | None = None
    min_movers: Term[int] | None = None
    about: Term[str] | None = None
    answer_days: Term[int] | None = None


@dataclass(frozen=True, slots=True)
class Positions:
    """Positions and who signs them."""

    addressed_to: Term[tuple[str, ...]] | None = None
    issued_by: Term[str] | None = None
    shown_as: Term[str] | None = None
    signatories: Term[str] | None = None
    conference_sign_on: Term[bool] | None = None

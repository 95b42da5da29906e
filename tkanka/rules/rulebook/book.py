"""A rulebook: everything a charter fixes, chapter by chapter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .belonging import Coordinator, Host, Languages, Membership, Partners, Purpose, Roles, Secretariat
from .deciding import Amendments, Decisions, Disputes, Motions, Positions, Separation
from .organs import (
    AdvisoryGroup,
    ClosedGroups,
    DirectorsMeetings,
    Elections,
    Meetings,
    Minutes,
    OutsideGroups,
    TechnicalGroups,
    WorkingGroups,
)
from .work import (
    Activities,
    Calendar,
    Consultations,
    Coverage,
    Directory,
    Discussions,
    Evaluation,
    Experts,
    Learning,
    Library,
    Matching,
    News,
    Newsletter,
    Practices,
    Programme,
    Referrals,
    Reports,
    Research,
    Standards,
    Support,
    Website,
)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A charter as terms. A term that is None is one the charter is silent on."""

    title: str
    in_force_from: date
    binding: bool = True
    defaults: str = ""
    purpose: Purpose = Purpose()
    membership: Membership = Membership()
    host: Host = Host()
    secretariat: Secretariat = Secretariat()
    coordinator: Coordinator = Coordinator()
    roles: Roles = Roles()
    languages: Languages = Languages()
    partners: Partners = Partners()
    advisory_group: AdvisoryGroup = AdvisoryGroup()
    elections: Elections = Elections()
    technical_groups: TechnicalGroups = TechnicalGroups()
    working_groups: WorkingGroups = WorkingGroups()
    outside_groups: OutsideGroups = OutsideGroups()
    closed_groups: ClosedGroups = ClosedGroups()
    meetings: Meetings = Meetings()
    minutes: Minutes = Minutes()
    directors_meetings: DirectorsMeetings = DirectorsMeetings()
    decisions: Decisions = Decisions()
    separation: Separation = Separation()
    disputes: Disputes = Disputes()
    amendments: Amendments = Amendments()
    motions: Motions = Motions()
    positions: Positions = Positions()
    reports: Reports = Reports()
    evaluation: Evaluation = Evaluation()
    website: Website = Website()
    newsletter: Newsletter = Newsletter()
    news: News = News()
    library: Library = Library()
    calendar: Calendar = Calendar()
    coverage: Coverage = Coverage()
    activities: Activities = Activities()
    directory: Directory = Directory()
    matching: Matching = Matching()
    support: Support = Support()
    referrals: Referrals = Referrals()
    experts: Experts = Experts()
    standards: Standards = Standards()
    discussions: Discussions = Discussions()
    consultations: Consultations = Consultations()
    practices: Practices = Practices()
    learning: Learning = Learning()
    research: Research = Research()
    programme: Programme = Programme()

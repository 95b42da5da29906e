"""The facts the rules ask for, of one change and one who acts on a day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.timezone import localdate

from tkanka.governance.consultations.queries import gates_of
from tkanka.governance.meetings.models import Item
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.amendments import (
    Changed,
    amended,
    changed_terms,
    cites_nowhere,
    earliest,
    may_draft,
    may_enact,
    may_present,
    passed,
)
from tkanka.rules.consultations import Gates
from tkanka.rules.meetings import MeetingState
from tkanka.rules.rulebook import Rulebook, read_rulebook
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing
from tkanka.rules.texts import Paragraph

from .models import Amendment, TermChange
from .queries import consulted_on, invites_all, terms_set, texts_of


@dataclass
class Weighed:
    """A change as it stands. Its book is the charter in force on the day it was started."""

    amendment: Amendment
    by: Standing
    today: date

    @cached_property
    def book(self) -> Rulebook:
        return rulebook_of(self.amendment.network, localdate(self.amendment.started_at))

    @cached_property
    def gates(self) -> Gates:
        return gates_of(self.amendment.document, self.book) if self.amendment.document else Gates()

    @cached_property
    def set(self) -> list[TermChange]:
        return terms_set(self.amendment)

    @cached_property
    def draft(self) -> str:
        """The rulebook as the change would have it."""
        return amended(self.amendment.base.rulebook, [one.new for one in self.set])

    @cached_property
    def _texts(self) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
        return texts_of(self.amendment)

    @property
    def before(self) -> tuple[Paragraph, ...]:
        return self._texts[0]

    @property
    def text(self) -> tuple[Paragraph, ...]:
        return self._texts[1]

    @cached_property
    def terms(self) -> list[Changed]:
        return changed_terms(read_rulebook(self.amendment.base.rulebook), read_rulebook(self.draft))

    @cached_property
    def astray(self) -> tuple[str, ...]:
        """Cites that the change would leave without a paragraph; those that had none before are not its doing."""
        before = set(cites_nowhere(read_rulebook(self.amendment.base.rulebook), self.before))
        return tuple(one for one in cites_nowhere(read_rulebook(self.draft), self.text) if one not in before)

    @property
    def differs(self) -> bool:
        return bool(self.terms) or self.text != self.before

    @property
    def drafting(self) -> Ruling:
        presented = self.amendment.presented_on is not None
        return may_draft(self.book, self.by, state=self.amendment.state, presented=presented)

    @property
    def passed(self) -> Ruling:
        return passed(self.book, self.gates, presented_on=self.amendment.presented_on)

    @property
    def first_day(self) -> date:
        return earliest(self.book, presented_on=self.amendment.presented_on, today=self.today)

    def present(self, item: Item) -> Ruling:
        held = localdate(item.meeting.starts_at) if item.meeting.state == MeetingState.HELD else None
        return may_present(
            self.book, self.by, state=self.amendment.state, to_all=invites_all(item.meeting), held_on=held,
            consulted_on=consulted_on(self.amendment),
        )  # fmt: skip

    def enact(self, from_day: date) -> Ruling:
        return may_enact(
            self.book, self.by, self.gates, state=self.amendment.state, presented_on=self.amendment.presented_on,
            from_day=from_day, today=self.today, differs=self.differs, astray=self.astray,
        )  # fmt: skip

"""What is weighed in a removal case: the charter of the day it was opened, and the facts of today."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from tkanka.network.networks.queries import hosted_by, rulebook_of
from tkanka.rules.membership import (
    Signs,
    may_answer_removal,
    may_drop_removal,
    may_notify_removal,
    may_object_to_removal,
    may_prepare_removal,
    may_remove,
)
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing

from .models import RemovalCase
from .queries import has_evidence, heard_as, signs_for


@dataclass(frozen=True, slots=True)
class Facts:
    book: Rulebook
    organisation: UUID
    ground: str
    signs: Signs
    has_evidence: bool
    is_host: bool


def facts_of(case: RemovalCase, at: datetime) -> Facts:
    book, day = rulebook_of(case.network, case.opened_on), localdate(at)
    return Facts(
        book=book,
        organisation=case.organisation_id,
        ground=case.ground,
        signs=signs_for(book, case.membership, day),
        has_evidence=has_evidence(case),
        is_host=case.network in hosted_by(case.organisation, day),
    )


def notice_facts(facts: Facts) -> dict[str, Any]:
    """As the rules of notice and removal take them."""
    return {
        "organisation": facts.organisation,
        "ground": facts.ground,
        "has_evidence": facts.has_evidence,
        "informs": facts.signs.informs,
        "active": facts.signs.active,
        "is_host": facts.is_host,
    }


@dataclass(frozen=True, slots=True)
class Rulings:
    """What somebody may do in a case now, each with its grounds."""

    evidence: Ruling
    notify: Ruling
    answer: Ruling
    remove: Ruling
    drop: Ruling
    objection: Ruling

    def by_step(self, step: str) -> Ruling:
        return self.remove if step == "remove" else self.drop


def rulings_of(case: RemovalCase, by: Standing, at: datetime) -> Rulings:
    facts = facts_of(case, at)
    noticed = localdate(case.noticed_at) if case.noticed_at else None
    book, party = facts.book, case.organisation_id
    return Rulings(
        evidence=may_prepare_removal(book, by, organisation=party),
        notify=may_notify_removal(book, by, **notice_facts(facts)),
        answer=may_answer_removal(book, by, organisation=party),
        remove=may_remove(
            book, by, noticed=noticed, answered=case.answered_at is not None, today=localdate(at), **notice_facts(facts)
        ),
        drop=may_drop_removal(book, by),
        objection=may_object_to_removal(book, heard_as(case, by), organisation=party),
    )

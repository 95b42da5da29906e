"""The demo's consultations: one that is open, one that was answered and led to the next version."""

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from tkanka.governance.consultations import actions
from tkanka.governance.consultations.models import Consultation, Remark
from tkanka.governance.consultations.queries import documents_made, paragraphs_of, remark_in
from tkanka.governance.consultations.splitting import split
from tkanka.network.networks.queries import network_by_slug
from tkanka.rules.consultations import DocumentKind, RemarkOutcome, RemarkStance
from tkanka.rules.standing import Office

from .groups import Told, bodies
from .reading import DATA


def build_consultations(say: Callable[[str], None], now: datetime) -> None:
    """What is written down, in every network that has no document yet."""
    for row in tomllib.loads((DATA / "consultations.toml").read_text("utf8"))["consultation"]:
        network = network_by_slug(row["network"])
        if not documents_made(network):
            with transaction.atomic():
                build(Told(network, now), row)
            say(f"{network.short_name}: a consultation")


def build(told: Told, row: dict[str, Any]) -> None:
    """One consultation on its days, as far as it has come."""
    at = told.ago(row["days"])
    consultation = asked(told, row, at)
    remarks = [say_so(told, consultation, one) for one in row["remarks"]]
    if row["ends"] > 0:
        answer_all(told, consultation, row, remarks)


def asked(told: Told, row: dict[str, Any], at: datetime) -> Consultation:
    """The document, its plan, and the opening."""
    office = told.office(Office.SECRETARIAT, at)
    document = actions.add_document(
        by=office, at=at, network=told.network, kind=DocumentKind(row["kind"]), title=row["title"],
        author=row["author"], pieces=split(row["text"]),
    )  # fmt: skip
    groups = bodies(told)
    made = actions.prepare_consultation(
        by=office, at=at, version=document.versions.get(), plan=row["plan"], opens_on=at.date(),
        closes_on=told.today - timedelta(days=row["ends"]), public=row.get("public", False),
        bodies=[groups[name] for name in row.get("bodies", [])],
    )  # fmt: skip
    return actions.announce_consultation(by=office, at=at, consultation=made)


def say_so(told: Told, consultation: Consultation, row: dict[str, Any]) -> Remark:
    person, party = told.members()[row["by"]]
    at = told.ago(row["days"])
    rows = paragraphs_of(consultation.version)
    return actions.remark(
        by=told.by(person, at, party), at=at, consultation=consultation, stance=RemarkStance(row["stance"]),
        text=row["text"], proposal=row.get("proposal", ""), organisation=party,
        paragraph=rows.get(unit=row["unit"]) if row["unit"] else None,
    )  # fmt: skip


def answer_all(told: Told, consultation: Consultation, row: dict[str, Any], remarks: list[Remark]) -> None:
    """The answers, the next version and the end."""
    at = told.ago(row["ends"] - 5)
    office = told.office(Office.SECRETARIAT, at)
    consultation = actions.end_remarks(by=office, at=told.ago(row["ends"] - 1), consultation=consultation)
    for number, one in enumerate(row["remarks"]):
        if "like" in one:
            alike = [remarks[number], remarks[one["like"]]]
            actions.group_remarks(by=office, at=at, consultation=consultation, remarks=alike)
    for remark, one in zip(remarks, row["remarks"], strict=True):
        if "answer" in one:
            found = remark_in(consultation, remark.pk)
            outcome = RemarkOutcome(one["outcome"])
            actions.answer(by=office, at=at, remark=found, outcome=outcome, reason=one["answer"])
    actions.close_consultation(by=office, at=at, consultation=consultation)
    version = actions.begin_version(by=office, at=at, document=consultation.version.document)
    for change in row["next"]["changes"]:
        paragraph = paragraphs_of(version).get(unit=change["unit"])
        paragraph.version = version
        actions.edit_paragraph(
            by=office, at=at, paragraph=paragraph, text=change["text"], label=paragraph.label,
            because=remarks[change["because"] - 1],
        )  # fmt: skip
    actions.publish_version(by=office, at=at, version=version, note=row["next"]["note"])

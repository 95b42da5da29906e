"""The demo's change of the charter: wished by two organisations, under consultation."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from tkanka.governance.amendments import actions
from tkanka.governance.amendments.queries import amendments_in
from tkanka.governance.consultations import actions as consultations
from tkanka.governance.consultations.charter import text_of_charter
from tkanka.governance.consultations.models import Document
from tkanka.governance.consultations.queries import bodies_for_charter, versions_of
from tkanka.governance.consultations.splitting import split
from tkanka.network.networks.queries import charter_on, network_by_slug, rulebook_of
from tkanka.rules.amendments import NewTerm
from tkanka.rules.consultations import DocumentKind
from tkanka.rules.standing import Office

from .groups import Told

TWO, THREE = "co najmniej dwie organizacje", "co najmniej trzy organizacje"
TITLE = "Grupę roboczą zgłaszają trzy organizacje zamiast dwóch"
REASON = (
    "W tym roku dwie grupy powstały z inicjatywy organizacji, które i tak pracują razem, i po miesiącu ucichły. "
    "Trzecia organizacja na starcie to więcej rąk i pewność, że temat obchodzi nie tylko pomysłodawców."
)
PLAN = "Uwagi zbieramy dwa tygodnie. Na każdą odpowie sekretariat, a projekt przedstawimy na najbliższym spotkaniu."


def build_changes(say: Callable[[str], None], now: datetime) -> None:
    """A change of the charter of Razem, unless there is one."""
    razem = network_by_slug("razem")
    if amendments_in(razem).exists():
        return
    with transaction.atomic():
        _build(Told(razem, now))
    say("A change of the charter")


def _build(told: Told) -> None:
    (one, first), (other, second) = told.members()[:2]
    wished, seconded, asked = told.ago(12), told.ago(10), told.ago(6)
    change = actions.start(
        by=told.by(one, wished, first), at=wished, network=told.network, title=TITLE, reason=REASON, organisation=first
    )
    actions.second(by=told.by(other, seconded, second), at=seconded, amendment=change, organisation=second)
    office = told.office(Office.SECRETARIAT, asked)
    new = NewTerm("working_groups.min_proposers", "3", "§9")
    change = actions.set_term(by=office, at=asked, amendment=change, new=new).amendment
    document = _text(told, asked)
    book = rulebook_of(told.network, asked.date())
    made = consultations.prepare_consultation(
        by=office, at=asked, version=versions_of(document)[0], plan=PLAN, opens_on=asked.date(),
        closes_on=asked.date() + timedelta(days=14), bodies=bodies_for_charter(told.network, book),
    )  # fmt: skip
    consultations.announce_consultation(by=office, at=asked, consultation=made)
    actions.base_on(by=office, at=asked, amendment=change, document=document)


def _text(told: Told, at: datetime) -> Document:
    """The charter in force with the one sentence changed."""
    text = text_of_charter(charter_on(told.network, at.date()))["text"].replace(TWO, THREE)
    return consultations.add_document(
        by=told.office(Office.SECRETARIAT, at), at=at, network=told.network, kind=DocumentKind.CHARTER,
        title=f"Projekt: {TITLE.lower()}", pieces=split(text),
    )  # fmt: skip

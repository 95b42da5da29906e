"""Traces of one person in minutes and tasks."""

from tests.cast import DAY, NOW
from tkanka.governance.meetings.models import Meeting
from tkanka.governance.minutes.index import index_minutes
from tkanka.governance.minutes.models import Decision, Minutes, Remark, Section, Task, TaskStep, Version, Writing
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.models import Person

from ..planting import SENTENCE, plant

WITH_TRACES = [Decision, Minutes, Remark, Task, TaskStep, Version, Writing]


def sow_minutes(stock):
    """Somebody takes notes, writes, remarks, answers, decides and has a task."""
    person, network = stock[Person], stock[Network]
    when = {"starts_at": NOW, "ends_at": NOW.replace(hour=23), "state": "held", "called_at": NOW, "held_at": NOW}
    meeting = plant(Meeting, stock, title="Zebranie", audience="members", created_by=person, **when)
    stock = stock | {Meeting: meeting}
    approved = {"state": "approved", "approved_at": NOW, "approved_where": SENTENCE, "approved_by": person}
    minutes = plant(Minutes, stock, note_taker=person, opened_by=person, **approved)
    stock |= {Minutes: minutes}
    section = plant(Section, stock, title=SENTENCE, text=SENTENCE, kind="item")
    stock |= {Section: section}
    plant(Writing, stock, text=SENTENCE, written_by=person)
    parts = [{"key": str(section.pk), "title": SENTENCE, "text": SENTENCE}]
    plant(Version, stock, number=1, parts=parts, reason=SENTENCE, made_by=person)
    plant(Remark, stock, text=SENTENCE, answer=SENTENCE, answered_at=NOW, answered_by=person, person=person)
    plant(Decision, stock, text=SENTENCE, noted_by=person)
    task = plant(Task, stock, title=SENTENCE, text=SENTENCE, person=person, given_by=person)
    plant(TaskStep, stock | {Task: task}, note=SENTENCE, by=person)
    index_minutes(minutes, rulebook_of(network, DAY), NOW)

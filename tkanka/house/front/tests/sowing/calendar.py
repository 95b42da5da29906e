"""Traces of one person in the calendar."""

from tests.cast import NOW
from tkanka.governance.calendar.index import index_event
from tkanka.governance.calendar.models import Event, Feed, Goer
from tkanka.network.people.models import Person

from ..planting import NAME, SENTENCE, plant

WITH_TRACES = [Event]
KEYS_ONLY = [Feed, Goer]


def sow_calendar(stock):
    event = plant(
        Event,
        stock,
        title=f"Piknik, {NAME}",
        text=SENTENCE,
        place=NAME,
        uid="x",
        source="own",
        source_key="x",
        audience="public",
        created_by=stock[Person],
        published_at=NOW,
    )
    index_event(event)
    plant(Feed, stock, scope="personal")
    plant(Goer, stock, event=event)

"""Traces of one person in activities and in the sheets they came from."""

from uuid import uuid4

from tests.cast import NOW
from tkanka.coordination.activities.index import index_activities
from tkanka.coordination.activities.models import (
    Activity,
    ColumnMemory,
    ImportFile,
    ImportPiece,
    ImportRow,
    ImportRun,
)
from tkanka.network.networks.models import Network
from tkanka.network.people.models import Person

from ..planting import EMAIL, NAME, NEEDLE, OWN, SENTENCE, plant

WITH_TRACES = [Activity, ImportPiece, ImportRun]


def sow_activities(cast, stock):
    told = plant(Activity, stock, title=f"Zajęcia, {NAME}", contact=NAME, email=EMAIL, phone=OWN, description=SENTENCE)
    index_activities(stock[Network], [told], NOW)
    run = plant(ImportRun, stock, person=stock[Person], name=f"{NEEDLE}.xlsx", headers=[OWN], options={"x": OWN})
    plant(ImportFile, stock | {ImportRun: run}, content=OWN.encode())
    plant(ImportRow, stock | {ImportRun: run}, number=1, cells=[SENTENCE])
    others = plant(ImportRun, stock, person=cast.ada, name="inny.xlsx")
    plant(ImportRow, stock | {ImportRun: others}, number=1, cells=[SENTENCE], problems=[[1, "x", {"said": SENTENCE}]])
    plant(
        ImportPiece,
        stock | {ImportRun: others},
        number=1,
        activity=uuid4(),
        organisation=uuid4(),
        facts={"title": SENTENCE, "contact": NAME},
    )
    plant(ColumnMemory, stock, signature="x", answers={SENTENCE: SENTENCE})

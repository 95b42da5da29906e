"""What the keys in addresses stand for in the tests of the house."""

from datetime import timedelta

from tests.cast import NOW
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.meetings.models import Item
from tkanka.governance.minutes.models import Decision, Minutes, Remark, Section, Task, TaskStep, Version

from .makers import met


def noted(network, title="Spotkanie z protokołem", **more):
    """Minutes of this meeting, made when first asked for: sent out, with remarks still taken."""
    found = Minutes.objects.filter(meeting__network=network, meeting__title=title).first()
    return found or fresh(network, title, **more)


def fresh(network, title, **more):
    meeting = met(network, title=title)
    state = {"state": "comment", "version": 1, "remarks_until": (NOW + timedelta(days=9)).date()} | more
    minutes = Minutes.objects.create(meeting=meeting, opened_at=NOW, sent_out_at=NOW, **state)
    item = Item.objects.create(meeting=meeting, title="Plan", state="accepted", proposed_at=NOW)
    section = Section.objects.create(minutes=minutes, order=1, kind="item", item=item, title="Plan", text="Omówiono.")
    parts = [{"key": str(section.pk), "title": "Plan", "text": "Omówiono."}]
    Version.objects.create(minutes=minutes, number=1, parts=parts, made_at=NOW)
    return minutes


def three(world):
    return noted(world.razem), noted(world.razem, "Inne z protokołem"), noted(world.abroad.network)


def of_each(world, make):
    return Keys(*(make(minutes).pk for minutes in three(world)))


@keyed("minutes")
def minutes(world):
    return Keys(*(one.pk for one in three(world)))


@keyed("minutes.section", "section")
def sections(world):
    return of_each(world, lambda minutes: minutes.sections.first())


@keyed("remark")
def remarks(world):
    return of_each(
        world,
        lambda m: Remark.objects.create(
            section=m.sections.first(), organisation=world.cast.dach, person=world.cast.ada, text="Brak daty.",
            made_at=NOW,
        ),
    )  # fmt: skip


@keyed("decision")
def decisions(world):
    return of_each(
        world,
        lambda m: Decision.objects.create(
            meeting=m.meeting, item=Item.objects.get(meeting=m.meeting), kind="decision", text="Tak.", noted_at=NOW
        ),
    )


@keyed("task")
def tasks(world):
    owners = iter((world.cast.dach, world.cast.mosty, world.abroad.organisation))
    return of_each(
        world,
        lambda m: Task.objects.create(meeting=m.meeting, title="Zadanie", organisation=next(owners), given_at=NOW),
    )


@grows
def many_minutes(world):
    for n in range(ROWS):
        fresh(world.razem, f"Protokół {n}")
    for found in Minutes.objects.filter(meeting__network=world.razem, meeting__title__contains="z protokołem"):
        section = found.sections.first()
        for n in range(ROWS):
            own = {"organisation": world.cast.dach, "person": world.cast.ada}
            Remark.objects.create(section=section, text=f"Uwaga {n}", made_at=NOW, **own)
            Decision.objects.create(meeting=found.meeting, item=section.item, kind="noted", text="x", noted_at=NOW)
            task = Task.objects.create(
                meeting=found.meeting, title=f"Z {n}", organisation=world.cast.dach, given_at=NOW, due=NOW.date()
            )
            TaskStep.objects.create(task=task, step="give", at=NOW)
            Section.objects.create(minutes=found, order=n + 10, kind="other", title=f"Część {n}")
            parts = [{"key": "x", "title": "Plan", "text": f"Wersja {n}"}]
            Version.objects.create(minutes=found, number=n + 10, parts=parts, made_at=NOW)

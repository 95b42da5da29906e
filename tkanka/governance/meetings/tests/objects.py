"""What the keys in addresses stand for in the tests of the house."""

from datetime import timedelta

from tests.cast import NOW
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.bodies.models import Body
from tkanka.governance.meetings.models import (
    Attendance,
    Invitee,
    Item,
    Material,
    Meeting,
    Registration,
    Series,
    Submission,
)
from tkanka.governance.meetings.models.presence import Capacity, Way
from tkanka.governance.meetings.tokens import token_of
from tkanka.rules.meetings import MeetingKind

from .makers import START, body, fields, seat

OWN = "Spotkanie członków"


def held(network, **told):
    kept = {"state": "called", "check_in_code": "000000"} | fields(**told)
    return Meeting.objects.create(network=network, created_at=NOW, called_at=NOW, **kept)


def one_of(network, title):
    """The meeting of this title, made when first asked for, so that things of it lie in one and the same. Its agenda
    names something else of the network from the first row."""
    found = Meeting.objects.filter(network=network, title=title).first()
    if found is None:
        found = held(network, title=title, asks_for=["diagnosis"], submissions_due=START.date())
        about = {"thing_kind": "organisation", "thing_key": network.pk}
        Item.objects.create(meeting=found, title="O czymś", proposed_at=NOW, state="accepted", **about)
    return found


def three(world):
    return (one_of(world.razem, OWN), one_of(world.razem, "Inne"), one_of(world.abroad.network, OWN))


def place_in(world, meeting):
    """Ada has a place at each of the three, whatever a page asks for first."""
    told = {"state": "registered", "registered_at": NOW}
    return Registration.objects.get_or_create(meeting=meeting, person=world.cast.ada, defaults=told)[0]


@keyed("meeting")
def meetings(world):
    return of_each(world, lambda m: place_in(world, m).meeting)


def of_each(world, make):
    """One thing of a meeting in our network, another there, one abroad."""
    return Keys(*(make(meeting).pk for meeting in three(world)))


@keyed("item")
def items(world):
    return of_each(world, lambda m: Item.objects.create(
        meeting=m, title="Punkt", proposed_at=NOW, thing_kind="organisation", thing_key=world.cast.dach.pk,
    ))  # fmt: skip


@keyed("material")
def materials(world):
    return of_each(
        world,
        lambda m: Material.objects.create(meeting=m, title="Projekt", url="https://example.org/", added_at=NOW),
    )


@keyed("registration")
def registrations(world):
    return of_each(world, lambda m: place_in(world, m))


@keyed("invitee")
def invitees(world):
    return of_each(
        world,
        lambda m: Invitee.objects.get_or_create(meeting=m, email="g@example.org", defaults={"invited_at": NOW})[0],
    )


@keyed("meetings:guest.token")
def tokens(world):
    found = invitees(world)
    return Keys(*(token_of(key) for key in (found.own, found.other, found.foreign)))


@keyed("attendance")
def attendances(world):
    return of_each(
        world,
        lambda m: Attendance.objects.create(
            meeting=m, person=world.cast.ada, capacity=Capacity.MEMBER, way=Way.LIST, came_at=NOW
        ),
    )


@keyed("submission")
def submissions(world):
    return of_each(
        world,
        lambda m: Submission.objects.create(
            meeting=m, organisation=world.cast.dach, kind="diagnosis", text="Opis", delivered_at=NOW
        ),
    )


@keyed("meetings:attendance.body")
def bodies(world):
    found = [body(network) for network in (world.razem, world.razem, world.abroad.network)]
    seat(found[0], world.cast.ada, world.cast.dach)
    return Keys(*(one.pk for one in found))


def serial(network, **told):
    plain = {name: value for name, value in fields().items() if name not in ("starts_at", "ends_at")}
    repeats = {"frequency": "weekly", "hour": "10:00", "minutes": 60, "since": START.date(), "created_at": NOW}
    return Series.objects.create(network=network, **plain | repeats | told)


@keyed("series")
def series(world):
    return Keys(*(serial(network).pk for network in (world.razem, world.razem, world.abroad.network)))


@grows
def many_meetings(world):
    crowd = Body.objects.filter(network=world.razem).first()
    for n in range(ROWS):
        at = START + timedelta(days=n)
        one = held(world.razem, title=f"Spotkanie {n}", starts_at=at, ends_at=at + timedelta(hours=1))
        past = NOW - timedelta(days=n + 1)
        told = {"body": crowd, "kind": MeetingKind.BODY} if crowd else {}
        held(world.razem, title=f"Dawne {n}", starts_at=past, ends_at=past + timedelta(hours=1), **told)
        serial(world.razem, title=f"Seria {n}")
        Item.objects.create(meeting=one, title=f"Punkt {n}", proposed_at=NOW, state="accepted")
    for meeting in Meeting.objects.filter(network=world.razem, title=OWN):
        for n in range(ROWS):
            Item.objects.create(
                meeting=meeting, title=f"Punkt {n}", proposed_at=NOW, state="accepted", order=n,
                thing_kind="organisation", thing_key=world.cast.dach.pk,
            )  # fmt: skip
            Item.objects.create(meeting=meeting, title=f"Propozycja {n}", proposed_at=NOW)
            Material.objects.create(meeting=meeting, title=f"M {n}", url="https://example.org/", added_at=NOW)
            guest = Invitee.objects.create(meeting=meeting, email=f"g{n}@example.org", invited_at=NOW)
            Registration.objects.create(meeting=meeting, invitee=guest, state="registered", registered_at=NOW)
            Attendance.objects.create(
                meeting=meeting, invitee=guest, capacity=Capacity.GUEST, way=Way.LIST, came_at=NOW
            )

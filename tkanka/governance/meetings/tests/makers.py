"""Meetings for tests, in few words."""

from datetime import UTC, datetime, timedelta

from tests.cast import DAY, LONG_AGO, NOW, SYSTEM
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.meetings import actions
from tkanka.network.networks.actions import give_mandate
from tkanka.rules.bodies import Basis, BodyKind, Role
from tkanka.rules.meetings import MeetingAudience, MeetingForm, MeetingKind

START = datetime(2026, 12, 4, 9, tzinfo=UTC)


def body(network, kind=BodyKind.WORKING, name="Grupa", **more):
    return Body.objects.create(network=network, kind=kind, name=name, opened_on=LONG_AGO, **more)


def seat(in_body, person, organisation=None, role=Role.MEMBER, **more):
    return Seat.objects.create(
        body=in_body, person=person, organisation=organisation, role=role, basis=Basis.JOINED, since=LONG_AGO, **more
    )


def fields(**told):
    return {
        "title": "Spotkanie członków", "kind": MeetingKind.MEMBERS_ONLINE, "audience": MeetingAudience.MEMBERS,
        "form": MeetingForm.ONLINE, "starts_at": START, "ends_at": START + timedelta(hours=2),
    } | told  # fmt: skip


def drafted(cast, by=None, **told):
    return actions.draft_meeting(by=by or cast.by(cast.igor), at=NOW, network=cast.razem, **fields(**told))


def called(cast, by=None, **told):
    return actions.call_meeting(by=by or cast.by(cast.igor), at=NOW, meeting=drafted(cast, by, **told))


def joins(person, organisation, capacity):
    return give_mandate(by=SYSTEM, at=NOW, person=person, organisation=organisation, capacity=capacity, since=LONG_AGO)


__all__ = ["DAY", "START", "body", "called", "drafted", "fields", "joins", "seat"]

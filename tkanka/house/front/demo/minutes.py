"""The demo's minutes: approved, in the time for remarks, and a draft; tasks done, open and overdue."""

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from tkanka.governance.meetings.models import Meeting
from tkanka.governance.meetings.queries import visible_meetings
from tkanka.governance.minutes import actions
from tkanka.governance.minutes.actions.tasks import Given
from tkanka.governance.minutes.models import Minutes
from tkanka.governance.minutes.queries import has_minutes, sections_of
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import network_by_slug, standing_of
from tkanka.network.people.models import Person
from tkanka.rules.minutes import ApprovalBasis, DecisionKind
from tkanka.rules.standing import Standing

from .meetings import office, organiser
from .reading import DATA


def build_minutes(say: Callable[[str], None], now: datetime) -> None:
    """The minutes of some of the demo's meetings, unless they have some already."""
    for told in tomllib.loads((DATA / "minutes.toml").read_text("utf8"))["minutes"]:
        network = network_by_slug(told["network"])
        meeting = meeting_titled(network, told["meeting"], now)
        if meeting is None or has_minutes(meeting):
            continue
        with transaction.atomic():
            write(meeting, told, now)
        say(f"{network.short_name}: minutes of {meeting.title}")


def meeting_titled(network: Network, title: str, now: datetime) -> Meeting | None:
    day = localdate(now)
    found = visible_meetings(network, office(network, day), day).filter(title=title)
    return found.select_related("network", "body").first()


def present(meeting: Meeting) -> list[tuple[Person, Organisation | None]]:
    rows = meeting.attendances.filter(person__isnull=False).select_related("person", "organisation")
    return [(one.person, one.organisation) for one in rows.order_by("person__name")[:50] if one.person]


def write(meeting: Meeting, told: dict[str, Any], now: datetime) -> None:
    """From the skeleton to where these minutes stand."""
    shape: dict[str, Any] = {"kind": meeting.kind} | ({"body": meeting.body.kind} if meeting.body else {})
    by = organiser(meeting.network, shape, localdate(now))
    at = meeting.ends_at + timedelta(hours=2)
    minutes = actions.open_minutes(by=by, at=at, meeting=meeting)
    for section in sections_of(minutes):
        if section.title in told["texts"]:
            text = told["texts"][section.title].strip()
            actions.write_section(by=by, at=at, section=section, revision=section.revision, text=text)
    results(minutes, told, by, at)
    if told["state"] == "draft":
        return
    sent = at + timedelta(days=told["sent"])
    minutes = actions.send_out(by=by, at=sent, minutes=minutes)
    remarked(minutes, told, by, sent + timedelta(days=1))
    if told["state"] == "approved":
        over = sent + timedelta(days=16)
        actions.approve(by=by, at=over, minutes=minutes, basis=ApprovalBasis.OWN_RULE, where=told["where"])


def results(minutes: Minutes, told: dict[str, Any], by: Standing, at: datetime) -> None:
    """What was decided, and who does what."""
    items = {section.title: section.item for section in sections_of(minutes)}
    for title, kind, text in told.get("decisions", []):
        actions.note_decision(by=by, at=at, minutes=minutes, kind=DecisionKind(kind), text=text, item=items[title])
    people = present(minutes.meeting)
    for number, (title, days, step, note) in enumerate(told.get("tasks", [])):
        person, party = people[number % len(people)]
        to = Given(organisation=party) if party else Given(person=person)
        due = localdate(at) + timedelta(days=days)
        task = actions.give_task(by=by, at=at, minutes=minutes, title=title, to=to, due=due)
        if step:
            actions.settle_task(by=by, at=at + timedelta(days=5), task=task, step=step, note=note)


def remarked(minutes: Minutes, told: dict[str, Any], by: Standing, at: datetime) -> None:
    """What those who were there missed, and the answers."""
    sections = {section.title: section for section in sections_of(minutes)}
    people = [one for one in present(minutes.meeting) if one[1]]
    for number, (title, text, answer) in enumerate(told.get("remarks", [])):
        person, party = people[number % len(people)]
        own = standing_of(person, minutes.meeting.network, localdate(at))
        said = actions.remark(by=own, at=at, section=sections[title], text=text, organisation=party)
        if answer:
            actions.answer_remark(by=by, at=at + timedelta(hours=3), remark=said, text=answer, taken=True)

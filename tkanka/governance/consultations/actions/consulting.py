"""Consulting: preparing, publishing the plan, opening, ending, closing."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Body
from tkanka.ground.ledger.actions import entry
from tkanka.rules.consultations import (
    CONSULTATION,
    ConsultationState,
    may_call_off,
    may_close,
    may_end,
    may_open,
)
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..index import index_consulted
from ..letters import audience_of, guest_page, recipient_of, silent_of, tell
from ..models import Consultation, Guest, Version
from ..queries.consultations import guests_of, is_asked_about
from ..queries.documents import paragraph_count
from ..queries.remarks import unanswered
from ..weighing import missing_in, weighed, weighed_document
from .holding import held


def prepare_consultation(
    *, by: Standing, at: datetime, version: Version, plan: str, opens_on: date | None, closes_on: date | None,
    members: bool = True, observers: bool = False, public: bool = False, bodies: Iterable[Body] = (),
) -> Consultation:  # fmt: skip
    """Prepare asking about a version: whom, when, and how remarks will be answered. Nobody sees it yet."""
    with entry("consultation.prepared", by=by, at=at) as record:
        document = version.document
        record.rests_on(weighed_document(document, by, localdate(at)).keep)
        record.rests_on(check(not is_asked_about(document), "not_asked_about_already"))
        inside = document.body_id is not None
        made = Consultation.objects.create(
            network=document.network, body=document.body, version=version, plan=plan.strip(), opens_on=opens_on,
            closes_on=closes_on, members=members and not inside, observers=observers and not inside,
            public=public and not inside, prepared_at=at, prepared_by_id=by.person,
        )  # fmt: skip
        if not inside:
            made.bodies.set(bodies)
        record.about(made, document)
        return made


def change_plan(
    *, by: Standing, at: datetime, consultation: Consultation, plan: str, opens_on: date | None,
    closes_on: date | None, members: bool = True, observers: bool = False, public: bool = False,
    bodies: Iterable[Body] = (),
) -> Consultation:  # fmt: skip
    """Change the plan while it is not published."""
    with entry("consultation.plan_changed", by=by, at=at) as record:
        found = held(consultation)
        record.rests_on(weighed(found, by, localdate(at)).keep)
        record.rests_on(check(found.announced_at is None, "plan_not_published_yet"))
        inside = found.body_id is not None
        found.plan, found.opens_on, found.closes_on = plan.strip(), opens_on, closes_on
        found.members, found.observers = members and not inside, observers and not inside
        found.public = public and not inside
        found.save()
        if not inside:
            found.bodies.set(bodies)
        record.about(found)
        return found


def invite_guest(
    *, by: Standing, at: datetime, consultation: Consultation, email: str, party: str, name: str = "",
    language: str = "pl",
) -> Guest:  # fmt: skip
    """Ask somebody from outside; they get a letter with an address of their own once it is open."""
    with entry("consultation.guest_invited", by=by, at=at) as record:
        found = held(consultation)
        record.rests_on(weighed(found, by, localdate(at)).keep)
        states = (ConsultationState.DRAFT, ConsultationState.OPEN)
        record.rests_on(check(found.state in states, "consultation_under_way"))
        told = {"name": name, "party": party, "language": language, "invited_at": at, "left_out_at": None}
        guest, _ = Guest.objects.update_or_create(
            consultation=found, email=email.strip().lower(), defaults=told
        )  # fmt: skip
        if found.state == ConsultationState.OPEN:
            to = recipient_of(guest)
            tell(found, {to.key: (to, "", guest_page(found, guest))}, "invited", at)
        record.about(found)
        return guest


def leave_guest_out(*, by: Standing, at: datetime, guest: Guest) -> Guest:
    """Their address leads nowhere any more; what they said stays."""
    with entry("consultation.guest_left_out", by=by, at=at) as record:
        record.rests_on(weighed(guest.consultation, by, localdate(at)).keep)
        guest.left_out_at = at
        guest.save(update_fields=["left_out_at"])
        record.about(guest.consultation)
        return guest


def announce_consultation(*, by: Standing, at: datetime, consultation: Consultation) -> Consultation:
    """Publish the plan. The version is fixed from now on; it opens on its day, or at once."""
    with entry("consultation.announced", by=by, at=at) as record:
        found, day = held(consultation), localdate(at)
        facts = weighed(found, by, day)
        record.rests_on(check(found.announced_at is None, "plan_not_published_yet"))
        record.rests_on(may_open(
            facts.book, by, asked=replace(facts.asked, guests=len(guests_of(found))), party=facts.party,
            plan=found.plan, paragraphs=paragraph_count(found.version), missing=missing_in(found, facts.book),
            today=day,
        ))  # fmt: skip
        found.announced_at = at
        found.save(update_fields=["announced_at"])
        if found.version.published_at is None:
            found.version.published_at = at
            found.version.save(update_fields=["published_at"])
        index_consulted(found, at)
        record.about(found, found.version.document, opens_on=found.opens_on, closes_on=found.closes_on)
        return open_consultation(by=by, at=at, consultation=found) if found.opens_on == day else found


def open_consultation(*, by: Standing, at: datetime, consultation: Consultation) -> Consultation:
    """Its day has come: everybody who is asked gets a letter."""
    with entry("consultation.opened", by=by, at=at) as record:
        found, day = held(consultation), localdate(at)
        state = CONSULTATION.after(found.state, "open")
        record.rests_on(weighed(found, by, day).keep)
        record.rests_on(check(found.announced_at is not None, "plan_is_published"))
        found.state, found.opened_at = state, at
        found.save(update_fields=["state", "opened_at"])
        told = tell(found, audience_of(found, day), "invited", at)
        record.about(found, found.version.document, told=told)
        return found


def remind_silent(*, by: Standing, at: datetime, consultation: Consultation) -> Consultation:
    """Once, shortly before the end, to those who said nothing."""
    with entry("consultation.reminded", by=by, at=at) as record:
        found = held(consultation)
        told = tell(found, silent_of(found, localdate(at)), "reminder", at)
        found.reminded_at = at
        found.save(update_fields=["reminded_at"])
        record.about(found, told=told)
        return found


def end_remarks(*, by: Standing, at: datetime, consultation: Consultation) -> Consultation:
    """The last day has passed: from now on remarks are answered."""
    with entry("consultation.ended", by=by, at=at) as record:
        found, day = held(consultation), localdate(at)
        state = CONSULTATION.after(found.state, "end_remarks")
        facts = weighed(found, by, day)
        record.rests_on(may_end(facts.book, by, asked=facts.asked, party=facts.party, today=day))
        found.state = state
        found.save(update_fields=["state"])
        record.about(found, remarks=unanswered(found).count())
        return found


def close_consultation(*, by: Standing, at: datetime, consultation: Consultation) -> Consultation:
    """Every remark is answered: the report is complete."""
    with entry("consultation.closed", by=by, at=at) as record:
        found = held(consultation)
        state = CONSULTATION.after(found.state, "close")
        facts = weighed(found, by, localdate(at))
        left = unanswered(found).count()
        record.rests_on(may_close(facts.book, by, asked=facts.asked, party=facts.party, unanswered=left))
        found.state, found.closed_at = state, at
        found.save(update_fields=["state", "closed_at"])
        record.about(found, found.version.document)
        return found


def call_off_consultation(*, by: Standing, at: datetime, consultation: Consultation, reason: str) -> Consultation:
    """Call it off with a reason; whoever was asked learns of it."""
    with entry("consultation.called_off", by=by, at=at) as record:
        found = held(consultation)
        state = CONSULTATION.after(found.state, "call_off")
        facts = weighed(found, by, localdate(at))
        record.rests_on(may_call_off(
            facts.book, by, asked=facts.asked, party=facts.party, explained=bool(reason.strip())
        ))  # fmt: skip
        found.state, found.called_off_because, found.closed_at = state, reason.strip(), at
        found.save(update_fields=["state", "called_off_because", "closed_at"])
        if found.opened_at is not None:
            tell(found, audience_of(found, localdate(at)), "called_off", at)
        record.about(found)
        return found

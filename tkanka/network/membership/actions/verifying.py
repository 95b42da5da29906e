"""What the secretariat does with an application: assign, check, ask, accept, refuse."""

from datetime import datetime
from typing import Any

from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.actions import give_mandate, register_organisation, start_membership
from tkanka.network.networks.models import Membership, Organisation
from tkanka.network.networks.queries import charter_on, rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.membership import (
    APPLICATION,
    Refusal,
    may_accept,
    may_ask,
    may_refuse,
    may_verify,
    refusal_cite,
)
from tkanka.rules.parties import Kind
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.ruling import check
from tkanka.rules.standing import Capacity, Office, Standing

from ..letters import page, to_applicant, to_offices
from ..models import Application, Check, Question
from ..profile import read_profile
from ..queries import clock_of, is_own
from .actor import actor


def _book(application: Application) -> Rulebook:
    """A case is judged by the charter in force on the day it was handed in."""
    assert application.submitted_at
    return rulebook_of(application.network, only_day(application.submitted_at))


def _made(application: Application) -> set[str]:
    return set(application.declarations.values_list("code", flat=True))


def assign_handler(*, by: Standing, at: datetime, application: Application, handler: Person) -> Application:
    with entry("application.assigned", by=by, at=at) as record:
        application = locked(application)
        record.rests_on(may_verify(_book(application), by, own=is_own(application, by)))
        record.rests_on(check(application.is_open, "step_not_open"))
        application.handler = handler
        application.save(update_fields=["handler"])
        record.about(application, handler=handler.pk)
        return application


def check_item(*, by: Standing, at: datetime, application: Application, item: str) -> Check:
    """Somebody in office looked at this part and found it in order. Twice is once."""
    with entry("application.checked", by=by, at=at) as record:
        application = locked(application)
        record.rests_on(may_verify(_book(application), by, own=is_own(application, by)))
        record.rests_on(check(application.is_open, "step_not_open"))
        defaults = {"by_id": actor(by), "at": at}
        found, _ = Check.objects.get_or_create(application=application, item=item, defaults=defaults)
        record.about(application, item=item)
        return found


def uncheck_item(*, by: Standing, at: datetime, application: Application, item: str) -> None:
    with entry("application.unchecked", by=by, at=at) as record:
        application = locked(application)
        record.rests_on(may_verify(_book(application), by, own=is_own(application, by)))
        record.rests_on(check(application.is_open, "step_not_open"))
        application.checks.filter(item=item).delete()
        record.about(application, item=item)


def ask_applicant(*, by: Standing, at: datetime, application: Application, text: str) -> Question:
    """Ask the applicant; the clock stands until the answer comes."""
    with entry("application.asked", by=by, at=at) as record:
        application = locked(application)
        record.rests_on(may_ask(_book(application), by, own=is_own(application, by)))
        application.state = APPLICATION.after(application.state, "ask")
        application.save(update_fields=["state"])
        question = Question.objects.create(application=application, asked_at=at, asked_by_id=actor(by), text=text)
        to_applicant(application, "asked", at, cause=f"application.asked:{question.pk}", question=question)
        record.about(application, question=question.pk)
        return question


def accept_application(*, by: Standing, at: datetime, application: Application) -> Membership:
    """Admit the party: registered if it is new, a member from this moment on, and spoken for by its applicant."""
    with entry("application.accepted", by=by, at=at) as record:
        application = locked(application)
        profile, declared_on = read_profile(application.data.get("profile")), application.submitted_at
        application.state = APPLICATION.after(application.state, "accept")
        assert declared_on
        record.rests_on(
            may_accept(
                _book(application),
                by,
                own=is_own(application, by),
                kind=Kind(application.kind),
                stated=set(profile.stated),
                made=_made(application),
                version_in_force=application.charter == charter_on(application.network, only_day(declared_on)),
            )
        )
        party = _admitted(application, by, at)
        membership = start_membership(by=by, at=at, network=application.network, organisation=party, since=only_day(at))
        _decided(application, by, at)
        to_applicant(application, "accepted", at, organisation=party, join=page("join", application.network))
        record.about(application, party, membership=membership.pk)
        return membership


def _admitted(application: Application, by: Standing, at: datetime) -> Organisation:
    """The party of the application, spoken for by its applicant."""
    party = application.organisation
    if party is None:
        profile = read_profile(application.data.get("profile"))
        party = register_organisation(by=by, at=at, name=profile.name, kind=profile.kind, **profile.columns())
        application.organisation = party
        application.declarations.update(organisation=party)
    assert application.applicant
    if not party.mandates.filter(person=application.applicant, capacity=Capacity.MAIN, until=None).exists():
        post = read_profile(application.data.get("profile")).contact_post
        give_mandate(by=by, at=at, person=application.applicant, organisation=party, capacity=Capacity.MAIN,
                     since=only_day(at), post=post)  # fmt: skip
    return party


def refuse_application(
    *, by: Standing, at: datetime, application: Application, reason: str, explanation: str
) -> Application:
    """Refuse on a reason of the closed list, explained in words. The way to apply again stays open."""
    with entry("application.refused", by=by, at=at) as record:
        application = locked(application)
        application.state = APPLICATION.after(application.state, "refuse")
        book, kind = _book(application), Kind(application.kind)
        record.rests_on(
            may_refuse(
                book,
                by,
                own=is_own(application, by),
                reason=reason,
                explained=bool(explanation.strip()),
                kind=kind,
                made=_made(application),
            )
        )
        _decided(application, by, at, reason=reason, explanation=explanation.strip())
        to_applicant(application, "refused", at, cite=refusal_cite(book, Refusal(reason)))
        record.about(application, reason=reason)
        return application


def _decided(application: Application, by: Standing, at: datetime, **what: Any) -> None:
    for field, value in what.items():
        setattr(application, field, value)
    application.decided_at, application.decided_by_id = at, by.person
    application.save()


def tell_overdue(*, by: Standing, at: datetime, application: Application) -> Application:
    """Tell the coordinator, once, that the promised days are over. Silence never accepts."""
    with entry("application.overdue", by=by, at=at) as record:
        application = locked(application)
        clock = clock_of(_book(application), application)
        due = clock.due if clock else None
        cause = f"application.overdue:{application.pk}:{due}"
        to_offices(application.network, "overdue", at, cause, Office.COORDINATOR, application=application, clock=clock,
                   due=due, page=page("verify", application.network, key=application.pk))  # fmt: skip
        application.told_overdue_for = due
        application.save(update_fields=["told_overdue_for"])
        record.about(application, due=due)
        return application

"""Handing in, answering, taking back, trying again."""

from collections.abc import Iterable
from datetime import datetime

from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import CharterVersion
from tkanka.network.networks.queries import active_membership, charter_on, rulebook_of
from tkanka.rules.membership import (
    APPLICATION,
    ApplicationState,
    may_answer,
    may_reapply,
    may_submit,
    may_withdraw,
    verification_clock,
)
from tkanka.rules.membership.knowing import may_begin
from tkanka.rules.names import name_key
from tkanka.rules.parties import Kind
from tkanka.rules.ruling import Ruling, check
from tkanka.rules.standing import Standing

from ..letters import page, to_applicant, to_handler, to_offices
from ..models import Application, Declaration, Question
from ..profile import Profile
from ..queries.applications import open_for, open_of


def submit_application(
    *,
    by: Standing,
    at: datetime,
    application: Application,
    own: bool,
    profile: Profile,
    made: Iterable[str],
    charter: CharterVersion | None,
) -> Application:
    """Hand in a draft. `made` are the declarations ticked, `charter` the version whose texts were read.

    The clock of the verification starts. Sent twice, the second finds no draft and is refused.
    """
    with entry("application.submitted", by=by, at=at) as record:
        application = locked(application)
        network, day = application.network, only_day(at)
        application.state = APPLICATION.after(application.state, "submit")
        book, in_force, made = rulebook_of(network, day), charter_on(network, day), list(made)
        record.rests_on(_nothing_open(application, profile, by, at))
        record.rests_on(
            may_submit(
                book,
                by,
                own=own,
                kind=profile.as_kind,
                stated=set(profile.stated),
                made=set(made),
                version_in_force=charter == in_force,
            )
        )
        _receive(application, profile, in_force, at)
        Declaration.objects.bulk_create(_declarations(application, made, at))
        clock = verification_clock(book, day)
        to_applicant(application, "received", at, clock=clock)
        to_offices(network, "arrived", at, f"application.arrived:{application.pk}", application=application,
                   clock=clock, page=page("verify", network, key=application.pk))  # fmt: skip
        record.about(application, charter=application.charter_id, declarations=made,
                     applicant=application.applicant_id, typed_by=application.typed_by_id)  # fmt: skip
        return application


def _nothing_open(application: Application, profile: Profile, by: Standing, at: datetime) -> Ruling:
    """One open application a party and network; two of one person for the same name count as one party."""
    assert application.applicant
    locked(application.applicant)
    network, party = application.network, application.organisation
    other = open_of(network, application.applicant.pk, name_key(profile.name))
    other = other or (open_for(network, party.pk) if party else None)
    ruling = Ruling()
    if other:
        book = rulebook_of(network, only_day(at))
        ruling &= may_reapply(book, by, kind=Kind(profile.kind), earlier=ApplicationState(other.state))
    if party:
        ruling &= check(active_membership(network, party, only_day(at)) is None, "not_a_member")
    return ruling


def _receive(application: Application, profile: Profile, charter: CharterVersion | None, at: datetime) -> None:
    application.data = {**application.data, "profile": profile.stored()}
    application.name, application.name_key = profile.name, name_key(profile.name)
    application.kind, application.town, application.charter = profile.kind, profile.town, charter
    application.submitted_at = application.saved_at = at
    application.save()


def _declarations(application: Application, made: list[str], at: datetime) -> list[Declaration]:
    return [
        Declaration(
            network=application.network,
            application=application,
            organisation=application.organisation,
            code=code,
            charter=application.charter,
            person=application.applicant,
            entered_by=application.typed_by,
            at=at,
        )
        for code in made
    ]


def answer_question(*, by: Standing, at: datetime, application: Application, own: bool, answer: str) -> Question:
    """The applicant answers; the clock goes on."""
    with entry("application.answered", by=by, at=at) as record:
        application = locked(application)
        record.rests_on(may_answer(rulebook_of(application.network, only_day(at)), by, own=own))
        application.state = APPLICATION.after(application.state, "answer")
        application.save(update_fields=["state"])
        question = application.questions.get(answered_at=None)
        question.answer, question.answered_at, question.answered_by_id = answer, at, by.person
        question.save()
        to_handler(application, "answered", at, f"application.answered:{question.pk}")
        record.about(application, question=question.pk)
        return question


def withdraw_application(*, by: Standing, at: datetime, application: Application, own: bool) -> Application:
    """Take an application back at any time before it is decided; what was typed in a draft goes with it."""
    with entry("application.withdrawn", by=by, at=at) as record:
        application = locked(application)
        book = rulebook_of(application.network, only_day(at))
        record.rests_on(may_withdraw(book, by, own=own))
        application.state = APPLICATION.after(application.state, "withdraw")
        record.about(application)
        if application.submitted_at is None:
            application.delete()
            return application
        application.save(update_fields=["state"])
        to_handler(application, "withdrawn", at, f"application.withdrawn:{application.pk}")
        return application


def reapply(*, by: Standing, at: datetime, application: Application, own: bool) -> Application:
    """A new draft with all that the earlier application said, so that nothing is typed twice."""
    with entry("application.tried_again", by=by, at=at) as record:
        book = rulebook_of(application.network, only_day(at))
        state = ApplicationState(application.state)
        record.rests_on(may_begin(book, by))
        record.rests_on(may_withdraw(book, by, own=own))
        record.rests_on(may_reapply(book, by, kind=Kind(application.kind), earlier=state))
        found = Application.objects.filter(earlier=application, state=ApplicationState.DRAFT).first()
        draft = found or Application.objects.create(
            network=application.network,
            applicant_id=by.person,
            email=application.email,
            language=application.language,
            name=application.name,
            name_key=application.name_key,
            kind=application.kind,
            town=application.town,
            state=ApplicationState.DRAFT,
            organisation=application.organisation,
            data={step: typed for step, typed in application.data.items() if step not in ("profile", "declarations")},
            earlier=application,
            begun_at=at,
            saved_at=at,
        )
        record.about(draft, application)
        return draft

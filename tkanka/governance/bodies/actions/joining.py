"""Coming into a body by oneself, on request or by invitation."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import Entry, entry
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries.belonging import recipient
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_key
from tkanka.rules.bodies import (
    ADMISSION,
    Basis,
    BodyType,
    Role,
    may_answer_admission,
    may_ask_in,
    may_invite_in,
    may_join,
)
from tkanka.rules.ruling import check
from tkanka.rules.standing import Standing

from ..letters import tell, tell_leads, tell_person
from ..models import Admission, Body, Seat
from ..queries import place_in, type_of
from ..seating import seat_down


def join_body(*, by: Standing, at: datetime, body: Body, person: Person, organisation: Organisation) -> Seat:
    """Come into a body that is open to members; its leads learn of it."""
    with entry("seat.joined", by=by, at=at) as record:
        body, day = locked(body), localdate(at)
        kind = type_of(body, day)
        record.rests_on(may_join(by, kind=kind, state=body.state, organisation=organisation.pk))
        seat, ruling = seat_down(
            body, kind, by=by, at=at, person=person, organisation=organisation, basis=Basis.JOINED, since=day,
            own_way=True,
        )  # fmt: skip
        record.rests_on(ruling)
        tell_leads(body, f"seat.joined:{seat.pk}", "joined", at, closed=kind.closed.value, seat=seat)
        record.about(seat, body, *([] if body.hidden else [organisation]), network=body.network_id)
        return seat


def ask_in(
    *,
    by: Standing,
    at: datetime,
    body: Body,
    person: Person,
    organisation: Organisation | None = None,
    outside: str = "",
    outside_kind: str = "",
    text: str = "",
    accepts_values: bool = False,
) -> Admission:
    """Ask to come in; the leads answer."""
    with entry("admission.asked", by=by, at=at) as record:
        body = locked(body)
        kind = type_of(body, localdate(at))
        record.rests_on(may_ask_in(
            by, kind=kind, state=body.state, outsider=organisation is None, accepts_values=accepts_values,
            outside_kind=outside_kind, explained=bool(text.strip()),
        ))  # fmt: skip
        record.rests_on(check(not _waits(body, person), "asked_once"))
        record.rests_on(check(place_in(body, by, localdate(at)) is None, "one_seat_a_person"))
        asked = Admission.objects.create(
            body=body, person=person, organisation=organisation, outside=outside, text=text, asked_at=at,
            asked_by=person, values_accepted_at=at if accepts_values else None, outside_kind=outside_kind,
        )  # fmt: skip
        tell_leads(body, f"admission.asked:{asked.pk}", "asks_in", at, closed=kind.closed.value, asked=asked)
        _about(record, asked, body)
        return asked


def answer_admission(*, by: Standing, at: datetime, admission: Admission, accept: bool, answer: str = "") -> Admission:
    """Say yes or no to somebody who asked to come in. A no says why; they are told either way."""
    with entry("admission.answered", by=by, at=at) as record:
        body, admission = locked(admission.body), locked(admission)
        day = localdate(at)
        kind = type_of(body, day)
        record.rests_on(may_answer_admission(by, kind=kind, role=_role(body, by, at)))
        record.rests_on(check(not admission.invited, "step_not_open", step="answer", state=admission.state))
        record.rests_on(check(accept or bool(answer.strip()), "reason_given"))
        _answer(admission, "accept" if accept else "decline", by, at, answer)
        assert admission.person
        if accept:
            _let_in(record, body, kind, admission, admission.person, by, at)
        tell_person(body, admission.person, f"admission.answered:{admission.pk}", "answered", at, asked=admission)
        _about(record, admission, body, accepted=accept)
        return admission


def invite_in(
    *,
    by: Standing,
    at: datetime,
    body: Body,
    email: str,
    organisation: Organisation | None = None,
    outside: str = "",
    role: Role = Role.MEMBER,
    text: str = "",
    person: Person | None = None,
) -> Admission:
    """Ask somebody to come in, by letter."""
    with entry("admission.invited", by=by, at=at) as record:
        body = locked(body)
        kind, outsider = type_of(body, localdate(at)), organisation is None
        record.rests_on(may_invite_in(
            by, kind=kind, role=_role(body, by, at), state=body.state, outsider=outsider
        ))  # fmt: skip
        waiting = Admission.objects.filter(body=body, email__iexact=email, invited=True, state=ADMISSION.start)
        record.rests_on(check(not waiting.exists(), "asked_once"))
        asked = Admission.objects.create(
            body=body, person=person, email=email.strip().lower(), organisation=organisation, outside=outside,
            role=role, text=text, invited=True, asked_at=at, asked_by=person_by_key(by.person) if by.person else None,
        )  # fmt: skip
        to = recipient(person) if person else Recipient(person=None, email=email, name="", language="pl")
        tell(body, to, "", f"admission.invited:{asked.pk}", "invited", at, asked=asked, kind=kind)
        _about(record, asked, body)
        return asked


def answer_invitation(
    *, by: Standing, at: datetime, admission: Admission, person: Person, accept: bool, accepts_values: bool = False,
    outside_kind: str = "", reason: str = "",
) -> Admission:  # fmt: skip
    """Whoever was invited comes in, or does not."""
    with entry("invitation_in.answered", by=by, at=at) as record:
        body, admission = locked(admission.body), locked(admission)
        own = admission.person_id == person.pk or admission.email.lower() == person.email.lower()
        record.rests_on(check(own and by.person == person.pk and admission.invited, "own_invitation"))
        admission.person = person
        admission.values_accepted_at = at if accepts_values else None
        admission.outside_kind = outside_kind
        _answer(admission, "accept" if accept else "decline", by, at, "")
        kind = type_of(body, localdate(at))
        if accept:
            _let_in(record, body, kind, admission, person, by, at, reason)
        tell_leads(body, f"invitation.answered:{admission.pk}", "invitation_answered", at, closed=kind.closed.value,
                   asked=admission)  # fmt: skip
        _about(record, admission, body, accepted=accept)
        return admission


def withdraw_admission(*, by: Standing, at: datetime, admission: Admission) -> Admission:
    """Take back what one asked for; leads take back an invitation."""
    with entry("admission.withdrawn", by=by, at=at) as record:
        body, admission = locked(admission.body), locked(admission)
        kind = type_of(body, localdate(at))
        if admission.invited:
            record.rests_on(may_answer_admission(by, kind=kind, role=_role(body, by, at)))
        else:
            record.rests_on(check(by.person == admission.person_id, "own_request"))
        _answer(admission, "withdraw", by, at, "")
        _about(record, admission, body)
        return admission


def _let_in(
    record: Entry, body: Body, kind: BodyType, asked: Admission, person: Person, by: Standing, at: datetime,
    reason: str = "",
) -> None:  # fmt: skip
    invited = asked.invited or asked.organisation is None
    _, ruling = seat_down(
        body, kind, by=by, at=at, person=person, organisation=asked.organisation, outside=asked.outside,
        role=Role(asked.role), basis=Basis.INVITED if invited else Basis.JOINED, since=localdate(at), own_way=True,
        values_accepted_at=asked.values_accepted_at, outside_kind=asked.outside_kind,
        reason=(reason or asked.text) if _unnamed(kind, asked) else "",
    )  # fmt: skip
    record.rests_on(ruling)


def _unnamed(kind: BodyType, asked: Admission) -> bool:
    """Whether somebody comes from a kind of institution outside that the charter does not name."""
    named = kind.outsider_kinds.value if kind.outsider_kinds and asked.organisation is None else None
    return named is not None and asked.outside_kind not in named


def _answer(admission: Admission, step: str, by: Standing, at: datetime, answer: str) -> None:
    admission.state, admission.answered_at, admission.answer = ADMISSION.after(admission.state, step), at, answer
    admission.answered_by = person_by_key(by.person) if by.person else None
    admission.save()


def _waits(body: Body, person: Person) -> bool:
    return Admission.objects.filter(body=body, person=person, state=ADMISSION.start).exists()


def _role(body: Body, by: Standing, at: datetime) -> Role | None:
    seat = place_in(body, by, localdate(at))
    return Role(seat.role) if seat else None


def _about(record: Entry, admission: Admission, body: Body, **facts: object) -> None:
    record.about(admission, body, network=body.network_id, **facts)

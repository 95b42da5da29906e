"""What an open group does: its terms of reference, updates, results, its end."""

from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tkanka.governance.bodies.actions import close_body
from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import place_in, type_of
from tkanka.governance.meetings.actions import cancel_meeting, end_series
from tkanka.governance.meetings.queries import ahead_of, live_series_of
from tkanka.ground.kit.models import locked
from tkanka.ground.kit.uploads import safe_name
from tkanka.ground.ledger.actions import Entry, entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.rules.bodies import BodyState, Role, may_close_body
from tkanka.rules.groups import SUPPORT, goes_to_advisory, may_amend, may_note_review
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing

from ..index import index_result
from ..letters import tell_leads, tell_members, tell_offices, tell_seats
from ..models import Reminder, Result, Terms, Update
from ..queries import advises, advisory_group, leads, open_requests_of, terms_of
from .actor import actor


def _let_write(record: Entry, body: Body, by: Standing, at: datetime) -> Rulebook:
    book = rulebook_of(body.network, localdate(at))
    closed = body.state == BodyState.CLOSED
    record.rests_on(may_amend(book, by, leads=leads(body, by, localdate(at)), closed=closed))
    return book


def hand_in_terms(*, by: Standing, at: datetime, body: Body, **charge: Any) -> Terms:
    """Hand in terms of reference: a new version every time, complete or not."""
    with entry("group.terms_handed_in", by=by, at=at) as record:
        body = locked(body)
        _let_write(record, body, by, at)
        last = terms_of(body)
        number = last.number + 1 if last else 1
        terms = Terms.objects.create(body=body, number=number, written_at=at, written_by_id=actor(by), **charge)
        if number == 1:
            tell_offices(body.network, "terms", at, f"group.terms:{body.pk}", body=body, terms=terms)
        record.about(body, terms, number=number)
        return terms


def post_update(*, by: Standing, at: datetime, body: Body, done: str, ahead: str = "") -> Update:
    """Tell the network in a few words where the group is."""
    with entry("group.update_posted", by=by, at=at) as record:
        body = locked(body)
        _let_write(record, body, by, at)
        update = Update.objects.create(body=body, done=done, ahead=ahead, at=at, by_id=actor(by))
        record.about(body, update)
        return update


def file_result(
    *, by: Standing, at: datetime, body: Body, title: str, text: str, link: str = "",
    file: "File[bytes] | None" = None,
) -> Result:  # fmt: skip
    """File what the group made. Members are told; where the charter says so, the advisory group gets it to review."""
    with entry("group.result_filed", by=by, at=at) as record:
        body = locked(body)
        book = _let_write(record, body, by, at)
        goes = goes_to_advisory(book, kind=body.kind, strategic=body.strategic)
        result = Result(body=body, title=title, text=text, link=link, filed_at=at, filed_by_id=actor(by),
                        to_advisory=bool(goes))  # fmt: skip
        if file:
            result.name, result.size = safe_name(file.name or ""), file.size or 0
            result.file.save(result.name, file, save=False)
        result.save()
        index_result(result, at)
        cause, advisory = f"group.result:{result.pk}", advisory_group(body.network)
        if body.hidden:
            tell_seats(body, "result", at, cause, body=body, result=result)
        else:
            tell_members(body.network, "result", at, cause, body=body, result=result, category="results")
        if result.to_advisory:
            record.rests_on(goes)
            if advisory:
                tell_seats(advisory, "to_review", at, f"group.to_review:{result.pk}", body=body, result=result)
        record.about(body, result, to_advisory=result.to_advisory)
        return result


def note_review(*, by: Standing, at: datetime, result: Result, review: str) -> Result:
    """Note what the advisory group said of a result at its meeting; the group learns of it."""
    with entry("group.result_reviewed", by=by, at=at) as record:
        result, body = locked(result), result.body
        day = localdate(at)
        seat = advises(body.network, by, day)
        record.rests_on(may_note_review(rulebook_of(body.network, day), by, advises=seat))
        result.review, result.reviewed_at, result.reviewed_by_id = review, at, actor(by)
        result.save(update_fields=["review", "reviewed_at", "reviewed_by"])
        tell_leads(body, "reviewed", at, f"group.reviewed:{result.pk}", result=result)
        record.about(body, result)
        return result


def close_group(*, by: Standing, at: datetime, body: Body, summary: str) -> Body:
    """The work of a body is done: its summary goes to everybody in it, what it had planned is called off, and nothing
    of it changes any more."""
    with entry("group.closed", by=by, at=at) as record:
        body, day = locked(body), localdate(at)
        book, seat = rulebook_of(body.network, day), place_in(body, by, day)
        ruling = may_close_body(
            book, by, kind=type_of(body, day), role=Role(seat.role) if seat else None, summary=summary
        )
        record.rests_on(ruling)
        ended = _end_what_runs(body, by, at, ruling)
        advisory = advisory_group(body.network)
        body = close_body(by=by, at=at, body=body, summary=summary.strip())
        if advisory and goes_to_advisory(book, kind=body.kind, strategic=body.strategic):
            tell_seats(advisory, "closed", at, f"group.closed:{body.pk}", body=body)
        record.about(body, **ended)
        return body


def _end_what_runs(body: Body, by: Standing, at: datetime, ruling: Ruling) -> dict[str, Any]:
    """Meetings to come are called off and told so, series end, requests nobody answered are withdrawn."""
    reason = _("Grupa zakończyła pracę.")
    ahead, series = ahead_of(body, at), live_series_of(body)
    for meeting in ahead:
        cancel_meeting(by=by, at=at, meeting=meeting, reason=reason, under=ruling)
    for one in series:
        end_series(by=by, at=at, series=one, under=ruling)
    asked = list(open_requests_of(body))
    for request in asked:
        request.state = SUPPORT.after(request.state, "withdraw")
        request.save(update_fields=["state"])
    return {"meetings": len(ahead), "series": len(series), "requests": len(asked)}


def remind_leads(*, by: Standing, at: datetime, body: Body, about: str, day: date, **context: Any) -> Reminder:
    """Recall something to the leads, once for a day. A reminder asks; it never stands in the way."""
    with entry("group.reminded", by=by, at=at) as record:
        found, new = Reminder.objects.get_or_create(body=body, about=about, day=day, defaults={"at": at})
        if new:
            cause = f"group.{about}:{body.pk}:{day}"
            if not tell_leads(body, f"remind_{about}", at, cause, **context):
                tell_offices(body.network, f"remind_{about}", at, cause, body=body, **context)
        record.about(body, about=about, day=day)
        return found

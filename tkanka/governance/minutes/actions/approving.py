"""From a draft to approved minutes, and their corrections."""

from datetime import datetime

from django.utils.translation import override

from tkanka.governance.meetings.actions.attendance import settle_list
from tkanka.governance.meetings.models import Meeting
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.rules.minutes import MINUTES, ApprovalBasis, SectionKind, comment_until, may_correct, may_send_out
from tkanka.rules.standing import Standing

from ..composing import attendance, parts_of
from ..index import index_minutes, tongue_of
from ..letters import tell_audience
from ..models import Minutes, Section, Version, Writing
from ..queries import later_meetings
from ..weighing import weighed
from .opening import bodies_of


def send_out(*, by: Standing, at: datetime, minutes: Minutes) -> Minutes:
    """Ask those the meeting was for to remark, until a day."""
    with entry("minutes.sent_out", by=by, at=at) as record:
        minutes = locked(minutes)
        facts = weighed(minutes.meeting, minutes, by, at)
        written = minutes.sections.filter(kind__in=["item", "other"]).exclude(text="").exists()
        record.rests_on(may_send_out(facts.book, by, facts.of, facts.work, written=written))
        minutes.state = MINUTES.after(minutes.state, "send_out")
        _recount(minutes)
        minutes.sent_out_at, minutes.remarks_until = at, comment_until(facts.book, facts.today)
        _keep_version(minutes, by, at)
        minutes.save()
        tell_audience(minutes, "remarks_open", at)
        record.about(
            minutes, minutes.meeting, *bodies_of(minutes.meeting), network=minutes.meeting.network_id,
            until=minutes.remarks_until,
        )  # fmt: skip
        return minutes


def _recount(minutes: Minutes) -> None:
    """Where nobody wrote in the part on attendance, it tells the list as it is by now."""
    untouched = minutes.sections.filter(kind=SectionKind.ATTENDANCE, revision=0).first()
    if untouched is not None:
        with override(tongue_of(minutes.meeting)):
            untouched.text = attendance(minutes.meeting)
        untouched.save(update_fields=["text"])
        untouched.writings.update(text=untouched.text)


def _keep_version(minutes: Minutes, by: Standing, at: datetime, reason: str = "") -> Version:
    minutes.version += 1
    return Version.objects.create(
        minutes=minutes, number=minutes.version, parts=parts_of(minutes), reason=reason, made_at=at,
        made_by_id=by.person,
    )  # fmt: skip


def approve(
    *, by: Standing, at: datetime, minutes: Minutes, basis: ApprovalBasis, later: Meeting | None = None, where: str = ""
) -> Minutes:
    """Write down that they were approved, where and by whom. From then on only a correction changes them."""
    with entry("minutes.approved", by=by, at=at) as record:
        minutes = locked(minutes)
        facts = weighed(minutes.meeting, minutes, by, at)
        state = MINUTES.after(minutes.state, "approve")
        known = later is not None and later in later_meetings(minutes.meeting, at)
        record.rests_on(facts.approve(basis, later=known, where=where))
        minutes.state, minutes.approved_at, minutes.approved_by_id = state, at, by.person
        minutes.approval_basis, minutes.approved_where = basis, where.strip()
        _recount(minutes)
        minutes.approved_at_meeting = later if basis == ApprovalBasis.MEETING else None
        _keep_version(minutes, by, at)
        minutes.save()
        settle_list(locked(minutes.meeting), at)
        Writing.objects.filter(section__minutes=minutes).delete()
        index_minutes(minutes, facts.book, at)
        tell_audience(minutes, "approved", at)
        record.about(
            minutes, minutes.meeting, *([later] if later else []), *bodies_of(minutes.meeting),
            network=minutes.meeting.network_id, version=minutes.version, basis=basis,
        )  # fmt: skip
        return minutes


def correct(*, by: Standing, at: datetime, section: Section, text: str, reason: str) -> Minutes:
    """Correct a section of approved minutes: a new version, which says why."""
    with entry("minutes.corrected", by=by, at=at) as record:
        minutes = locked(section.minutes)
        section = locked(section)
        facts = weighed(minutes.meeting, minutes, by, at)
        record.rests_on(may_correct(facts.book, by, facts.of, facts.work, reason=reason))
        minutes.state = MINUTES.after(minutes.state, "correct")
        section.text, section.revision = "\n".join(text.splitlines()), section.revision + 1
        section.save(update_fields=["text", "revision"])
        _keep_version(minutes, by, at, reason.strip())
        minutes.save(update_fields=["state", "version"])
        index_minutes(minutes, facts.book, at)
        tell_audience(minutes, "corrected", at)
        record.about(
            minutes, minutes.meeting, *bodies_of(minutes.meeting), network=minutes.meeting.network_id,
            version=minutes.version, section=section.order,
        )  # fmt: skip
        return minutes

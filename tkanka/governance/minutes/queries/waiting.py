"""What minutes ask of those who keep them."""

from datetime import date, datetime

from tkanka.governance.meetings.queries.seeing import Places, places_of
from tkanka.network.networks.models import Network
from tkanka.rules.minutes import MinutesState, may_keep_minutes
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.standing import Standing

from ..models import Minutes, Remark
from .seeing import WITH, gatherings, of_bodies_known, work_of

MOST = 50


def kept_by(network: Network, by: Standing, day: date, book: Rulebook, places: Places | None = None) -> list[Minutes]:
    """Minutes not approved yet that are theirs to keep, the oldest meeting first."""
    if by.person is None:
        return []
    places = places or places_of(network, by, day)
    rows = Minutes.objects.filter(of_bodies_known(places), meeting__network=network)
    rows = rows.exclude(state=MinutesState.APPROVED)
    found = list(rows.select_related(*WITH).order_by("meeting__starts_at", "pk")[:200])
    gathered = gatherings([one.meeting for one in found], network, by, places) if found else {}
    return [one for one in found if may_keep_minutes(book, by, gathered[one.meeting_id], work_of(one, by))][:MOST]


def drafts_waiting(found: list[Minutes], at: datetime) -> list[Minutes]:
    """Drafts of meetings that are over: to be sent out for remarks."""
    return [one for one in found if one.state == MinutesState.DRAFT and one.meeting.ends_at < at]


def remarks_waiting(found: list[Minutes]) -> list[Remark]:
    """Remarks on these minutes that nobody has answered."""
    keys = [one.pk for one in found if one.state == MinutesState.COMMENT]
    if not keys:
        return []
    rows = Remark.objects.filter(section__minutes__in=keys, answered_at=None)
    return list(rows.select_related("section__minutes__meeting", "organisation").order_by("made_at", "pk")[:MOST])


def approvals_waiting(found: list[Minutes], day: date) -> list[Minutes]:
    """Minutes whose time for remarks is over."""
    return [
        one for one in found
        if one.state == MinutesState.COMMENT and one.remarks_until is not None and one.remarks_until < day
    ]  # fmt: skip

"""The hand-over: a list with owners, and the day on which the successor becomes host."""

from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.actions import take_hosting
from tkanka.network.networks.queries import active_membership, rulebook_of
from tkanka.rules.separation import CASE, CaseState, may_hand_over
from tkanka.rules.standing import Standing

from ..models import Case, Matter
from ..queries import matters_left, successor_of
from ..weighing import weighed


def add_matter(
    *, by: Standing, at: datetime, case: Case, title: str, owner: str = "", due: date | None = None
) -> Matter:
    """Put something on the list."""
    with entry("separation.matter_added", by=by, at=at) as record:
        case = locked(case)
        record.rests_on(weighed(case.network, by, localdate(at), case).keep)
        last = Matter.objects.filter(case=case).order_by("-order").first()
        order = last.order + 1 if last else 0
        matter = Matter.objects.create(case=case, title=title.strip(), owner=owner.strip(), due=due, order=order)
        record.about(case)
        return matter


def keep_matter(*, by: Standing, at: datetime, matter: Matter, owner: str, due: date | None, done: bool) -> Matter:
    """Whose task it is, by when, and whether it is done."""
    with entry("separation.matter_kept", by=by, at=at) as record:
        case, matter = locked(matter.case), locked(matter)
        record.rests_on(weighed(case.network, by, localdate(at), case).keep)
        matter.owner, matter.due = owner.strip(), due
        if done != (matter.done_at is not None):
            matter.done_at, matter.done_by_id = (at, by.person) if done else (None, None)
        matter.save(update_fields=["owner", "due", "done_at", "done_by"])
        record.about(case, done=done)
        return matter


def hand_over(*, by: Standing, at: datetime, case: Case, on: date, guaranteed_until: date | None = None) -> Case:
    """The successor becomes host from that day on; the host before it ends the same day."""
    with entry("separation.handed_over", by=by, at=at) as record:
        case, day = locked(case), localdate(at)
        one = successor_of(case)
        member = one is not None and active_membership(case.network, one.organisation, on) is not None
        record.rests_on(may_hand_over(
            rulebook_of(case.network, day), by, decided=case.state == CaseState.DECIDED and one is not None,
            left=matters_left(case), is_member=member, on=on, today=day,
        ))  # fmt: skip
        assert one
        take_hosting(
            by=by, at=at, network=case.network, organisation=one.organisation, since=on,
            guaranteed_until=guaranteed_until,
        )  # fmt: skip
        case.state, case.taken_over_on = CASE.after(case.state, "hand_over"), on
        case.save(update_fields=["state", "taken_over_on"])
        record.about(case, case.host, one.organisation, on=on)
        return case

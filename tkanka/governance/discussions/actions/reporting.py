from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.queries import person_by_key
from tkanka.rules.discussions import may_report
from tkanka.rules.standing import Standing

from .. import queries
from ..models import Post, Report
from ..showing import chain_of, told_with


def report_post(*, by: Standing, at: datetime, post: Post, reason: str) -> Report:
    """Ask the moderators to look at a post. Asked twice by the same person, the last reason counts."""
    with entry("post.reported", by=by, at=at) as record:
        thread, day = post.thread, localdate(at)
        book = rulebook_of(thread.network, day)
        space = queries.space_of(book, thread.network, thread.body, by, day)
        own = post.author_id == by.person
        record.rests_on(may_report(book, by, place=space.place, own=own, state=post.state))
        report, _ = Report.objects.update_or_create(
            post=post,
            person=person_by_key(by.person) if by.person else None,
            settled_at=None,
            defaults={"reason": reason, "at": at},
        )
        record.about(post, thread, *told_with(thread), network=chain_of(thread))
        return report

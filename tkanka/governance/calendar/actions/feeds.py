"""Addresses under which somebody's calendar elsewhere reads events."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.queries import person_by_key
from tkanka.rules.calendar import FeedScope, may_end_feed, may_keep_feed
from tkanka.rules.standing import Standing

from ..models import Feed
from ..queries import knows_scope


def make_feed(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    scope: FeedScope,
    body: Body | None = None,
    organisation: Organisation | None = None,
) -> Feed:
    """A new address. Several may stand side by side: one for each device."""
    with entry("feed.made", by=by, at=at) as record:
        knows = knows_scope(network, by, localdate(at), scope, body, organisation)
        record.rests_on(may_keep_feed(by, knows=knows))
        person = person_by_key(by.person) if by.person else None
        assert person is not None
        feed = Feed.objects.create(
            network=network, person=person, scope=scope, body=body, organisation=organisation,
            created_at=at,
        )  # fmt: skip
        record.about(feed)
        return feed


def revoke_feed(*, by: Standing, at: datetime, feed: Feed) -> Feed:
    """From now on the address leads nowhere."""
    with entry("feed.revoked", by=by, at=at) as record:
        feed = locked(feed)
        record.rests_on(may_end_feed(by, owner=feed.person_id))
        if feed.revoked_at is None:
            feed.revoked_at = at
            feed.save(update_fields=["revoked_at"])
        record.about(feed)
        return feed

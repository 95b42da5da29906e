from datetime import datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import write_letter
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import recipients_of, rulebook_of
from tkanka.rules.membership import LINK, LinkState, may_claim_link, may_confirm_link, may_end_link
from tkanka.rules.parties import Kind
from tkanka.rules.standing import Standing

from ..models import Link
from ..queries import live_link


def claim_link(
    *, by: Standing, at: datetime, network: Network, upper: Organisation, lower: Organisation, side: Organisation
) -> Link:
    """Say, for `side`, that `lower` belongs to `upper`. Saying it again while it stands changes nothing."""
    with entry("link.claimed", by=by, at=at) as record:
        upper = locked(upper)
        book = rulebook_of(network, localdate(at))
        ruling = may_claim_link(book, by, upper=upper.pk, lower=lower.pk, upper_kind=Kind(upper.kind))
        record.rests_on(ruling)
        record.rests_on(may_end_link(book, by, upper=side.pk, lower=side.pk))
        link = live_link(upper, lower) or Link.objects.create(
            network=network, upper=upper, lower=lower, claimed_by=side, state=LINK.start, claimed_at=at
        )
        if link.state == LinkState.CLAIMED:
            _tell(link, lower if side.pk == upper.pk else upper, side, "claimed", at)
        record.about(link, upper, lower)
        return link


def confirm_link(*, by: Standing, at: datetime, link: Link) -> Link:
    """The other side says so too: from that day it is shown."""
    with entry("link.confirmed", by=by, at=at) as record:
        link = locked(link)
        other = _other_side(link)
        record.rests_on(may_confirm_link(rulebook_of(link.network, localdate(at)), by, other_side=other.pk))
        link.state, link.answered_at, link.since = LINK.after(link.state, "confirm"), at, localdate(at)
        link.save(update_fields=["state", "answered_at", "since"])
        _tell(link, link.claimed_by, other, "confirmed", at)
        record.about(link, link.upper, link.lower)
        return link


def deny_link(*, by: Standing, at: datetime, link: Link) -> Link:
    """The other side says that it is not so."""
    with entry("link.denied", by=by, at=at) as record:
        link = locked(link)
        other = _other_side(link)
        record.rests_on(may_confirm_link(rulebook_of(link.network, localdate(at)), by, other_side=other.pk))
        link.state, link.answered_at = LINK.after(link.state, "deny"), at
        link.save(update_fields=["state", "answered_at"])
        _tell(link, link.claimed_by, other, "denied", at)
        record.about(link, link.upper, link.lower)
        return link


def end_link(*, by: Standing, at: datetime, link: Link) -> Link:
    """Either side says that it is over, or takes its claim back."""
    with entry("link.ended", by=by, at=at) as record:
        link = locked(link)
        book = rulebook_of(link.network, localdate(at))
        record.rests_on(may_end_link(book, by, upper=link.upper_id, lower=link.lower_id))
        was_confirmed = link.state == LinkState.CONFIRMED
        link.state, link.until = LINK.after(link.state, "end"), localdate(at)
        link.save(update_fields=["state", "until"])
        if was_confirmed:
            side, other = (link.upper, link.lower) if link.upper_id in by.represents else (link.lower, link.upper)
            _tell(link, other, side, "ended", at)
        record.about(link, link.upper, link.lower)
        return link


def _other_side(link: Link) -> Organisation:
    return link.lower if link.claimed_by_id == link.upper_id else link.upper


def _tell(link: Link, to_side: Organisation, from_side: Organisation, what: str, at: datetime) -> None:
    for to, basis in recipients_of([to_side.pk], localdate(at)):
        write_letter(
            to=to,
            cause=f"link.{what}:{link.pk}",
            template="representation/mail/link.txt",
            at=at,
            network=link.network_id,
            network_name=link.network.short_name,
            basis=basis,
            what=what,
            upper=link.upper,
            lower=link.lower,
            own=to_side,
            other=from_side,
            slug=link.network.slug,
        )

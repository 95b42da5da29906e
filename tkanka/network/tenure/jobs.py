"""What happens by itself: named days come, profiles and guarantees are recalled."""

from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.ground.kit.work import MORE, each
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import ended_memberships, host_of, listed_networks, rulebook_of
from tkanka.rules.host import reminder_due
from tkanka.rules.standing import Standing

from . import actions, queries

SYSTEM = Standing(system="tenure")
AT_ONCE = 200


def complete_leavings(now: datetime) -> object:
    """Memberships whose last day has come are closed."""
    found = ended_memberships(localdate(now), AT_ONCE)
    for membership in each(found):
        actions.complete_leaving(by=SYSTEM, at=now, membership=membership)
    return MORE if len(found) == AT_ONCE else None


def remind_of_profiles(now: datetime) -> object:
    """Whoever has not confirmed a profile for as long as the charter (or its default) says is asked, once a period."""
    more = False
    for network in listed_networks():
        book, day = rulebook_of(network, localdate(now)), localdate(now)
        due = queries.profiles_due(network, book, day, AT_ONCE)
        more |= len(due) == AT_ONCE
        for organisation in each(due):
            actions.remind_of_profile(
                by=SYSTEM, at=now, network=network, organisation=organisation, due=queries.due_day(book, organisation)
            )
    return MORE if more else None


def watch_guarantees(now: datetime) -> None:
    """The end of a host's guarantee is recalled on its days, and told once when it has come."""
    for network in each(listed_networks()):
        _watch(network, localdate(now), now)


def _watch(network: Network, day: date, now: datetime) -> None:
    hosting = host_of(network, day)
    if hosting is None or hosting.guaranteed_until is None:
        return
    until, host = hosting.guaranteed_until, hosting.organisation_id
    if day > until:
        if not queries.lapse_told(network, host, until):
            actions.note_lapse(by=SYSTEM, at=now, hosting=hosting, day=until)
        return
    last = queries.last_reminder(network, host, queries.GUARANTEE)
    due = reminder_due(rulebook_of(network, day), until, today=day, last_sent=last)
    if due:
        actions.remind_of_guarantee(by=SYSTEM, at=now, hosting=hosting, day=due)

"""Whether somebody may act on an organisation's activities, read from the database for the rule."""

from collections.abc import Iterable
from datetime import datetime

from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import members_of, rulebook_of
from tkanka.rules.activities import may_publish_activity
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing


def may_publish(network: Network, by: Standing, organisations: Iterable[Organisation], at: datetime) -> Ruling:
    """The rule, asked for each of the organisations; what belongs to the network is looked up once for all."""
    book = rulebook_of(network, at.date())
    many = {organisation.pk for organisation in organisations}
    belonging: set[object] = set()
    if by.keeps_the_network or by.system:
        everybody = members_of(network, at.date(), "member", "observer", "partner")
        belonging = set(everybody.filter(pk__in=many).values_list("pk", flat=True))
    ruling = Ruling()
    for key in sorted(many):
        ruling &= may_publish_activity(book, by, organisation=key, belongs=key in belonging)
    return ruling

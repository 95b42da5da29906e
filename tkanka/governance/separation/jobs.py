"""What happens by itself: a host that leaves opens a case, a named successor is asked, a vote settles it."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tkanka.ground.kit.work import each
from tkanka.rules.separation import Interest
from tkanka.rules.standing import Standing

from . import actions, queries

SYSTEM = Standing(system="separation")


def open_for_leaving_hosts(now: datetime) -> None:
    for leaving in each(queries.leaving_hosts(localdate(now))):
        actions.open_case(
            by=SYSTEM, at=now, network=leaving.network, interest=Interest.HOST, on_resignation=True,
            reason=leaving.message or _("Organizacja goszcząca zapowiedziała odejście z sieci."),
        )  # fmt: skip


def follow_votes(now: datetime) -> None:
    for successor in each(queries.to_ask()):
        actions.ask_named(by=SYSTEM, at=now, successor=successor)
    for case in each(queries.to_settle()):
        actions.settle(by=SYSTEM, at=now, case=case)

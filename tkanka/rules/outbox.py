"""Who sees to the letters of a network, its ledger and its work in the background."""

from __future__ import annotations

from .ruling import Ruling, check
from .standing import Standing


def may_keep_outbox(by: Standing) -> Ruling:
    """Whom letters went to and whether they arrived is for those in office; so is trying again."""
    return check(by.keeps_the_network, "outbox.office_needed")


def may_read_ledger(by: Standing) -> Ruling:
    """Everything that was ever done, with names, is shown to those in office; others see the history of a thing."""
    return check(by.keeps_the_network, "ledger.office_needed")


def may_watch_work(by: Standing) -> Ruling:
    """What the platform does by itself is shown to those in office."""
    return check(by.keeps_the_network, "work.office_needed")

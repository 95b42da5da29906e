"""What happens by itself."""

from datetime import datetime, timedelta

from tkanka.ground.kit.work import each
from tkanka.ground.notices.queries import letter_about
from tkanka.network.networks.queries import memberships_of, recipients_of
from tkanka.rules.activities import PUBLISHING
from tkanka.rules.standing import Standing

from .actions import drop_import, remind_of_stale
from .queries import to_remind
from .queries.imports import old_runs, runs_to_work_on
from .taking import go_on_for

KEPT_DAYS = 90
SYSTEM = Standing(system="activities")


def remind_of_stale_activities(at: datetime) -> int:
    """Every day: members with entries nobody confirmed for half a year are asked once; how many were."""
    asked = 0
    for due in to_remind(at):
        if not memberships_of(due.network, at.date()).filter(organisation=due.organisation).exists():
            continue
        people = recipients_of([due.organisation], at.date(), *PUBLISHING)
        new = [(to, basis) for to, basis in people if letter_about(due.cause, to.key) is None]
        if new:
            remind_of_stale(by=SYSTEM, at=at, due=due, to=new)
            asked += 1
    return asked


def take_files_in(at: datetime) -> int:
    """Files too big to be read or applied while somebody waits, those that wait longest first; how many were."""
    done = 0
    for run in each(runs_to_work_on()):
        go_on_for(run, at)
        done += 1
    return done


def put_files_away(at: datetime) -> int:
    """Every day: rows of files nobody has touched for 90 days are deleted; what was entered stays. How many files."""
    old = old_runs(at - timedelta(days=KEPT_DAYS))
    for run in each(old):
        drop_import(by=SYSTEM, at=at, run=run)
    return len(old)

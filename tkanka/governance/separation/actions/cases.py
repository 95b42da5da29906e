"""Opening a case, calling its vote, and what the vote leads to."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.governance.voting.actions import call_off, draft_poll, open_poll
from tkanka.governance.voting.models import Poll
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import host_of
from tkanka.rules.ruling import check
from tkanka.rules.separation import CASE, Handing, Interest, met
from tkanka.rules.standing import Standing
from tkanka.rules.voting import PollKind, PollState

from ..letters import tell_opened, tell_settled
from ..models import Case, Matter
from ..queries import advisory_group, is_named, successor_of
from ..weighing import weighed

HOUSE = Standing(system="separation")  # prepares the vote that somebody who may has called


def open_case(
    *, by: Standing, at: datetime, network: Network, interest: Interest, reason: str, on_resignation: bool = False
) -> Case:
    """Open a case on the stated interest of a side; the body that decides and the host learn of it at once."""
    with entry("separation.opened", by=by, at=at) as record:
        day, network = localdate(at), locked(network)
        record.rests_on(weighed(network, by, day).open(interest=interest, reason=reason))
        hosting = host_of(network, day)
        record.rests_on(check(hosting is not None, "there_is_a_host"))
        assert hosting
        case = Case.objects.create(
            network=network, host=hosting.organisation, state=CASE.start, interest=interest, reason=reason.strip(),
            on_resignation=on_resignation, opened_at=at, opened_by_id=by.person,
        )  # fmt: skip
        tell_opened(case, at)
        record.about(case, hosting.organisation, network, interest=interest, on_resignation=on_resignation)
        return case


def withdraw(*, by: Standing, at: datetime, case: Case, reason: str) -> Case:
    """Take a case back before its vote; a naming that still goes on is called off with it."""
    with entry("separation.withdrawn", by=by, at=at) as record:
        case = locked(case)
        record.rests_on(weighed(case.network, by, localdate(at), case).withdraw(reason))
        waiting = successor_of(case)
        if waiting and waiting.naming.state == PollState.OPEN:
            call_off(by=HOUSE, at=at, poll=waiting.naming, reason=reason)
        case.state = CASE.after(case.state, "withdraw")
        case.withdrawn_because, case.settled_at = reason.strip(), at
        case.save(update_fields=["state", "withdrawn_because", "settled_at"])
        record.about(case, case.host)
        return case


def call_vote(*, by: Standing, at: datetime, case: Case, title: str, text: str, closes_at: datetime) -> Poll:
    """Call the vote on parting and open it at once: it does not open before the charter's preconditions are met."""
    with entry("separation.vote_called", by=by, at=at) as record:
        case, day = locked(case), localdate(at)
        record.rests_on(weighed(case.network, by, day, case).call)
        body, one = advisory_group(case.network), successor_of(case)
        record.rests_on(check(body is not None, "body_that_decides"))
        done = met(
            interest=case.interest, named=bool(one and is_named(one)), accepted=bool(one and one.accepted),
            successor=one.organisation_id if one else None, host=case.host_id,
        )  # fmt: skip
        poll = draft_poll(
            by=HOUSE, at=at, network=case.network, kind=PollKind.SEPARATION, title=title, text=text, body=body,
            closes_at=closes_at,
        )  # fmt: skip
        case.poll = open_poll(by=HOUSE, at=at, poll=poll, met=done)
        case.save(update_fields=["poll"])
        record.about(case, case.host, poll)
        return case.poll


def settle(*, by: Standing, at: datetime, case: Case) -> Case:
    """What the vote decided: the hand-over begins, or everything stays. Every member learns of it."""
    with entry("separation.settled", by=by, at=at) as record:
        case = locked(case)
        poll = case.poll
        record.rests_on(check(poll is not None and poll.published is not None, "vote_on_parting_over"))
        assert poll
        passed = poll.state == PollState.PASSED
        case.state, case.settled_at = CASE.after(case.state, "decide" if passed else "reject"), at
        case.save(update_fields=["state", "settled_at"])
        if passed:
            Matter.objects.bulk_create(Matter(case=case, kind=kind, order=n) for n, kind in enumerate(Handing))
        tell_settled(case, at)
        record.about(case, case.host, poll, passed=passed)
        return case

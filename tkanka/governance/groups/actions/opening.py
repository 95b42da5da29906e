"""A group comes to be: the body, its leads, and the word to every member, in one and the same moment."""

from datetime import datetime

from django.utils.timezone import localdate

from tkanka.governance.bodies.actions import Lead, announce_body, open_body
from tkanka.governance.bodies.models import Body
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network
from tkanka.network.networks.queries import mandates_of, rulebook_of
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.groups import INTENT, PROPOSAL, Subject, may_convene, may_intend, may_open
from tkanka.rules.ruling import check
from tkanka.rules.standing import SPEAKING, Standing

from ..letters import tell_members, tell_proposers, tell_seats
from ..models import Consultation, Intent, Proposal
from ..queries import (
    advisory_group,
    answers_to,
    checks_answered,
    clock_of,
    consultations_of,
    initiates,
    initiators_of,
    technical_running,
)
from .actor import actor


def open_group(*, by: Standing, at: datetime, proposal: Proposal) -> Body:
    """Open the group that was proposed and checked, led by those who initiated it, and announce it to all members."""
    with entry("group.opened", by=by, at=at) as record:
        proposal, day = locked(proposal), localdate(at)
        book, checks = rulebook_of(proposal.network, day), checks_answered(proposal)
        state = PROPOSAL.after(proposal.state, "open")
        record.rests_on(may_open(
            book, by, own=initiates(proposal, by), fine={key for key, one in checks.items() if one.fine},
            doubted={key for key, one in checks.items() if not one.fine}, clock=clock_of(book, proposal), today=day,
        ))  # fmt: skip
        body = open_body(
            by=by, at=at, network=proposal.network, kind=BodyKind.WORKING, name=proposal.name, purpose=proposal.aims,
            leads=_leads(proposal, at), heard=True, strategic=proposal.strategic,
            sensitive_reason=proposal.sensitive_reason if proposal.sensitive else "",
        )  # fmt: skip
        proposal.state, proposal.body, proposal.decided_at, proposal.decided_by_id = state, body, at, actor(by)
        proposal.save(update_fields=["state", "body", "decided_at", "decided_by"])
        body = announce_body(by=by, at=at, body=body)
        told = tell_members(proposal.network, "announced", at, f"group.announced:{body.pk}",
                            body=body, proposal=proposal)  # fmt: skip
        tell_proposers(proposal, "opened", at, f"group.opened:{body.pk}", body=body)
        record.about(body, proposal, *[one.organisation for one in initiators_of(proposal) if one.agreed_at], told=told)
        return body


def _leads(proposal: Proposal, at: datetime) -> list[Lead]:
    """The people who agreed for the initiating members and still speak for them; the first of them leads."""
    found: list[Lead] = []
    for one in initiators_of(proposal):
        speaks = mandates_of(one.organisation, localdate(at)).filter(person=one.person_id, capacity__in=SPEAKING)
        if one.agreed_at and one.person and speaks.exists():
            found.append(Lead(one.person, one.organisation, Role.CO_LEAD if found else Role.LEAD))
    return found


def put_intention(*, by: Standing, at: datetime, network: Network, name: str, purposes: list[str], need: str) -> Intent:
    """Ask the advisory group about a technical group the coordinator means to convene. It counts from now on."""
    with entry("technical_group.intended", by=by, at=at) as record:
        network, day = locked(network), localdate(at)
        body = advisory_group(network)
        record.rests_on(may_intend(
            rulebook_of(network, day), by, purposes=purposes, needed=bool(need.strip()),
            running=technical_running(network),
        ))  # fmt: skip
        record.rests_on(check(body is not None, "advisory_group_there"))
        assert body
        intent = Intent.objects.create(
            network=network, name=name, purposes=purposes, need=need.strip(), state=INTENT.start, put_at=at,
            put_by_id=actor(by),
        )  # fmt: skip
        asked = Consultation.objects.create(
            network=network, body=body, subject=Subject.INTENT, intent=intent, text=need.strip(), asked_at=at,
            asked_by_id=actor(by),
        )  # fmt: skip
        tell_seats(body, "consulted", at, f"advisory_group.asked:{asked.pk}", asked=asked)
        record.about(intent, purposes=purposes)
        return intent


def convene_technical(*, by: Standing, at: datetime, intent: Intent) -> Body:
    """Open the technical group once the advisory group was consulted, and tell the members."""
    with entry("technical_group.convened", by=by, at=at) as record:
        network, intent = locked(intent.network), locked(intent)
        day, asked = localdate(at), consultations_of(intent)
        state = INTENT.after(intent.state, "open")
        record.rests_on(may_convene(
            rulebook_of(network, day), by, purposes=intent.purposes, needed=bool(intent.need),
            others=technical_running(network, but=intent.pk),
            asked=localdate(asked[0].asked_at) if asked else None, answers=answers_to(asked), today=day,
        ))  # fmt: skip
        body = open_body(by=by, at=at, network=network, kind=BodyKind.TECHNICAL, name=intent.name,
                         purpose=intent.need, heard=True)  # fmt: skip
        intent.state, intent.body, intent.ended_at = state, body, at
        intent.save(update_fields=["state", "body", "ended_at"])
        body = announce_body(by=by, at=at, body=body)
        tell_members(network, "announced_technical", at, f"group.announced:{body.pk}", body=body, intent=intent)
        record.about(body, intent, purposes=intent.purposes)
        return body


def drop_intention(*, by: Standing, at: datetime, intent: Intent) -> Intent:
    """Let the intention go; its place is free again."""
    with entry("technical_group.dropped", by=by, at=at) as record:
        intent = locked(intent)
        state = INTENT.after(intent.state, "drop")
        book = rulebook_of(intent.network, localdate(at))
        record.rests_on(may_intend(book, by, purposes=intent.purposes, needed=True, running=[]))
        intent.state, intent.ended_at = state, at
        intent.save(update_fields=["state", "ended_at"])
        record.about(intent)
        return intent

"""The demo's groups at work: proposals in every state, terms of reference, support, results, motions."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import seats_of, visible_bodies
from tkanka.governance.groups import actions
from tkanka.governance.groups.models import Proposal
from tkanka.governance.groups.queries import outside_groups
from tkanka.governance.motions import actions as motions
from tkanka.governance.motions.queries import motions_in, overseers
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import main_representatives, network_by_slug, office_holders, standing_of
from tkanka.network.people.models import Person
from tkanka.rules.groups import CheckItem, Reply, Route, SupportKind, SupportState
from tkanka.rules.motions import MotionKind, MotionState
from tkanka.rules.standing import Office, Standing

from .networks import DEMO, known, noon, somebody
from .told import written_groups

Say = Callable[[str], None]


def build_groups(say: Say, now: datetime) -> None:
    """What groups and participants have done, unless they have done something already."""
    razem, warmia = network_by_slug("razem"), network_by_slug("warmia")
    if not outside_groups(razem, now.date()).exists():
        with transaction.atomic():
            build_razem(Told(razem, now))
        say("Groups: proposals, support, results")
    if not motions_in(warmia).exists():
        with transaction.atomic():
            build_motions(Told(warmia, now))
        say("Motions")


class Told:
    """A network on the days of its story."""

    def __init__(self, network: Network, now: datetime):
        self.network, self.now, self.today = network, now, now.date()

    def ago(self, days: int) -> datetime:
        return noon(self.today - timedelta(days=days)) if days else self.now

    def by(self, person: Person, at: datetime, acting: Organisation | None = None) -> Standing:
        return standing_of(person, self.network, at.date(), acting_for=acting.pk if acting else None)

    def office(self, office: Office, at: datetime) -> Standing:
        holder = office_holders(self.network, at.date()).filter(office=office).first()
        assert holder
        return self.by(holder.person, at)

    def members(self) -> list[tuple[Person, Organisation]]:
        """Main representatives with their organisations; those in office are left out."""
        busy = set(office_holders(self.network, self.today).values_list("person", flat=True))
        found = main_representatives(self.network, self.today, 60)
        return [(one.person, one.organisation) for one in found if one.person_id not in busy]


def build_razem(told: Told) -> None:
    words = written_groups()
    members = told.members()
    for number, row in enumerate(words["proposal"]):
        propose(told, row, members[2 * number : 2 * number + 2])
    for row in words["outside"]:
        actions.list_outside(by=told.office(Office.SECRETARIAT, told.ago(300)), at=told.ago(300),
                             network=told.network, **row)  # fmt: skip
    at_work(told, words)
    technical(told, words)
    for row in words["carry"]:
        person, party = members[-1]
        motions.move(by=told.by(person, told.ago(9), party), at=told.ago(9), network=told.network, organisation=party,
                     kind=MotionKind.CARRY, **row)  # fmt: skip


def propose(told: Told, row: dict[str, Any], two: list[tuple[Person, Organisation]]) -> Proposal:
    """A proposal, as far on its way as is told."""
    (person, party), (other, second) = two
    at = told.ago(row["days"])
    charge = {name: row[name] for name in ("name", "aims", "time_frame", "meetings", "languages", "profile")}
    by = told.by(person, at, party)
    proposal = actions.begin_proposal(
        by=by, at=at, network=told.network, route=Route.MEMBERS, interpreted="en" in row["languages"], **charge
    )
    actions.invite_initiator(by=by, at=at, proposal=proposal, organisation=second)
    if row["until"] == "draft":
        return proposal
    actions.agree_to_initiate(by=told.by(other, at, second), at=at, proposal=proposal, organisation=second)
    proposal = actions.submit_proposal(by=by, at=at, proposal=proposal)
    verify(told, row, proposal, at)
    return proposal


def verify(told: Told, row: dict[str, Any], proposal: Proposal, at: datetime) -> None:
    """What the secretariat has done with it so far."""
    later = at + timedelta(days=1)
    office = told.office(Office.SECRETARIAT, later)
    if row["until"] == "asked":
        actions.ask_proposers(by=office, at=later, proposal=proposal, text=row["question"])
        return
    for item in CheckItem:
        note = row.get("notes", {}).get(item)
        if note:
            fine = item != row.get("fails")
            actions.check_item(by=office, at=later, proposal=proposal, item=item, fine=fine, note=note)
    if row["until"] == "declined":
        actions.decline_proposal(by=office, at=at + timedelta(days=7), proposal=proposal, item=row["fails"],
                                 explanation=row["why"])  # fmt: skip


def bodies(told: Told) -> dict[str, Body]:
    return {body.name: body for body in visible_bodies(told.network, DEMO, told.today)}


def at_work(told: Told, words: dict[str, Any]) -> None:
    """Terms of reference, updates, results and requests of the groups that stand."""
    groups, office = bodies(told), told.office(Office.SECRETARIAT, told.now)
    pots = {}
    for row in words["pot"]:
        since, until = date(told.today.year, 1, 1), date(told.today.year, 12, 31)
        pots[row["name"]] = actions.state_capacity(
            by=office, at=told.now, network=told.network, name=row["name"], unit=row["unit"],
            amount=Decimal(row["amount"]), since=since, until=until,
        )  # fmt: skip
    for row in words["group"]:
        body = groups[row["name"]]
        lead = told.by(somebody(row["lead"], told.now), told.now, known(row["party"]))
        if "terms" in row:
            actions.hand_in_terms(by=lead, at=told.ago(20), body=body, **row["terms"])
        for update in row.get("update", []):
            actions.post_update(by=lead, at=told.ago(update["days"]), body=body, done=update["done"],
                                ahead=update["ahead"])  # fmt: skip
        for result in row.get("result", []):
            actions.file_result(by=lead, at=told.ago(result["days"]), body=body, title=result["title"],
                                text=result["text"])  # fmt: skip
        for asked in row.get("support", []):
            request = actions.ask_support(by=lead, at=told.ago(asked["days"]), body=body,
                                          kind=SupportKind(asked["kind"]), text=asked["text"])  # fmt: skip
            if "outcome" in asked:
                actions.answer_support(
                    by=office, at=told.now, request=request, outcome=SupportState(asked["outcome"]),
                    reason=asked.get("reason", ""), pot=pots.get(asked.get("pot", "")),
                    granted=Decimal(asked.get("granted", 0)),
                )  # fmt: skip


def technical(told: Told, words: dict[str, Any]) -> None:
    """Technical groups that are meant or were opened, and what a seat of the advisory group says."""
    seat = somebody(words["seat"]["name"], told.now)
    for row in words["technical"]:
        at = told.ago(row["days"])
        coordinator = told.office(Office.COORDINATOR, at)
        intent = actions.put_intention(
            by=coordinator, at=at, network=told.network, name=row["name"], purposes=row["purposes"], need=row["need"]
        )
        if "opinion" in row:
            actions.give_opinion(by=told.by(seat, at, known(words["seat"]["party"])), at=at,
                                 consultation=intent.consultations.get(), reply=Reply.ADVICE,
                                 text=row["opinion"])  # fmt: skip
            actions.convene_technical(by=coordinator, at=at + timedelta(days=2), intent=intent)


def build_motions(told: Told) -> None:
    """Calls to act in the agreement: one overdue, one that waits, one answered; and who keeps the secretariat."""
    members = told.members()
    for number, row in enumerate(written_groups()["motion"]):
        person, party = members[number % len(members)]
        at = told.ago(row["days"])
        motion = motions.move(by=told.by(person, at, party), at=at, network=told.network, organisation=party,
                              kind=MotionKind.ACTION, title=row["title"], text=row["text"])  # fmt: skip
        if "answer" in row:
            motions.answer(by=told.office(Office.SECRETARIAT, told.now), at=told.now, motion=motion,
                           outcome=MotionState(row["outcome"]), text=row["answer"])  # fmt: skip
    build_choice(told, members)


def build_choice(told: Told, members: list[tuple[Person, Organisation]]) -> None:
    """The choice of the secretariat: a round that met an objection, and one that is under way."""
    for row in written_groups()["round"]:
        at, office = told.ago(row["days"]), told.office(Office.SECRETARIAT, told.ago(row["days"]))
        choice = motions.ask_round(by=office, at=at, network=told.network, candidate=members[row["candidate"]][1],
                                   until=told.ago(row["until"]).date(), text=row["text"])  # fmt: skip
        asked = choice.rounds.latest("number")
        for number, (person, party) in enumerate(members[:5]):
            why = row.get("objection", "") if number == 3 else ""
            motions.take_stance(by=told.by(person, at, party), at=at, asked=asked, organisation=party,
                                agrees=not why, reason=why)  # fmt: skip
        if told.ago(row["until"]) < told.now:
            motions.close_round(by=office, at=told.ago(row["until"] - 1), asked=asked)
        for body in overseers(told.network)[:1] if "remark" in row else ():
            for seat in seats_of(body, told.today)[:1]:
                motions.remark_on_choice(by=told.by(seat.person, told.now), at=told.now, choice=choice,
                                         text=row["remark"], all_asked=True)  # fmt: skip

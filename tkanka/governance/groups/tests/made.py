"""Groups in every state, made through actions."""

from datetime import date, timedelta

from tests.cast import LONG_AGO, NOW, SYSTEM
from tkanka.governance.bodies.actions import open_body
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.groups import actions
from tkanka.network.networks.models import Network
from tkanka.rules.bodies import Basis, BodyKind
from tkanka.rules.groups import CheckItem, Route

FULL = {
    "name": "Pomoc prawna na pograniczu", "aims": "Wspólny grafik dyżurów prawników", "time_frame": "do czerwca",
    "ends_on": date(2027, 6, 30), "meetings": "co dwa tygodnie, online, 60 minut", "languages": ["pl", "en"],
    "interpreted": True, "profile": "Prawniczki i prawnicy",
}  # fmt: skip
THREE_DAYS = timedelta(days=5)  # NOW is a Friday


def advisory(cast, *people):
    """The advisory group, with these (person, organisation) in it."""
    body = open_body(by=SYSTEM, at=NOW, network=cast.razem, kind=BodyKind.ADVISORY, name="Grupa Doradcza", heard=True)
    for person, party in people or [(cast.bea, cast.mosty)]:
        Seat.objects.create(body=body, person=person, organisation=party, basis=Basis.ELECTED, since=LONG_AGO)
    return body


def draft(cast, by=None, route=Route.MEMBERS, **more):
    return actions.begin_proposal(by=by or cast.by(cast.ada), at=NOW, network=cast.razem, route=route, **(FULL | more))


def both_agreed(cast, **more):
    proposal = draft(cast, **more)
    actions.invite_initiator(by=cast.by(cast.ada), at=NOW, proposal=proposal, organisation=cast.mosty)
    actions.agree_to_initiate(by=cast.by(cast.bea), at=NOW, proposal=proposal, organisation=cast.mosty)
    return proposal


def submitted(cast, **more):
    return actions.submit_proposal(by=cast.by(cast.ada), at=NOW, proposal=both_agreed(cast, **more))


def checked(cast, but=None, **more):
    proposal = submitted(cast, **more)
    for item in CheckItem:
        actions.check_item(
            by=cast.by(cast.igor), at=NOW, proposal=proposal, item=item, fine=item != but, note="Przejrzane"
        )
    return proposal


def opened(cast, **more):
    return actions.open_group(by=cast.by(cast.igor), at=NOW + THREE_DAYS, proposal=checked(cast, **more))


def group(network: Network, name: str = "Grupa", kind: str = BodyKind.WORKING, **more) -> Body:
    """A body without a proposal, for lists and rights."""
    said = {"opened_on": LONG_AGO, "announced_at": NOW} | more
    return Body.objects.create(network=network, kind=kind, name=name, **said)

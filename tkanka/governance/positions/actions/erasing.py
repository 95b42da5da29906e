from datetime import datetime

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..index import index_position
from ..models import Addressee, DraftRemark, Position


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Positions and signatures of organisations stay; the person's name and addresses in them do not."""
    with entry("person.positions_forgotten", by=by, at=at) as record:
        fields = ("title", "text", "source", "withdrawn_because")
        for position in traces.omit(Position.objects.select_related("network"), *fields):
            index_position(position, position.begun_at)
        traces.omit(Addressee.objects.all(), "name", "delivered_how", "answer")
        traces.omit(DraftRemark.objects.all(), "text")
        record.about(Person(pk=traces.key))

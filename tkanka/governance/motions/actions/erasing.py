from datetime import datetime

from tkanka.ground.kit.traces import Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.standing import Standing

from ..index import index_motion
from ..models import Choice, Motion, Round, Stance


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """What was moved, answered and objected stays; the person's name and addresses in it do not."""
    with entry("person.motions_forgotten", by=by, at=at) as record:
        fields = ("title", "text", "source", "answer", "carried_to")
        for motion in traces.omit(Motion.objects.select_related("network"), *fields):
            index_motion(motion, motion.moved_at)
        traces.omit(Choice.objects.all(), "remark", "called_off_because")
        traces.omit(Round.objects.all(), "text")
        traces.omit(Stance.objects.all(), "reason")
        record.about(Person(pk=traces.key))

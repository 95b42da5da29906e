"""Writing minutes together."""

from datetime import datetime

from django.db import transaction

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.rules.minutes import merged
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing

from ..models import Section, Writing
from ..queries import recorded_lately, writing_at
from ..weighing import weighed
from .opening import bodies_of


class Clash(Exception):
    """Somebody else changed the same lines meanwhile: nothing was written. `theirs` is what stands there now."""

    def __init__(self, theirs: str, revision: int):
        self.theirs, self.revision = theirs, revision
        super().__init__("both changed the same lines")


def write_section(*, by: Standing, at: datetime, section: Section, revision: int, text: str) -> Section:
    """Write what a section says, from what it said at `revision`.

    Where somebody wrote in other lines meanwhile, both stay. Where the same lines were changed, nothing is written
    and Clash tells what stands there. Writing the same again leaves no trace. Text is saved every few seconds while
    somebody writes: one record stands for all that they write in a section within ten minutes.
    """
    text = "\n".join(text.splitlines())
    if revision == section.revision and text == section.text:
        return section
    if recorded_lately(section, by, at):
        with transaction.atomic():
            return _written(section, revision, text, by, at)[0]
    with entry("minutes.written", by=by, at=at) as record:
        section, ruling = _written(section, revision, text, by, at)
        record.rests_on(ruling)
        minutes = section.minutes
        record.about(
            minutes, minutes.meeting, *bodies_of(minutes.meeting), network=minutes.meeting.network_id,
            section=section.order, revision=section.revision,
        )  # fmt: skip
        return section


def _written(section: Section, revision: int, text: str, by: Standing, at: datetime) -> tuple[Section, Ruling]:
    section = locked(section)
    ruling = weighed(section.minutes.meeting, section.minutes, by, at).write
    ruling.require()
    found = _together(section, revision, text)
    if found != section.text:
        section.text, section.revision = found, section.revision + 1
        section.save(update_fields=["text", "revision"])
        Writing.objects.create(
            section=section, revision=section.revision, text=found, written_at=at, written_by_id=by.person
        )
    return section, ruling


def _together(section: Section, revision: int, text: str) -> str:
    if revision == section.revision:
        return text
    base = writing_at(section, revision)
    found = merged(base, text, section.text) if base is not None else None
    if found is None or found.text is None:
        raise Clash(section.text, section.revision)
    return found.text

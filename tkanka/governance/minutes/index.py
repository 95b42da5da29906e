"""What the search knows of minutes: approved ones, each for those it is open to."""

from datetime import datetime

from tkanka.governance.meetings.models import Meeting
from tkanka.ground.kit.markdown import plain
from tkanka.ground.search.actions import forget, index
from tkanka.rules.meetings import Gathering, MeetingAudience, MeetingKind
from tkanka.rules.minutes import MinutesState, read_by
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.visibility import Audience

from .letters import page_of
from .models import Minutes

KIND = "minutes"
TONGUES = ("pl", "en", "uk")


def tongue_of(meeting: Meeting) -> str:
    """The language of the meeting's papers."""
    first = meeting.languages[0] if meeting.languages else "pl"
    return first if first in TONGUES else "pl"


def index_minutes(minutes: Minutes, book: Rulebook, at: datetime) -> None:
    """Let approved minutes be found by whoever may read them; those of a circle by its body's seats alone."""
    meeting = minutes.meeting
    body = meeting.body
    of = Gathering(
        MeetingKind(meeting.kind), MeetingAudience(meeting.audience), body.kind if body else "",
        hidden=bool(body and body.hidden), open_to_members=meeting.open_to_members,
    )  # fmt: skip
    term = read_by(book, of)
    if minutes.state != MinutesState.APPROVED or (term is None and body is None):
        forget(kind=KIND, key=minutes.pk, network=meeting.network_id)
        return
    version = minutes.versions.order_by("-number").first()
    text = "\n".join(f"{part['title']} {plain(part['text'])}" for part in (version.parts if version else []))
    index(
        kind=KIND, key=minutes.pk, network=meeting.network_id, title=meeting.title, text=text, url=page_of(minutes),
        audience=Audience.PUBLIC if term and term.value == "public" else Audience.MEMBERS,
        language=tongue_of(meeting), at=at, circle=None if term or body is None else body.pk,
    )  # fmt: skip

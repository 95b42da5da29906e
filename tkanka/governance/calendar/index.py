"""What search knows of events. A meeting is found by its own page, so its event is not found once more."""

from tkanka.ground.search.actions import forget, index
from tkanka.rules.calendar import EventAudience, EventSource
from tkanka.rules.visibility import Audience

from .models import Event

KIND = "event"
AUDIENCES = {EventAudience.PUBLIC: Audience.PUBLIC, EventAudience.MEMBERS: Audience.MEMBERS}


def index_event(event: Event) -> None:
    """Let a published event for everybody or for members be found."""
    if event.source == EventSource.MEETING:
        return
    audience = AUDIENCES.get(EventAudience(event.audience))
    if audience is None or event.cancelled_at or event.published_at is None:
        forget(kind=KIND, key=event.pk, network=event.network_id)
        return
    index(
        kind=KIND, key=event.pk, network=event.network_id, audience=audience, title=event.title,
        lead=event.text[:300], text=f"{event.text}\n{event.place}", language=event.language, at=event.starts_at,
        url=f"/n/{event.network.slug}/calendar/{event.pk}/",
        circle=event.body_id if event.body and event.body.hidden else None,
    )  # fmt: skip

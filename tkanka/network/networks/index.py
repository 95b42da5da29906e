"""What search knows of organisations."""

from datetime import datetime

from tkanka.ground.search.actions import index
from tkanka.rules.visibility import Audience

from .models import Network, Organisation


def index_organisation(*, network: Network, organisation: Organisation, at: datetime) -> None:
    """Let the network's search find the organisation. Called in the action that changes it."""
    concepts = organisation.concepts.all()
    words = [
        organisation.short_name,
        organisation.about_pl,
        organisation.about_en,
        organisation.about_uk,
        organisation.town,
        *(label for c in concepts for label in (c.label_pl, c.label_en, c.label_uk)),
        *(unit.name for unit in organisation.areas.all()),
        *(i.number for i in organisation.identifiers.all()),
    ]
    index(
        kind="organisation",
        key=organisation.pk,
        network=network.pk,
        audience=Audience.PUBLIC,
        language=organisation.language,
        title=organisation.name,
        lead=organisation.about[:300],
        text=" · ".join(filter(None, words)),
        url=f"/n/{network.slug}/organisations/{organisation.pk}/",
        at=at,
    )

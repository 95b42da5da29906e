"""What search knows of motions."""

from datetime import datetime

from django.urls import reverse

from tkanka.ground.search.actions import index
from tkanka.rules.visibility import Audience

from .models import Motion


def index_motion(motion: Motion, at: datetime) -> None:
    page = reverse("motions:motion", args=[motion.network.slug, motion.pk])
    index(
        kind="motion", key=motion.pk, network=motion.network_id, audience=Audience.MEMBERS, title=motion.title,
        text=motion.text, url=page, language="pl", at=at,
    )  # fmt: skip

"""The link by which a recipient cancels a category: signed, for good, and naming nobody."""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import translation

from .models import Message

SALT = "tkanka.notices.leaving"


def leaving_url(message: Message) -> str:
    """The whole address of the page that cancels the letter's category, in the recipient's language."""
    with translation.override(message.language):
        path = reverse("notices:leave", kwargs={"token": Signer(salt=SALT).sign(message.pk.hex)})
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def letter_of(token: str) -> UUID | None:
    """The key of the letter that carried the link; None if it was not written by us."""
    try:
        return UUID(Signer(salt=SALT).unsign(token))
    except (BadSignature, ValueError):
        return None

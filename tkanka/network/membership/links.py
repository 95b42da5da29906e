"""The link by which a draft is found again."""

from uuid import UUID

from django.core import signing

from .models.applications import DRAFT_KEPT

SALT = "membership.draft"


def token_of(draft: UUID) -> str:
    return signing.dumps(str(draft), salt=SALT)


def draft_behind(token: str) -> UUID | None:
    """The key of the draft; None for a link that is no link of ours or is too old."""
    try:
        return UUID(signing.loads(token, salt=SALT, max_age=DRAFT_KEPT))
    except (signing.BadSignature, ValueError, TypeError):
        return None

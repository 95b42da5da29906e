"""Mandates ended and given anew, invitations, links between organisations."""

from .erasing import forget_person
from .invitations import accept_invitation, invite, resend_invitation, revoke_invitation
from .links import claim_link, confirm_link, deny_link, end_link
from .mandates import end_mandate, reissue_mandate

__all__ = [
    "accept_invitation",
    "claim_link",
    "confirm_link",
    "deny_link",
    "end_link",
    "end_mandate",
    "forget_person",
    "invite",
    "reissue_mandate",
    "resend_invitation",
    "revoke_invitation",
]

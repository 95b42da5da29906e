"""Reading mandates, invitations and links."""

from .invitations import invitation_by_token, invitation_in, may_accept, open_invitation, open_invitations
from .links import Ties, awaiting_confirmation, confirmed_links, link_in, links_of, live_link, organisations_like
from .people import (
    Vacancy,
    former_of,
    is_last_main,
    mains_of,
    mandate_in,
    mandates_held,
    open_mandate,
    people_of,
    vacancies,
)
from .personal import export_of

__all__ = [
    "Ties",
    "Vacancy",
    "awaiting_confirmation",
    "confirmed_links",
    "export_of",
    "former_of",
    "invitation_by_token",
    "invitation_in",
    "is_last_main",
    "link_in",
    "links_of",
    "live_link",
    "mains_of",
    "mandate_in",
    "mandates_held",
    "may_accept",
    "open_invitation",
    "open_invitations",
    "open_mandate",
    "organisations_like",
    "people_of",
    "vacancies",
]

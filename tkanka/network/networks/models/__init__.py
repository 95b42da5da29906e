"""The networks, their charters, the organisations in them, and who keeps or speaks for which."""

from .belonging import Hosting, Mandate, Membership, OfficeHolder, Status
from .charters import CharterVersion, Paragraph
from .networks import Network, Subregion
from .organisations import Identifier, Organisation, Scheme

__all__ = [
    "CharterVersion",
    "Hosting",
    "Identifier",
    "Mandate",
    "Membership",
    "Network",
    "OfficeHolder",
    "Organisation",
    "Paragraph",
    "Scheme",
    "Status",
    "Subregion",
]

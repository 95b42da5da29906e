from uuid import UUID

from tkanka.rules.ruling import Refused, check
from tkanka.rules.standing import Standing


def actor(by: Standing) -> UUID:
    """The person who acts. Raises Refused where nobody is signed in."""
    if by.person is None:
        raise Refused(check(False, "signed_in"))
    return by.person

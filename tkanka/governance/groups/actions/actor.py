from uuid import UUID

from tkanka.rules.standing import Standing


def actor(by: Standing) -> UUID | None:
    """The person to write down beside a deed; a job is nobody."""
    return by.person

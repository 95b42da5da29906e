from tkanka.ground.kit.models import locked

from ..models import Consultation


def held(consultation: Consultation) -> Consultation:
    """The row, read again and held until the transaction ends, with what was read beside it."""
    found = locked(consultation)
    found.network, found.body, found.version = consultation.network, consultation.body, consultation.version
    found.version.document.network = consultation.network
    return found

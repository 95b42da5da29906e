"""Writing the index, inside the transaction of the action that changes a text. The ledger entry is that action's."""

from .entries import forget, forget_network, index, index_many, rebuild
from .vocabulary import refresh_vocabulary, scrub

__all__ = ["forget", "forget_network", "index", "index_many", "rebuild", "refresh_vocabulary", "scrub"]

"""Writing the index, inside the transaction of the action that changes a text. The ledger entry is that action's."""

from .entries import entries_of, forget, forget_network, index, index_entries, index_many, index_new, rebuild
from .vocabulary import refresh_vocabulary, scrub

__all__ = [
    "entries_of",
    "forget",
    "forget_network",
    "index",
    "index_entries",
    "index_many",
    "index_new",
    "rebuild",
    "refresh_vocabulary",
    "scrub",
]

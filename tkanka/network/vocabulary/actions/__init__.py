"""Changing the lists. Every change makes a new version of its list."""

from .concepts import add_concept, place_concept, rename_concept, restore_concept, retire_concept
from .shipment import load_vocabulary
from .synonyms import add_synonym, remove_synonym

__all__ = [
    "add_concept",
    "add_synonym",
    "load_vocabulary",
    "place_concept",
    "remove_synonym",
    "rename_concept",
    "restore_concept",
    "retire_concept",
]

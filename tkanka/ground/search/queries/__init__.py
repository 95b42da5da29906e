"""Finding. Who may see what is part of every question to the database, so no count and no order tells of the rest."""

from .keys import matching_keys
from .naming import Named, named
from .results import Hit, Results, search

__all__ = ["Hit", "Named", "Results", "matching_keys", "named", "search"]

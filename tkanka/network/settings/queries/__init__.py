"""What the settings pages read beside what other rooms already tell."""

from .changes import Change, changes_in, changes_of_concept
from .offices import already_holds, holder_in, past_offices, present_offices
from .subregions import Area, area_of, subregion_in, subregions_with_units

__all__ = [
    "Area",
    "Change",
    "already_holds",
    "area_of",
    "changes_in",
    "changes_of_concept",
    "holder_in",
    "past_offices",
    "present_offices",
    "subregion_in",
    "subregions_with_units",
]

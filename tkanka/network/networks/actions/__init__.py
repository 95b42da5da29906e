"""The tables of a network, written: what higher rooms do in their own words ends in one of these."""

from .belonging import (
    end_mandates,
    end_membership,
    end_office,
    give_mandate,
    give_office,
    guarantee_hosting,
    keep_membership,
    start_membership,
    take_hosting,
)
from .charters import adopt_charter
from .erasing import forget_person
from .networks import define_subregion, dissolve_subregion, found_network, redescribe_network
from .organisations import confirm_profile, describe_organisation, register_organisation

__all__ = [
    "adopt_charter",
    "confirm_profile",
    "define_subregion",
    "describe_organisation",
    "dissolve_subregion",
    "end_mandates",
    "end_membership",
    "end_office",
    "forget_person",
    "found_network",
    "give_mandate",
    "give_office",
    "guarantee_hosting",
    "keep_membership",
    "redescribe_network",
    "register_organisation",
    "start_membership",
    "take_hosting",
]

"""Activities for tests, in few words."""

from datetime import date

from tkanka.coordination.activities.facts import Facts, Spot
from tkanka.network.places.queries import unit_at
from tkanka.network.vocabulary.queries import vocabulary


def concept(codelist, code):
    return vocabulary().get(codelist, code).id


def unit(code):
    found = unit_at("teryt", code)
    assert found, code
    return found


def spot(code="0264", group=None, **more):
    return Spot(unit(code), group, **more)


def facts(**told):
    told.setdefault("title", "Kurs języka polskiego")
    told.setdefault("service", concept("services", "polish_courses"))
    told.setdefault("spots", (spot(),))
    told.setdefault("starts", date(2026, 10, 1))
    return Facts(**told)

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from tkanka.network.networks.models import CharterVersion, Network, Organisation, Paragraph
from tkanka.network.networks.queries import members_of, paragraphs_of, rulebook_in
from tkanka.rules.membership import declarations as asked_for

from ..declarations import place_of
from ..models import Application, Declaration


def declarations_of(application: Application) -> list[Declaration]:
    found = application.declarations.select_related("charter", "person", "entered_by")[:50]
    return sorted(found, key=lambda one: place_of(one.code))


def declared_by(network: Network, organisation: UUID) -> dict[str, Declaration]:
    """The newest declaration of each kind that a party made in a network."""
    rows = Declaration.objects.filter(network=network, organisation=organisation)
    found = rows.select_related("charter", "person", "entered_by").order_by("at", "charter__number")
    newest = {one.code: one for one in found[:200]}
    return {code: newest[code] for code in sorted(newest, key=place_of)}


def unconfirmed(network: Network, day: date, version: CharterVersion | None) -> QuerySet[Organisation]:
    """Members that have not confirmed the declarations in a version of the charter. A list, never a loss of status."""
    codes = asked_for(rulebook_in(version, day))
    rows = members_of(network, day).order_by("name")
    if version is None or not codes:
        return rows.none()
    declared = Declaration.objects.filter(network=network, charter=version)
    lacking = rows.none()
    for code in codes:
        lacking = lacking | rows.exclude(pk__in=declared.filter(code=code).values("organisation"))
    return lacking


def paragraph_for(version: CharterVersion | None, cite: str) -> Paragraph | None:
    """The paragraph of this version that a cite names."""
    if version is None or not cite:
        return None
    return next((p for p in paragraphs_of(version) if cite in p.cites), None)

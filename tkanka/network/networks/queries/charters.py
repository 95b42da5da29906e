from collections.abc import Iterable
from datetime import date

from tkanka.ground.kit.cites import anchor_of
from tkanka.ground.kit.lookup import one_of
from tkanka.rules.rulebook import Rulebook, read_rulebook

from ..models import CharterVersion, Network, Paragraph


def charter_on(network: Network, day: date) -> CharterVersion | None:
    """The version in force in the network on that day, if any was by then."""
    versions = CharterVersion.objects.filter(network=network, in_force_from__lte=day)
    return versions.order_by("-in_force_from", "-number").first()


def rulebook_of(network: Network, day: date) -> Rulebook:
    """The charter in force in the network on that day, as terms; before the first, a charter that says nothing."""
    return rulebook_in(charter_on(network, day), day)


def rulebook_in(version: CharterVersion | None, day: date) -> Rulebook:
    """A version as terms; before there is one, on that day, a charter that says nothing."""
    return read_rulebook(version.rulebook) if version else Rulebook(title="", in_force_from=day)


def versions_of(network: Network, limit: int = 100) -> list[CharterVersion]:
    return list(CharterVersion.objects.filter(network=network).order_by("-number")[:limit])


def version_in(network: Network, number: int) -> CharterVersion:
    return one_of(CharterVersion.objects.filter(network=network), number=number)


def paragraphs_cited(network: Network, day: date, cites: Iterable[str]) -> dict[str, Paragraph]:
    """The paragraphs of the charter in force that day which the cites name: cite → paragraph. Two queries, or none."""
    anchors = {cite: anchor_of(cite) for cite in cites}
    version = charter_on(network, day) if anchors else None
    if version is None:
        return {}
    rows = paragraphs_of(version)
    return {
        cite: row
        for cite, anchor in anchors.items()
        for row in rows
        if anchor in {row.anchor, *(anchor_of(other) for other in row.cites)}
    }


def paragraphs_of(version: CharterVersion, limit: int = 500) -> list[Paragraph]:
    return list(Paragraph.objects.filter(version=version).order_by("order")[:limit])

from datetime import date, datetime

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.rules.networks import may_adopt_charter
from tkanka.rules.rulebook import read_rulebook
from tkanka.rules.ruling import Ruling
from tkanka.rules.standing import Standing
from tkanka.rules.texts import Paragraph as ParagraphText

from ..models import CharterVersion, Network, Paragraph
from ..queries import charter_on, rulebook_of


def adopt_charter(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    rulebook: str,
    paragraphs: list[ParagraphText],
    in_force_from: date | None = None,
    day_is_inferred: bool = False,
    binding: bool = True,
    note: str = "",
    gates: Ruling | None = None,
) -> CharterVersion:
    """Enter a version of the charter: terms (TOML; raises BadRulebook) and text.

    Later ones than the first pass the gates of amendment: `gates` says that they did.
    """
    with entry("charter.adopted", by=by, at=at) as record:
        network = locked(network)
        book = read_rulebook(rulebook)
        earlier = charter_on(network, date.max)
        first = may_adopt_charter(rulebook_of(network, at.date()), by, first=earlier is None)
        record.rests_on(first if gates is None else gates)
        version = CharterVersion.objects.create(
            network=network,
            number=earlier.number + 1 if earlier else 1,
            rulebook=rulebook,
            in_force_from=in_force_from or book.in_force_from,
            day_is_inferred=day_is_inferred,
            binding=binding,
            note=note,
        )
        Paragraph.objects.bulk_create(_row(version, order, text) for order, text in enumerate(paragraphs, 1))
        record.about(version, network, network=network.pk, number=version.number)
        return version


def _row(version: CharterVersion, order: int, text: ParagraphText) -> Paragraph:
    row = Paragraph(version=version, order=order, level=text.level, anchor=text.anchor, cites=list(text.cites))
    for language in ("pl", "en", "uk"):
        setattr(row, f"title_{language}", text.title.to(language))
        setattr(row, f"text_{language}", text.text.to(language))
    return row

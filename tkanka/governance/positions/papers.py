"""A position on paper, with those who signed it and for nobody else."""

from pathlib import Path

from django.utils.translation import gettext as _

from tkanka.ground.kit import dates
from tkanka.ground.kit.papers import heading, paper

from .models import Position
from .queries import addressees_of, signatures_of

HERE = Path(__file__).parent
MOST = 20_000


def footer() -> str:
    """What stands under every position."""
    return _("Podpisały wymienione organizacje, każda za siebie. Stanowisko nie jest wyrażone w imieniu wszystkich "
             "członków sieci.")  # fmt: skip


def position_paper(position: Position) -> bytes:
    told = heading(position.network.name, position.title)
    to = ", ".join(one.name for one in addressees_of(position))
    stands = [one for one in signatures_of(position)[:MOST] if one.withdrawn_at is None]
    rows = [
        [str(number), one.organisation.name, dates.day(one.signed_at, "long", dates.only_day(one.signed_at))]
        for number, one in enumerate(stands, start=1)
    ]
    return paper(HERE / "position.typ", told | {
        "when": _("Do: %s") % to if to else "", "state": "", "heading": _("Podpisały"), "footer": footer(),
        "blocks": [" ".join(block.split()) for block in position.text.split("\n\n") if block.strip()],
        "columns": [_("Lp."), _("Organizacja"), _("Kiedy")], "rows": rows,
    })  # fmt: skip

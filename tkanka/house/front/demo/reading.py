"""The invented networks, as they are written down in `data/`."""

import tomllib
from pathlib import Path
from typing import Any

from tkanka.rules.names import folded

DATA = Path(__file__).parent / "data"
NAMES = ("razem", "warmia", "siec", "forum")
LATIN = str.maketrans(
    dict(
        zip(
            "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
            "a b v h g d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch  yu ya".split(" "),
            strict=True,
        )
    )
)


def written(name: str) -> dict[str, Any]:
    """What is written down about one network: `network`, `office`, `party`, `application`, `subregion`, `activity`."""
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf8"))


def address_of(name: str) -> str:
    """The invented address of an invented person: "Łucja Kruk" is lucja.kruk@przyklad.example."""
    return ".".join(folded(name).translate(LATIN).split()) + "@przyklad.example"

"""What the house keeps of four charters: rulebooks, norms, defaults, texts and titles, as files beside this one."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

NAMES = ("razem_2023", "warmia_mazury", "siec_migrancka", "forum_integracji")


@lru_cache
def text_of(file: str) -> str:
    """The text of a file kept here, such as "razem_2023.toml". Raises FileNotFoundError for one that is not."""
    return files(__name__).joinpath(file).read_text("utf8")


def rulebook_text(name: str) -> str:
    """The TOML of one of `NAMES`. Raises KeyError for any other."""
    if name not in NAMES:
        raise KeyError(name)
    return text_of(f"{name}.toml")

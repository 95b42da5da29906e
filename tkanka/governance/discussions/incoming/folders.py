"""A folder into which the mail server puts letters: a maildir, or plain files."""

import logging
from collections.abc import Iterator
from datetime import datetime
from os import scandir
from pathlib import Path

from django.db import DatabaseError

from tkanka.ground.kit.work import each

from .taking import take_in

log = logging.getLogger(__name__)
AT_ONCE = 200


def empty_folder(folder: Path, now: datetime) -> int:
    """Take in what lies there, oldest first, and remove it; what breaks is put aside in `failed`. How many letters."""
    taken = 0
    for path in each(list(_waiting(folder))):
        taken += 1
        try:
            fate = take_in(raw=path.read_bytes(), at=now)
        except DatabaseError:
            raise  # the letter stays and is tried again
        except FileNotFoundError:
            continue  # another worker was faster
        except Exception:
            log.exception("The letter %s cannot be taken in", path.name)
            aside = folder / "failed"
            aside.mkdir(exist_ok=True)
            path.rename(aside / path.name)
            continue
        log.info("A letter was taken in: %s", fate.value)
        path.unlink(missing_ok=True)
    return taken


def _waiting(folder: Path) -> Iterator[Path]:
    """Of a maildir what is in `new`, of any other folder its files; never what is still being written."""
    place = folder / "new" if (folder / "new").is_dir() else folder
    if not place.is_dir():
        return
    found = [entry for entry in scandir(place) if entry.is_file() and not entry.name.startswith(".")]
    found.sort(key=lambda entry: (entry.stat().st_mtime_ns, entry.name))
    yield from (Path(entry.path) for entry in found[:AT_ONCE] if not entry.name.endswith(".part"))

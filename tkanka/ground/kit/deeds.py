"""What the ledger's verbs are called. Each room words its own in `verbs.py`: VERBS = {"thing.done": _("…")}."""

import re
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.functional import Promise

from tkanka.rules.membership import Contribution

from .wording.facts import said as spoken


@cache
def all_verbs() -> dict[str, str | Promise]:
    found: dict[str, str | Promise] = {}
    for config in apps.get_app_configs():
        if config.name.startswith("tkanka.") and find_spec(f"{config.name}.verbs"):
            found |= getattr(import_module(f"{config.name}.verbs"), "VERBS", {})
    return found


@cache
def contributing_verbs() -> dict[str, Contribution]:
    """The verbs that count as a sign of life of the organisation they are done for, by the channel they belong to.

    Each room says so beside its wording: CONTRIBUTIONS = {"thing.done": Contribution.GROUP}. A log-in is none.
    """
    found: dict[str, Contribution] = {}
    for config in apps.get_app_configs():
        if config.name.startswith("tkanka.") and find_spec(f"{config.name}.verbs"):
            found |= getattr(import_module(f"{config.name}.verbs"), "CONTRIBUTIONS", {})
    return found


def verb_name(verb: str) -> str:
    """The verb without the facts of a record, for a list to choose from."""
    return re.sub(r"%\(\w+\)s", "…", str(all_verbs().get(verb, verb)))


def verb_sentence(verb: str, facts: dict[str, object]) -> str:
    """The verb in the reader's language, its holes filled from the record's facts."""
    said = str(all_verbs().get(verb, verb))
    try:
        return said % spoken(facts)
    except (KeyError, ValueError, TypeError):
        return said

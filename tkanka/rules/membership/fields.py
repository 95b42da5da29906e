"""Who may see a field of a profile or of a contact person."""

from __future__ import annotations

from ..ruling import Ruling, check
from ..standing import Standing
from ..visibility import Audience, audiences_of


def may_see(by: Standing, audience: Audience, *, own: bool = False) -> bool:
    """Whether a visitor sees a field meant for an audience. One's own is always seen; `nobody` means its owner only."""
    return own or audience in audiences_of(by)


def may_set_audience(by: Standing, *, own: bool, manages: bool) -> Ruling:
    """Choosing who sees a field: the person it is about; for an organisation's own fields those who manage it."""
    return check(own or manages, "own_field")

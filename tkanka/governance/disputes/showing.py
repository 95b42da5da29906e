"""The course of a dispute, as steps."""

from django.utils.translation import gettext as _

from tkanka.ground.kit import dates
from tkanka.rules.disputes import DisputeState

from .models import Dispute

_S = DisputeState
ORDER = [_S.INTAKE, _S.MEDIATION, _S.ASKED, _S.ADMITTED, _S.DECIDED, _S.CLOSED]


def steps_of(dispute: Dispute) -> list[dict[str, str]]:
    state = DisputeState(dispute.state)
    place = {_S.SETTLED: 4, _S.WITHDRAWN: 5}.get(state) or ORDER.index(state)
    skipped = dispute.asked_at is None and place >= ORDER.index(_S.DECIDED)
    names = [_("Zgłoszenie"), _("Mediacja"), _("Prośba o naradę"), _("Zgoda obu kluczy"), _("Rozstrzygnięcie"),
             _("Zamknięcie")]  # fmt: skip
    days = [dispute.brought_at, None, dispute.asked_at, None, None, dispute.closed_at]
    over = state in (_S.CLOSED, _S.WITHDRAWN)
    return [
        {"label": name, "note": dates.moment(day, "full,plain", day) if day else "",
         "kind": "done" if n < place or over else "now" if n == place else ""}
        for n, (name, day) in enumerate(zip(names, days, strict=True))
        if not (skipped and n in (2, 3))
    ]  # fmt: skip

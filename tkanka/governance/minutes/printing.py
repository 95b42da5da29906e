"""Minutes and attendance lists on paper: tagged PDFs with the network's mark. What people typed travels as data."""

import re
from pathlib import Path

from django.utils.translation import gettext as _

from tkanka.governance.meetings.models import Meeting
from tkanka.governance.meetings.queries import attendances_of
from tkanka.ground.kit import dates
from tkanka.ground.kit.markdown import plain
from tkanka.ground.kit.papers import heading, paper
from tkanka.ground.kit.wording import label
from tkanka.network.networks.models import Network
from tkanka.rules.minutes import MinutesState

from .composing import parts_of
from .models import Minutes
from .queries import latest_of

HERE = Path(__file__).parent
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
MOST = 5_000


def minutes_paper(network: Network, minutes: Minutes) -> bytes:
    """The minutes as they stand: a draft says that it is one, approved ones who approved them."""
    version = latest_of(minutes) if minutes.state == MinutesState.APPROVED else None
    parts = version.parts if version else parts_of(minutes)
    meeting = minutes.meeting
    head = heading(network.name, _("Protokół: %s") % meeting.title)
    return paper(HERE / "minutes.typ", head | {
        "when": dates.moment(meeting.starts_at, "full,plain", meeting.starts_at),
        "state": _state_of(minutes),
        "parts": [{"title": part["title"], "blocks": blocks(part["text"])} for part in parts],
    })  # fmt: skip


def attendance_paper(network: Network, meeting: Meeting) -> bytes:
    """Who was there, for which organisation."""
    rows = attendances_of(meeting)[:MOST]
    head = heading(network.name, _("Lista obecności: %s") % meeting.title)
    return paper(HERE / "attendance.typ", head | {
        "when": dates.moment(meeting.starts_at, "full,plain", meeting.starts_at),
        "columns": [_("Osoba"), _("Organizacja"), _("Udział")],
        "rows": [
            [
                str(one.person or (one.invitee.name or one.invitee.email if one.invitee else "")),
                str(one.organisation or (one.invitee.party if one.invitee else "")),
                _("zdalnie") if one.online else _("na miejscu"),
            ]
            for one in rows
        ],
    })  # fmt: skip


def _state_of(minutes: Minutes) -> str:
    said = label(MinutesState(minutes.state))
    if minutes.state != MinutesState.APPROVED or minutes.approved_at is None:
        return _("Stan: %s.") % said
    day = dates.day(minutes.approved_at, "long", dates.only_day(minutes.approved_at))
    where = minutes.approved_at_meeting.title if minutes.approved_at_meeting else minutes.approved_where
    told = {"number": minutes.version, "day": day, "where": where}
    return _("Wersja %(number)s. Zatwierdzony %(day)s: %(where)s.") % told


def blocks(text: str) -> list[dict[str, str]]:
    """Markdown as plain blocks: paragraphs, items of lists, headings."""
    found: list[dict[str, str]] = []
    open_paragraph = False
    for line in text.split("\n"):
        kind = "item" if ITEM.match(line) else "head" if line.startswith("#") else "par"
        said = plain(ITEM.sub("", line, count=1) if kind == "item" else line)
        if not said:
            open_paragraph = False
        elif kind == "par" and open_paragraph:
            found[-1]["text"] += f" {said}"
        else:
            found.append({"kind": kind, "text": said})
            open_paragraph = kind == "par"
    return found

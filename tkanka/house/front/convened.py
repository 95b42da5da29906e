"""What meetings ask of somebody: places to confirm, proposals to answer, papers to hand in, meetings to call."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tkanka.governance.meetings import queries
from tkanka.governance.meetings.doors import places_at
from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.wording import label
from tkanka.network.networks.doors import Visit
from tkanka.rules.bodies import BodyKind
from tkanka.rules.meetings import MeetingKind

from .owed import Owed


def of_meetings(visit: Visit, at: datetime) -> Iterator[Owed]:
    """Everything the meetings of the network ask of the visitor."""
    places = places_at(visit)
    yield from _places(visit)
    yield from _missing(visit, places)
    yield from _papers(visit, at, places)
    yield from _proposals(visit, at, places)
    yield from _unled(visit, at)


def _page(visit: Visit, name: str, *keys: object) -> str:
    return reverse(name, args=[visit.network.slug, *keys])


def _places(visit: Visit) -> Iterator[Owed]:
    """Places that fell free and wait to be confirmed."""
    for one in queries.offers_to(visit.network, visit.standing):
        title = _("Potwierdź miejsce: %s") % one.meeting.title
        text = _("Zwolniło się dla Ciebie miejsce. Bez potwierdzenia dostanie je następna osoba.")
        due = only_day(one.answer_until) if one.answer_until else None
        yield title, text, _page(visit, "meetings:meeting", one.meeting_id), _("Odpowiedz"), due, ""


def _missing(visit: Visit, places: queries.Places) -> Iterator[Owed]:
    """Meetings that are owed and that nobody has called, to those who would call them."""
    if not (places.has(BodyKind.ADVISORY) or visit.standing.keeps_the_network):
        return
    charter = visit.frame.charter
    since = charter.in_force_from if charter else visit.today
    for gap in queries.gaps_of(visit.network, visit.frame.book, visit.today, since):
        if not gap.rhythm.duty:
            continue
        if gap.rhythm.kind == MeetingKind.DIRECTORS:
            title = _("W tym kwartale nie zwołano jeszcze spotkania dyrektorów")
        else:
            title = _("W tym miesiącu nie zwołano jeszcze spotkania Grupy Doradczej")
        text = label(gap.rhythm.kind)
        yield title, text, _page(visit, "meetings:meetings"), _("Spotkania"), gap.due, gap.rhythm.term.cite


def _papers(visit: Visit, at: datetime, places: queries.Places) -> Iterator[Owed]:
    """What one's organisations are asked to hand in before a meeting."""
    if not visit.standing.speaks_for:
        return
    for meeting in queries.papers_owed(visit.network, visit.standing, visit.today, at, places):
        title = _("Prześlij dokumenty przed spotkaniem: %s") % meeting.title
        text = _("Po terminie też je przyjmiemy, z adnotacją.")
        terms = visit.frame.book.meetings.plenary.submissions_before
        page = _page(visit, "meetings:hand-in", meeting.pk)
        yield title, text, page, _("Prześlij"), meeting.submissions_due, terms.cite if terms else ""


def _proposals(visit: Visit, at: datetime, places: queries.Places) -> Iterator[Owed]:
    """Items proposed for meetings one prepares, to be answered before they begin."""
    for meeting, count in queries.meetings_with_proposals(visit.network, visit.standing, at, places):
        title = _("Odpowiedz na propozycje: %s") % meeting.title
        text = ngettext("%d propozycja do porządku czeka.", "Propozycji do porządku czeka: %d.", count) % count
        page = _page(visit, "meetings:agenda", meeting.pk)
        yield title, text, page, _("Odpowiedz"), only_day(meeting.starts_at), ""


def _unled(visit: Visit, at: datetime) -> Iterator[Owed]:
    """Meetings of groups whose lead is gone: until there is another, the secretariat sees to them."""
    for meeting in queries.without_lead(visit.network, visit.standing, visit.today, at):
        title = _("Zajmij się spotkaniem: %s") % meeting.title
        text = _("Grupa „%s” nie ma teraz osoby prowadzącej.") % meeting.body
        page = _page(visit, "meetings:meeting", meeting.pk)
        yield title, text, page, _("Zobacz"), only_day(meeting.starts_at), ""

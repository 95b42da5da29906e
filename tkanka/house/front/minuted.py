"""What minutes and tasks ask of somebody."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tkanka.governance.meetings.doors import places_at
from tkanka.governance.minutes import queries as minutes
from tkanka.network.networks.doors import Visit
from tkanka.rules.defaults import held

from .owed import Owed


def of_minutes(visit: Visit, at: datetime) -> Iterator[Owed]:
    """Drafts to be sent out, remarks to be answered, approvals to be written down; one's own tasks."""
    if visit.standing.person is None:
        return
    places = places_at(visit)
    kept = minutes.kept_by(visit.network, visit.standing, visit.today, visit.frame.book, places)
    for one in minutes.drafts_waiting(kept, at)[:10]:
        title = _("Dokończ protokół i poproś o uwagi: %s") % one.meeting.title
        yield title, "", _page(visit, "minutes:minutes", one.pk), _("Otwórz protokół"), None, ""
    for remark in minutes.remarks_waiting(kept)[:10]:
        title = _("Odpowiedz na uwagę do protokołu: %s") % remark.section.minutes.meeting.title
        page = _page(visit, "minutes:answer", remark.section.minutes_id, remark.pk)
        yield title, remark.text[:200], page, _("Odpowiedz"), None, ""
    term = held(visit.frame.book, "minutes.approved_by")
    for one in minutes.approvals_waiting(kept, visit.today)[:10]:
        title = _("Czas na uwagi minął, protokół czeka na zatwierdzenie: %s") % one.meeting.title
        yield title, "", _page(visit, "minutes:minutes", one.pk), _("Otwórz protokół"), None, term.cite
    yield from _tasks(visit)


def _tasks(visit: Visit) -> Iterator[Owed]:
    for task in minutes.own_tasks(visit.network, visit.standing, visit.today, places_at(visit))[:20]:
        text = _("Ze spotkania: %s.") % task.meeting.title
        yield task.title, text, _page(visit, "minutes:task", task.pk), _("Zobacz zadanie"), task.due, ""
    for task in minutes.duties_for(visit.network, visit.standing, visit.today)[:20]:
        title = _("Zadanie bez właściciela: %s") % task.title
        text = _("Kto je dostał, nie jest już w sieci. Dokończcie je albo przekażcie komuś innemu.")
        yield title, text, _page(visit, "minutes:task", task.pk), _("Zobacz zadanie"), task.due, ""


def _page(visit: Visit, name: str, *keys: object) -> str:
    return reverse(name, args=[visit.network.slug, *keys])

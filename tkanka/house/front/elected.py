"""What elections ask of somebody: a yes or no, a ballot, and of the office the elections that are due."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from tkanka.governance.bodies.doors import types_at
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.bodies.queries import Health, healths, type_in, visible_bodies
from tkanka.governance.elections import queries
from tkanka.network.networks.doors import Visit
from tkanka.rules.bodies import EndCause
from tkanka.rules.elections import by_election_due, is_elected, owes_by_election

from .owed import Owed

AHEAD = timedelta(days=45)


def of_elections(visit: Visit) -> Iterator[Owed]:
    if not visit.frame.book.elections.process_by:
        return
    yield from _standing(visit)
    if visit.standing.keeps_the_network:
        yield from _running(visit)
        yield from _due(visit)


def _page(visit: Visit, name: str, *keys: object) -> str:
    return reverse(f"elections:{name}", args=[visit.network.slug, *keys])


def _standing(visit: Visit) -> Iterator[Owed]:
    for one in queries.answers_owed(visit.network, visit.standing):
        title = _("Czy kandydujesz: %s?") % one.election.body
        page = _page(visit, "candidacy", one.election_id, one.pk)
        yield title, _("Zgłoszono twoją kandydaturę."), page, _("Odpowiedz"), one.election.nominations_until, ""
    for voter in queries.ballots_owed(visit.network, visit.standing, visit.today) if visit.standing.speaks_for else []:
        title, text = _("Zagłosuj: %s") % voter.election.body, _("W imieniu: %s.") % voter.organisation.name
        page = _page(visit, "ballot", voter.election_id)
        yield title, text, page, _("Zagłosuj"), voter.election.voting_until, ""


def _running(visit: Visit) -> Iterator[Owed]:
    by = visit.frame.book.elections.process_by
    cite = by.cite if by else ""
    for one in queries.to_certify(visit.network):
        text = _("Głosy są policzone. Po zatwierdzeniu wybrane osoby obejmą miejsca.")
        page = _page(visit, "election", one.pk)
        yield _("Zatwierdź wynik wyborów: %s") % one.body, text, page, _("Zobacz wybory"), one.term_from, cite
    for one in queries.to_call_off(visit.network, visit.today):
        text = _("Za mało kandydatur albo nikt nie zagłosował. Przedłuż zgłoszenia albo odwołaj wybory z powodem.")
        page = _page(visit, "election", one.pk)
        yield _("Wybory utknęły: %s") % one.body, text, page, _("Zobacz wybory"), None, cite


def _due(visit: Visit) -> Iterator[Owed]:
    """A vacancy becomes a by-election, the coming end of a term the next election."""
    types = types_at(visit)
    kinds = [code for code, kind in types.items() if is_elected(kind)]
    known = visible_bodies(visit.network, visit.standing, visit.today).filter(kind__in=kinds, hidden=False)
    bodies = list(known.exclude(state="closed")[:20]) if kinds else []
    found = healths(visit.network, bodies, types, visit.today) if bodies else {}
    bodies = [body for body in bodies if found[body.pk].vacant or found[body.pk].ending]
    done = queries.provided_for([body.pk for body in bodies], visit.today) if bodies else set()
    gaps = {body.pk: found[body.pk].vacant for body in bodies if found[body.pk].people and body.pk not in done}
    ends = queries.vacated({key: n for key, n in gaps.items() if n}, visit.today) if any(gaps.values()) else {}
    for body in bodies:
        if body.pk not in done:
            fixed = type_in(types, body.kind).seats is not None
            yield from _to_hold(visit, body, found[body.pk], ends.get(body.pk), fixed)


def _to_hold(visit: Visit, body: Body, health: Health, gap: Seat | None, fixed: bool) -> Iterator[Owed]:
    book, page = visit.frame.book, _page(visit, "plan", body.pk)
    term = book.advisory_group
    if gap and gap.until:
        given_up = gap.ended_because == EndCause.GIVEN_UP
        if owes_by_election(book, given_up=given_up):
            due, cite = by_election_due(book, gap.until), term.by_election.cite if term.by_election else ""
            text = _("Zwolniło się miejsce. Wybory obsadzają je do końca kadencji.")
            yield _("Ogłoś wybory uzupełniające: %s") % body, text, page, _("Przygotuj wybory"), due, cite
    elif (health.ending and health.ends and health.ends <= visit.today + AHEAD) or (not health.people and fixed):
        text = _("Zanim skończy się kadencja, potrzebne są wybory na następną.")
        cite = term.basis.cite if term.basis else ""
        yield _("Ogłoś wybory: %s") % body, text, page, _("Przygotuj wybory"), health.ends, cite

"""What groups, their discussions and motions ask of somebody: answers, reviews, terms of reference, decisions."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tkanka.governance.bodies.doors import own_seats, types_at
from tkanka.governance.consultations import queries as consultations
from tkanka.governance.discussions.doors import moderated_by
from tkanka.governance.discussions.queries import queue
from tkanka.governance.groups import queries as groups
from tkanka.governance.motions import queries as motions
from tkanka.governance.separation import queries as separation
from tkanka.governance.voting import queries as voting
from tkanka.governance.voting.doors import seen_by as votes_seen_by
from tkanka.ground.kit.dates import only_day
from tkanka.network.networks.doors import Visit
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.choosing import choice_known
from tkanka.rules.consultations import basis_of
from tkanka.rules.groups import ProposalState, asks_go_on, consulted_until, terms_due
from tkanka.rules.motions import MotionKind
from tkanka.rules.standing import Office

MOST_COUNTED = 200
Owed = tuple[str, str, str, str, date | None, str]
"""Title, text, address, label, day and paragraph of a duty."""


def of_groups(visit: Visit) -> Iterator[Owed]:
    """Everything the groups of the network ask of the visitor."""
    advises = any(s.body.kind == BodyKind.ADVISORY and s.role != Role.OBSERVER for s in own_seats(visit))
    yield from _initiating(visit)
    yield from _advising(visit, advises)
    yield from _leading(visit)
    yield from _coordinating(visit, advises)


def _page(visit: Visit, name: str, *keys: object) -> str:
    return reverse(name, args=[visit.network.slug, *keys])


def _initiating(visit: Visit) -> Iterator[Owed]:
    """Invitations to initiate, and questions of the secretariat."""
    if not visit.standing.speaks_for:
        return
    least = visit.frame.book.working_groups.min_proposers
    for one in groups.invited_to_initiate(visit.network, visit.standing):
        title = _("Czy współinicjujecie grupę: %s?") % one.proposal.name
        text = _("Grupa może powstać, gdy zgodzą się co najmniej dwie organizacje.")
        page = _page(visit, "groups:proposal", one.proposal_id)
        yield title, text, page, _("Odpowiedz"), None, least.cite if least else ""
    for proposal in groups.own_proposals(visit.network, visit.standing).filter(state=ProposalState.ASKED)[:20]:
        title = _("Odpowiedz na pytanie o grupę: %s") % proposal.name
        page = _page(visit, "groups:proposal", proposal.pk)
        yield title, _("Zegar stoi, dopóki nie odpowiecie."), page, _("Odpowiedz"), None, ""


def _advising(visit: Visit, advises: bool) -> Iterator[Owed]:
    """What waits for a seat of the advisory group."""
    person = visit.standing.person
    if person is None or not advises:
        return
    for asked in groups.unanswered_by(visit.network, person):
        due = consulted_until(visit.frame.book, only_day(asked.asked_at)) if asked.intent_id else None
        title = _("Pytanie do grupy doradczej: %s") % (asked.proposal or asked.intent)
        yield title, asked.text[:200], _page(visit, "groups:consultation", asked.pk), _("Odpowiedz"), due, ""
    yield from _reviews(visit)


def _reviews(visit: Visit) -> Iterator[Owed]:
    """Results that belong on the next agenda of the advisory group."""
    term = visit.frame.book.technical_groups.results_reviewed_by
    for result in groups.results_to_review(visit.network)[:10]:
        title = _("Punkt najbliższego spotkania grupy doradczej: %s") % result.title
        text = _("Wynik pracy grupy „%s” czeka na omówienie.") % result.body.name
        page = _page(visit, "groups:results-of", result.body_id)
        yield title, text, page, _("Zobacz wynik"), None, term.cite if term else ""


def _leading(visit: Visit) -> Iterator[Owed]:
    """Terms of reference of groups one leads, and the question whether to go on."""
    term = visit.frame.book.working_groups.terms_due_months
    cite = term.cite if term else ""
    led = {seat.body_id for seat in own_seats(visit) if seat.leads}
    for body, first, terms in groups.led_groups(visit.network, led):
        due = terms_due(visit.frame.book, first)
        if due and terms is None:
            text = _("To dobra praktyka, nie warunek. Szablon jest już częściowo wypełniony.")
            page = _page(visit, "groups:edit-terms", body.pk)
            yield _("Spisz zasady współpracy: %s") % body.name, text, page, _("Wypełnij szablon"), due, cite
        if terms and asks_go_on(terms.ends_on, today=visit.today):
            text = _("Ramy czasowe minęły. Przedłużcie je albo zamknijcie grupę podsumowaniem.")
            page = _page(visit, "bodies:body", body.pk)
            yield _("Działacie dalej? %s") % body.name, text, page, _("Zdecyduj"), terms.ends_on, ""


def _coordinating(visit: Visit, advises: bool) -> Iterator[Owed]:
    """What waits for the coordinator: overdue proposals, results to present, matters to carry outside."""
    if Office.COORDINATOR not in visit.standing.offices:
        return
    for proposal in groups.open_proposals(visit.network)[:50]:
        clock = groups.clock_of(visit.frame.book, proposal)
        if clock.overdue(visit.today):
            text = _("Sprawdzanie trwa dłużej niż obiecane dni robocze. Milczenie niczego nie rozstrzyga.")
            page = _page(visit, "groups:verify", proposal.pk)
            yield _("Zgłoszenie grupy po terminie: %s") % proposal.name, text, page, _("Sprawdź"), clock.due, ""
    if not advises:
        yield from _reviews(visit)
    term = visit.frame.book.coordinator.carries_outside
    for motion in motions.waiting(visit.network, MotionKind.CARRY)[:10]:
        title, text = _("Przedstaw na zewnątrz: %s") % motion.title, _("Zgłasza: %s.") % motion.organisation.name
        page = _page(visit, "motions:motion", motion.pk)
        yield title, text, page, _("Odpowiedz"), None, term.cite if term else ""


def of_discussions(visit: Visit) -> Iterator[Owed]:
    """Posts that nobody sees, or that somebody reported, until the visitor decides."""
    mine = moderated_by(visit)
    if mine is None:
        return
    if count := queue(mine)[:MOST_COUNTED].count():
        title = ngettext("Rozpatrz %d wpis w dyskusjach", "Rozpatrz %d wpisów w dyskusjach", count) % count
        text = _("Wstrzymanego wpisu nikt nie widzi, a kto go napisał albo zgłosił, czeka na odpowiedź.")
        yield title, text, _page(visit, "discussions:moderation"), _("Rozpatrz"), None, ""


def of_consultations(visit: Visit) -> Iterator[Owed]:
    """Remarks that wait for the visitor's answer, and consultations in which none does any more."""
    kept = consultations.to_answer(visit.network, visit.standing, own_seats(visit), types_at(visit))
    waiting = consultations.waiting_in(kept)
    for one in kept:
        title, page = one.version.document.title, _page(visit, "consultations:report", one.pk)
        term = basis_of(visit.frame.book, one.version.document.kind)
        cite, count = term.cite if term else "", waiting.get(one.pk, 0)
        if count:
            text = ngettext("%d uwaga czeka na odpowiedź.", "%d uwag czeka na odpowiedź.", count) % count
            yield _("Odpowiedz na uwagi: %s") % title, text, f"{page}?only=waiting", _("Odpowiedz"), None, cite
        else:
            page = _page(visit, "consultations:consultation", one.pk)
            yield _("Zakończ konsultacje: %s") % title, _("Każda uwaga ma odpowiedź."), page, _("Zakończ"), None, cite


def of_motions(visit: Visit) -> Iterator[Owed]:
    """Calls to act that the offices owe an answer to, and what the choice of the secretariat asks."""
    if choice_known(visit.frame.book):
        yield from _choosing(visit)
    if not visit.standing.keeps_the_network:
        return
    for motion in motions.waiting(visit.network, MotionKind.ACTION)[:20]:
        text = _("Zgłasza: %s.") % motion.organisation.name
        page = _page(visit, "motions:motion", motion.pk)
        yield _("Odpowiedz na sprawę: %s") % motion.title, text, page, _("Odpowiedz"), motion.due, ""


def of_votes(visit: Visit, at: datetime) -> Iterator[Owed]:
    """Votes that await the visitor's word, and decisions whose day of review has come."""
    seen = votes_seen_by(visit)
    for poll in voting.votes_owed(visit.network, visit.standing, at):
        page = _page(visit, "voting:poll", poll.pk)
        until = localdate(poll.closes_at) if poll.closes_at else None
        yield _("Zagłosuj: %s") % poll.title, _("Do zamknięcia możesz zmienić zdanie."), page, _("Zagłosuj"), until, ""
    if visit.frame.book.separation.decided_by and visit.standing.represents:
        yield from _succeeding(visit)
    if not (visit.standing.keeps_the_network or seen.leads):
        return
    for poll in voting.reviews_due(seen):
        page, text = _page(visit, "voting:poll", poll.pk), _("Zapisz, co się z nią dzieje.")
        yield _("Wróć do decyzji: %s") % poll.title, text, page, _("Zobacz decyzję"), poll.review_on, ""


def _succeeding(visit: Visit) -> Iterator[Owed]:
    """An organisation named as the host's successor answers."""
    for one in separation.asked_to_accept(visit.network, visit.standing):
        title = _("Czy %s przejmie rolę organizacji goszczącej?") % one.organisation.name
        page = _page(visit, "separation:case", one.case_id)
        term = visit.frame.book.separation.successor_named_by
        yield title, _("Bez Waszej zgody głosowania nie będzie."), page, _("Odpowiedz"), None, term.cite if term else ""


def _choosing(visit: Visit) -> Iterator[Owed]:
    """Whether an organisation is to keep the secretariat: a word of each participant, then the round is closed."""
    term = visit.frame.book.decisions.secretariat_choice.method
    cite = term.cite if term else ""
    for one in motions.stances_owed(visit.network, visit.standing, visit.today) if visit.standing.speaks_for else []:
        title = _("Czy %s ma prowadzić sekretariat?") % one.round.candidate.name
        text = _("Odpowiedz w imieniu organizacji: %s.") % one.organisation.name
        page = _page(visit, "motions:choice", one.round.choice_id)
        yield title, text, page, _("Odpowiedz"), one.round.until, cite
    for asked in motions.rounds_to_close(visit.network, visit.today) if visit.standing.keeps_the_network else []:
        title, text = _("Zamknij rundę wyboru sekretariatu"), asked.candidate.name
        yield title, text, _page(visit, "motions:choice", asked.choice_id), _("Zobacz wybór"), asked.until, cite

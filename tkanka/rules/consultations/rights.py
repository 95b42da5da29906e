"""Who asks about a document and for how long, who remarks for whom, and that every remark is answered."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ..defaults import held
from ..rulebook import Rulebook
from ..ruling import Ruling, check
from ..standing import Standing
from .charter import consulted_on_charter, least_days
from .states import UNDER_WAY, Asking, ConsultationState, DocumentKind, Party

MOST_DAYS = 366
REMIND_DAYS = 3


def may_keep(book: Rulebook, by: Standing, *, kind: str, within: bool, party: Party) -> Ruling:
    """Preparing and answering: those who keep the network; inside a body those who lead or keep it."""
    if within:
        return check(party.keeps_body or bool(by.system), "leads_consult_their_body")
    term = book.amendments.process_by if kind == DocumentKind.CHARTER else None
    return check(by.keeps_the_network or bool(by.system), "secretariat_prepares_consultation", term)


def may_open(
    book: Rulebook, by: Standing, *, asked: Asking, party: Party, plan: str, paragraphs: int, missing: int, today: date
) -> Ruling:
    """Publishing the plan. `missing`: bodies that have to be asked about the charter and are not."""
    charter = asked.kind == DocumentKind.CHARTER
    ruling = may_keep(book, by, kind=asked.kind, within=asked.within, party=party)
    ruling &= check(paragraphs > 0, "document_has_paragraphs")
    ruling &= check(bool(plan.strip()), "plan_published", book.amendments.process_by if charter else None)
    somebody = asked.within or asked.members or asked.observers or bool(asked.bodies or asked.guests)
    ruling &= check(somebody, "somebody_asked")
    ruling &= _period(book, asked, today)
    if charter:
        term = consulted_on_charter(book)
        ruling &= check(asked.members and not asked.within, "members_asked_on_charter", term)
        ruling &= check(missing == 0, "bodies_asked_on_charter", term, missing=missing)
    return ruling


def _period(book: Rulebook, asked: Asking, today: date) -> Ruling:
    opens, closes = asked.opens_on, asked.closes_on
    fits = opens is not None and closes is not None and opens >= today and closes >= opens
    ruling = check(fits, "period_lies_ahead")
    if not fits or opens is None or closes is None:
        return ruling
    days, least = (closes - opens).days + 1, least_days(book, asked.kind)
    ruling &= check(days <= MOST_DAYS, "period_not_endless", days=MOST_DAYS)
    return ruling & check(least is None or days >= least.value, "period_long_enough", least,
                          days=least.value if least else 0)  # fmt: skip


def may_see(by: Standing, *, asked: Asking, party: Party) -> Ruling:
    """Inside a body its seats alone; else whoever is asked, members, those in office, and everybody when it is public.

    Before its plan is published those who prepare it.
    """
    if asked.within:
        return check(party.sits or party.keeps_body, "asked_in_this_consultation")
    if asked.state == ConsultationState.DRAFT and not asked.announced:
        return check(by.keeps_the_network, "asked_in_this_consultation")
    asked_too = party.sits or party.guest or (asked.observers and bool(by.observers))
    return check(
        asked.public or asked_too or by.is_member or by.keeps_the_network, "asked_in_this_consultation"
    )  # fmt: skip


def remarks_open(asked: Asking, today: date) -> bool:
    begun = asked.state == ConsultationState.OPEN and asked.opens_on is not None and asked.closes_on is not None
    return bool(begun and asked.opens_on <= today <= asked.closes_on)  # type: ignore[operator]


def may_remark(by: Standing, *, asked: Asking, party: Party, organisation: UUID | None, today: date) -> Ruling:
    """Within the period, by whoever is asked, for an organisation they speak for; in one's own name from a seat."""
    ruling = check(remarks_open(asked, today), "remarks_are_open")
    if party.guest:
        return ruling
    speaks = organisation in by.represents if organisation else party.sits
    ruling &= check(speaks, "speaks_for_the_remarker")
    wide = asked.members and organisation in by.members
    observes = asked.observers and organisation in by.observers
    return ruling & check(party.sits or (not asked.within and (wide or observes)), "asked_in_this_consultation")


def may_enter_for(book: Rulebook, by: Standing, *, asked: Asking, party: Party, who: bool) -> Ruling:
    """Entering what came on paper or by mail, also in the days after the end, until it is closed."""
    ruling = may_keep(book, by, kind=asked.kind, within=asked.within, party=party)
    return ruling & check(asked.state in UNDER_WAY, "consultation_under_way") & check(who, "remark_has_its_author")


def may_change_remark(*, asked: Asking, own: bool, answered: bool, today: date) -> Ruling:
    """One's own, until the end and while nobody answered it."""
    ruling = check(own, "own_remark") & check(remarks_open(asked, today), "remarks_are_open")
    return ruling & check(not answered, "remark_not_answered")


def may_answer(
    book: Rulebook, by: Standing, *, asked: Asking, party: Party, withdrawn: bool, explained: bool, seen: bool
) -> Ruling:
    """After the end, in words, whatever the position is. `seen`: whoever answers saw the answer that stands now."""
    term = held(book, "amendments.remarks_answered") if asked.kind == DocumentKind.CHARTER else None
    ruling = may_keep(book, by, kind=asked.kind, within=asked.within, party=party)
    ruling &= check(asked.state == ConsultationState.ANSWERING, "remarks_are_answered_now")
    ruling &= check(not withdrawn, "remark_not_withdrawn") & check(seen, "nobody_answered_meanwhile")
    return ruling & check(explained, "position_explained", term)


def may_group(book: Rulebook, by: Standing, *, asked: Asking, party: Party, fits: bool) -> Ruling:
    """Putting remarks together that one answer shall answer: of one consultation, none answered, none withdrawn."""
    ruling = may_keep(book, by, kind=asked.kind, within=asked.within, party=party)
    ruling &= check(asked.state in UNDER_WAY, "consultation_under_way")
    return ruling & check(fits, "remarks_fit_together")


def may_end(book: Rulebook, by: Standing, *, asked: Asking, party: Party, today: date) -> Ruling:
    """Ending the time for remarks: after its last day, and not before."""
    ruling = may_keep(book, by, kind=asked.kind, within=asked.within, party=party)
    return ruling & check(asked.closes_on is not None and today > asked.closes_on, "period_is_over")


def may_close(book: Rulebook, by: Standing, *, asked: Asking, party: Party, unanswered: int) -> Ruling:
    """Closing it: when every remark has its answer."""
    term = held(book, "amendments.remarks_answered") if asked.kind == DocumentKind.CHARTER else None
    if asked.kind == DocumentKind.RESEARCH:
        term = book.research.role
    ruling = may_keep(book, by, kind=asked.kind, within=asked.within, party=party)
    return ruling & check(unanswered == 0, "every_remark_answered", term, unanswered=unanswered)


def may_call_off(book: Rulebook, by: Standing, *, asked: Asking, party: Party, explained: bool) -> Ruling:
    ruling = may_keep(book, by, kind=asked.kind, within=asked.within, party=party)
    return ruling & check(explained, "calling_off_explained")


def may_change_text(book: Rulebook, by: Standing, *, asked: Asking, party: Party, published: bool) -> Ruling:
    """Only a version nobody was asked about yet; `asked` says whose document it is."""
    ruling = may_keep(book, by, kind=asked.kind, within=asked.within, party=party)
    return ruling & check(not published, "version_still_a_draft")


def may_publish_version(
    book: Rulebook, by: Standing, *, asked: Asking, party: Party, running: bool, paragraphs: int, explained: bool
) -> Ruling:
    """Publishing the next version: not while remarks to the one before are still coming in."""
    ruling = may_keep(book, by, kind=asked.kind, within=asked.within, party=party)
    ruling &= check(not running, "no_remarks_coming_in") & check(paragraphs > 0, "document_has_paragraphs")
    return ruling & check(explained, "changes_explained")

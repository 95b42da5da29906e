"""Writing: a new document, a draft of a version, one paragraph of it, publishing."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.consultations import DocumentKind, Party, may_keep
from tkanka.rules.ruling import Refused

from .. import actions, queries
from ..charter import text_of_charter
from ..doors import Desk, kept_document, known_at
from ..forms import DocumentForm, ParagraphForm, PublishForm, TextForm
from ..models import Document, Paragraph, Remark
from .consultations import PER_PAGE


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def new_document(visit: Visit) -> HttpResponse:
    """Paste a text, look how it falls into paragraphs, keep it. `?charter` begins with the charter in force."""
    known = known_at(visit)
    wide = may_keep(known.book, visit.standing, kind=DocumentKind.OTHER, within=False, party=Party())
    circles = queries.circles_to_ask(known.seats)
    if not wide and not circles:
        raise Refused(wide)
    begun = text_of_charter(visit.frame.charter) if "charter" in visit.GET and wide else {}
    form = DocumentForm(
        visit.POST if visit.method == "POST" else None, circles=circles, wide=bool(wide), initial=begun
    )  # fmt: skip
    valid = visit.method == "POST" and form.is_valid()
    if valid and visit.POST.get("confirmed"):
        made = actions.add_document(by=visit.standing, at=timezone.now(), network=visit.network, **form.given())
        messages.success(visit, _("Dokument zapisany jako szkic. Możesz go poprawić albo przygotować konsultacje."))
        return to(visit, made)
    shown = {"form": form, "pieces": form.pieces if valid else [], "here": "consultations", "wide": wide}
    return render(visit, "consultations/new_document.html", shown, status=422 if form.errors else 200)


def to(visit: Visit, document: Document, page: str = "document") -> HttpResponse:
    return redirect(f"consultations:{page}", network=visit.network.slug, document=document.pk)


@login_required
@require_POST
@in_network
def next_version(visit: Visit, document: UUID) -> HttpResponse:
    """Begin the next version."""
    desk = kept_document(visit, document)
    actions.begin_version(by=visit.standing, at=timezone.now(), document=desk.document)
    messages.success(visit, _("Szkic następnej wersji jest gotowy do poprawek."))
    return to(visit, desk.document, "draft")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def draft(visit: Visit, document: UUID) -> HttpResponse:
    """The draft with a link to change each paragraph; publishing it."""
    desk = kept_document(visit, document)
    version = queries.draft_of(desk.document)
    form = PublishForm(visit.POST if visit.method == "POST" else None)
    if visit.method == "POST" and form.is_valid():
        actions.publish_version(by=visit.standing, at=timezone.now(), version=version, **form.cleaned_data)
        messages.success(visit, _("Wersja ogłoszona."))
        return to(visit, desk.document, "changes" if version.number > 1 else "document")
    shown = {
        "document": desk.document, "version": version, "form": form, "here": "consultations",
        "page": page_of(queries.paragraphs_of(version), visit, PER_PAGE),
    }  # fmt: skip
    return render(visit, "consultations/draft.html", shown, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def paste(visit: Visit, document: UUID) -> HttpResponse:
    """Put another text in the place of the draft."""
    desk = kept_document(visit, document)
    version = queries.draft_of(desk.document)
    form = TextForm(visit.POST if visit.method == "POST" else None)
    valid = visit.method == "POST" and form.is_valid()
    if valid and visit.POST.get("confirmed"):
        actions.rewrite_version(by=visit.standing, at=timezone.now(), version=version, pieces=form.pieces)
        messages.success(visit, _("Treść zastąpiona."))
        return to(visit, desk.document, "draft")
    shown = {"document": desk.document, "form": form, "pieces": form.pieces if valid else [], "here": "consultations"}
    return render(visit, "consultations/paste.html", shown, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def paragraph(visit: Visit, document: UUID, paragraph: UUID) -> HttpResponse:
    """Change a paragraph of the draft, put one behind it (`?after`), or take it out."""
    desk = kept_document(visit, document)
    version = queries.draft_of(desk.document)
    found = queries.paragraph_in(version, paragraph)
    if visit.POST.get("drop"):
        actions.drop_paragraph(by=visit.standing, at=timezone.now(), paragraph=found)
        messages.success(visit, _("Paragraf usunięty."))
        return to(visit, desk.document, "draft")
    adding = "after" in visit.GET
    before = {} if adding else {"label": found.label, "text": found.text, "because": found.because_id}
    form = ParagraphForm(visit.POST if visit.method == "POST" else None, remarks=_remarks(desk), initial=before)
    if visit.method == "POST" and form.is_valid():
        _kept(visit, found, form, adding)
        messages.success(visit, _("Zapisano."))
        return to(visit, desk.document, "draft")
    shown = {"document": desk.document, "form": form, "paragraph": found, "adding": adding, "here": "consultations"}
    return render(visit, "consultations/paragraph.html", shown, status=422 if form.errors else 200)


def _kept(visit: Visit, paragraph: Paragraph, form: ParagraphForm, adding: bool) -> None:
    if adding:
        actions.add_paragraph(by=visit.standing, at=timezone.now(), after=paragraph, **form.given())
    else:
        actions.edit_paragraph(by=visit.standing, at=timezone.now(), paragraph=paragraph, **form.given())


def _remarks(desk: Desk) -> list[Remark]:
    """The remarks for which the text may change."""
    last = queries.last_closed(desk.document)
    return queries.taken_up(last) if last is not None else []

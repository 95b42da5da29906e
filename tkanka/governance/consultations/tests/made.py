"""What these tests begin with."""

from datetime import timedelta

from tests.cast import DAY, NOW
from tkanka.governance.consultations import actions
from tkanka.governance.consultations.models import Consultation, Paragraph
from tkanka.governance.consultations.queries import consultation_in, latest_published, paragraphs_of, versions_of
from tkanka.governance.consultations.splitting import split
from tkanka.rules.consultations import DocumentKind, RemarkStance

TEXT = "# Strategia\n\n§ 1 Spotykamy się co kwartał.\n1. Online.\n2. Na miejscu.\n\n§ 2 Każdy głos ma odpowiedź.\n"
LATER = NOW + timedelta(days=15)


def document(cast, by=None, kind=DocumentKind.STRATEGY, text=TEXT, **more):
    return actions.add_document(
        by=by or cast.by(cast.igor), at=NOW, network=more.pop("network", cast.razem), kind=kind,
        title=more.pop("title", "Strategia 2027"), pieces=split(text), **more,
    )  # fmt: skip


def prepared(cast, by=None, of=None, days=14, **more):
    of = of or document(cast, by)
    told = {"plan": "Na każdą uwagę odpowiemy do końca grudnia.", "opens_on": DAY,
            "closes_on": DAY + timedelta(days=days - 1)} | more  # fmt: skip
    return actions.prepare_consultation(
        by=by or cast.by(cast.igor), at=NOW, version=versions_of(of)[0], **told
    )  # fmt: skip


def opened(cast, by=None, **more):
    made = prepared(cast, by, **more)
    return actions.announce_consultation(by=by or cast.by(cast.igor), at=NOW, consultation=made)


def ended(cast, consultation):
    actions.end_remarks(by=cast.by(cast.igor), at=LATER, consultation=fresh(consultation))
    return fresh(consultation)


def fresh(consultation) -> Consultation:
    return consultation_in(consultation.network, consultation.pk)


def unit(consultation, label) -> Paragraph:
    return paragraphs_of(consultation.version).get(unit=label)


def said(cast, consultation, who=None, party=None, at=NOW, label="", text="Za rzadko, proszę o spotkania co miesiąc.",
         stance=RemarkStance.AGAINST, **more):  # fmt: skip
    who, party = who or cast.ada, party or cast.dach
    return actions.remark(
        by=cast.by(who, acting_for=party), at=at, consultation=consultation, stance=stance, text=text,
        organisation=party, paragraph=unit(consultation, label) if label else None, **more,
    )  # fmt: skip


def next_version(cast, of, note="Częściej."):
    by = cast.by(cast.igor)
    version = actions.begin_version(by=by, at=LATER, document=of)
    return by, version, note, latest_published(of)

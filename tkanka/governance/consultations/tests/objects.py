"""What the keys in addresses stand for in the tests of the house."""

from datetime import timedelta

from tests.cast import DAY, NOW, organisation
from tests.house.crowd import ROWS, grows
from tests.house.objects import Keys, keyed
from tkanka.governance.consultations.models import (
    Answer,
    Consultation,
    Document,
    Guest,
    Paragraph,
    Remark,
    RemarkGroup,
    Version,
)
from tkanka.governance.consultations.tokens import token_of


def written(network, title="Strategia", draft=False):
    """A document with a published version, and with a draft of the next."""
    document = Document.objects.create(network=network, kind="strategy", title=title, made_at=NOW)
    made = Version.objects.create(document=document, number=1, made_at=NOW, published_at=NOW)
    versions = [made, *([Version.objects.create(document=document, number=2, made_at=NOW)] if draft else [])]
    for version in versions:
        Paragraph.objects.create(version=version, place=1, label="§ 1", unit="§ 1", text="Spotykamy się.")
    return document


def asked(network, **more):
    told = {"state": "open", "plan": "Odpowiemy.", "opens_on": DAY, "closes_on": DAY + timedelta(days=30),
            "announced_at": NOW, "opened_at": NOW, "prepared_at": NOW} | more  # fmt: skip
    version = written(network).versions.get(number=1)
    return Consultation.objects.create(network=network, version=version, **told)


def remarked(consultation, party, number=1, **more):
    paragraph = consultation.version.paragraphs.first()
    return Remark.objects.create(
        consultation=consultation, number=number, paragraph=paragraph, stance="against", text="Za rzadko.",
        organisation=party, made_at=NOW, **more,
    )  # fmt: skip


def kept(world, name, make):
    """One thing of the tests of one world, made once."""
    found = vars(world).setdefault("consulted", {})
    if name not in found:
        found[name] = make()
    return found[name]


def documents_of(world):
    return kept(world, "documents", lambda: (
        written(world.razem, draft=True), written(world.razem, "Program", draft=True),
        written(world.abroad.network, draft=True),
    ))  # fmt: skip


def consultations_of(world):
    kept(world, "answering", lambda: asked(world.razem, state="answering", closes_on=DAY))
    return kept(world, "consultations", lambda: (
        asked(world.razem), asked(world.razem, members=False), asked(world.abroad.network),
    ))  # fmt: skip


@keyed("consultations.document")
def documents(world):
    return Keys(*(one.pk for one in documents_of(world)))


@keyed("consultations.paragraph")
def paragraphs(world):
    return Keys(*(Paragraph.objects.get(version__document=one, version__number=2).pk for one in documents_of(world)))


@keyed("consultations.consultation")
def consultations(world):
    return Keys(*(one.pk for one in consultations_of(world)))


@keyed("consultations.remark")
def remarks(world):
    parties = world.cast.dach, world.cast.mosty, world.abroad.organisation
    made = zip(consultations_of(world), parties, strict=True)
    return Keys(*(remarked(one, party).pk for one, party in made))


def guest_of(consultation):
    return Guest.objects.create(
        consultation=consultation, email="urzad@example.org", party="Urząd", invited_at=NOW
    )  # fmt: skip


def guests_of(world):
    return kept(world, "guests", lambda: tuple(guest_of(one) for one in consultations_of(world)))


@keyed("consultations.guest")
def guests(world):
    return Keys(*(one.pk for one in guests_of(world)))


@keyed("consultations.token")
def tokens(world):
    own, _other, foreign = guests_of(world)
    return Keys(token_of(own.pk), None, token_of(foreign.pk))


@keyed("consultations.step")
def steps(world):
    return Keys("close", "announce", "close")


@grows
def many(world):
    parties = [organisation(f"Pytana {n}") for n in range(ROWS)]
    for consultation in Consultation.objects.filter(network=world.razem):
        version = consultation.version
        for n, party in enumerate(parties, start=2):
            Paragraph.objects.create(version=version, place=n, label=f"§ {n}", unit=f"§ {n}", text="Treść")
            made = remarked(consultation, party, 100 + n)
            together = RemarkGroup.objects.create(consultation=consultation, made_at=NOW)
            remarked(consultation, world.cast.dach, 200 + n, group=together)
            Answer.objects.create(remark=made, outcome="rejected", reason="Nie", answered_at=NOW)
            Guest.objects.create(consultation=consultation, email=f"g{n}@example.org", party="x", invited_at=NOW)
    for version in Version.objects.filter(document__network=world.razem, published_at=None):
        for n in range(2, ROWS):
            Paragraph.objects.create(version=version, place=n, label=f"§ {n}", unit=f"§ {n}", text="Nowa treść")
    for n in range(ROWS):
        asked(world.razem, state="answering", closes_on=DAY)
        written(world.razem, f"Dokument {n}")

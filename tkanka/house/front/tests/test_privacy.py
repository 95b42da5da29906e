"""Nothing of an erased person is left but the key, in no room; and what is taken along comes from every room."""

import json
import sqlite3
from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.files.base import ContentFile
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import DAY, NOW, SYSTEM, belongs, organisation, person
from tkanka.coordination.activities.index import index_activities
from tkanka.coordination.activities.models import (
    Activity,
    ColumnMemory,
    ImportFile,
    ImportPiece,
    ImportRow,
    ImportRun,
)
from tkanka.governance.bodies.index import index_body
from tkanka.governance.bodies.models import Admission, Body, Seat
from tkanka.ground.ledger.models import Record
from tkanka.ground.ledger.queries import records_of
from tkanka.ground.notices.models import Message, Preference
from tkanka.ground.search.actions import refresh_vocabulary, scrub
from tkanka.house.front.actions import erase_everywhere
from tkanka.house.front.jobs import scrub_after_erasures
from tkanka.house.front.privacy import CONTRIBUTIONS, export_of
from tkanka.house.front.timetable import TIMETABLE
from tkanka.network.directory.models import ContactPerson
from tkanka.network.membership.models import (
    AccessRequest,
    Application,
    Beside,
    Check,
    ContactNote,
    Declaration,
    NamedParty,
    Question,
)
from tkanka.network.networks.actions import describe_organisation, give_mandate, give_office
from tkanka.network.networks.models import CharterVersion, Hosting, Membership, Network, OfficeHolder, Organisation
from tkanka.network.people.actions import give_consent, register_person
from tkanka.network.people.jobs import forget_codes, forget_ended_sessions, forget_unconfirmed_people
from tkanka.network.people.models import Person
from tkanka.network.people.queries import text_in_force
from tkanka.network.people.tests.entering import code_in, enter, letters_to
from tkanka.network.representation.models import Invitation
from tkanka.network.tenure.models import Evidence, Outreach, RemovalCase, Resignation
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Capacity, Office, Standing

from .planting import EMAIL, NAME, NEEDLE, OWN, SENTENCE, everything, hits, personal_tables, plant
from .sowing import IN_GROUPS, KEYS_ONLY, sow_groups

PLANTED = [
    *(
        Activity,
        ImportPiece,
        ImportRun,
        Body,
        Seat,
        Admission,
        Message,
        Preference,
        ContactPerson,
        AccessRequest,
        Application,
        Beside,
        Check,
    ),
    *(ContactNote, Declaration, NamedParty, Question, Hosting, Network, OfficeHolder, Organisation, Person, Invitation),
    *IN_GROUPS,
    *KEYS_ONLY,
    *(Evidence, Outreach, RemovalCase, Resignation, Authenticator, SocialAccount),
]
# Written by signing in, by the actions that plant, or by the erasure itself.
BY_THE_WAY = {"networks.Mandate", "people.Consent", "account.EmailAddress", "usersessions.UserSession", "ledger.Record"}
NAMES_OF_THINGS = {
    "kit.JobRun",
    "directory.Openness",
    "groups.Pot",
    "groups.Reminder",
    "places.Unit",
    "places.Scheme",
    "auth.Permission",
    "auth.Group",
    "socialaccount.SocialApp",
}


BEING_BUILT = {"calendar", "meetings", "discussions", "minutes"}
"""Rooms that are still to add their line to front/privacy.py; whoever finishes one takes it off here."""


@pytest.fixture
def zaneta(cast):
    """Somebody who does everything that can be done, and leaves a trace wherever there is room for one."""
    made = register_person(email=EMAIL, name=NAME, by=SYSTEM, at=NOW - timedelta(days=3))
    give_consent(person=made, text=text_in_force("contact", NOW), by=Standing(person=made.pk), at=NOW)
    return made


@pytest.fixture
def everywhere(cast, zaneta, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    sow(cast, zaneta)
    return zaneta


def sow(cast, zaneta):
    razem, dach = cast.razem, cast.dach
    give_mandate(by=SYSTEM, at=NOW, person=zaneta, organisation=dach, capacity=Capacity.ALTERNATE, post=OWN)
    give_office(by=SYSTEM, at=NOW, network=razem, person=zaneta, office=Office.SECRETARIAT)
    describe_organisation(by=SYSTEM, at=NOW, organisation=dach, email=EMAIL, about_pl=SENTENCE)
    alone = belongs(organisation(NAME, "individual", phone=OWN, street=OWN), razem, main=zaneta)
    stock = {
        Person: zaneta,
        Network: razem,
        Organisation: dach,
        Membership: Membership.objects.get(organisation=dach),
        CharterVersion: CharterVersion.objects.filter(network=razem).first(),
        Concept: Concept.objects.filter(codelist__code="services").first(),
    }
    assert alone.pk
    sow_letters(cast, zaneta)
    sow_applications(zaneta, stock)
    sow_tenure(stock)
    Network.objects.filter(pk=razem.pk).update(email=EMAIL)
    plant(Hosting, stock, donor=SENTENCE, note=SENTENCE)
    plant(ContactPerson, stock, person=zaneta, name=NAME, email=EMAIL, post=OWN, phone=OWN, topics=OWN, answered_at=NOW)
    open_card = {"name": NAME, "email": EMAIL, "post": OWN, "organisation": cast.mosty}
    plant(ContactPerson, stock, **open_card)
    plant(Invitation, stock, email=EMAIL, name=NAME, post=OWN, valid_until=DAY, invited_by=zaneta)
    plant(
        Invitation,
        stock,
        email=f"{NEEDLE}2@example.org",
        name=NAME,
        valid_until=DAY,
        accepted_at=NOW,
        accepted_by=zaneta,
    )
    body = plant(Body, stock, kind="advisory_group", name="Grupa", purpose=SENTENCE, closing_summary=SENTENCE)
    index_body(body, NOW)
    sow_groups(stock, body)
    plant(Seat, stock, body=body, reason=OWN, ended_reason=SENTENCE)
    plant(Admission, stock, body=body, person=zaneta, email=EMAIL, text=OWN, answer=SENTENCE)
    told = plant(Activity, stock, title=f"Zajęcia, {NAME}", contact=NAME, email=EMAIL, phone=OWN, description=SENTENCE)
    index_activities(razem, [told], NOW)
    refresh_vocabulary()
    run = plant(ImportRun, stock, person=zaneta, name=f"{NEEDLE}.xlsx", headers=[OWN], options={"x": OWN})
    plant(ImportFile, stock | {ImportRun: run}, content=OWN.encode())
    plant(ImportRow, stock | {ImportRun: run}, number=1, cells=[SENTENCE])
    others = plant(ImportRun, stock, person=cast.ada, name="inny.xlsx")
    plant(ImportRow, stock | {ImportRun: others}, number=1, cells=[SENTENCE], problems=[[1, "x", {"said": SENTENCE}]])
    plant(
        ImportPiece,
        stock | {ImportRun: others},
        number=1,
        activity=uuid4(),
        organisation=uuid4(),
        facts={"title": SENTENCE, "contact": NAME},
    )
    plant(ColumnMemory, stock, signature="x", answers={SENTENCE: SENTENCE})
    plant(Authenticator, stock, user=zaneta, type="recovery_codes", data={"seed": OWN})
    plant(SocialAccount, stock, user=zaneta, uid=OWN, provider="oidc", extra_data={"name": NAME})


def sow_letters(cast, zaneta):
    words = {"language": "pl", "written_at": NOW, "next_try_at": NOW}
    mine = {"recipient": str(zaneta.pk), "person": zaneta.pk, "email": EMAIL, "name": NAME}
    Message.objects.create(cause="x:1", subject=OWN, text=OWN, **mine, **words)
    Message.objects.create(cause="x:2", recipient=EMAIL, email=EMAIL, name=NAME, text=OWN, **words)
    to_other = {"recipient": str(cast.ada.pk), "person": cast.ada.pk, "email": cast.ada.email}
    Message.objects.create(cause="x:3", subject=f"Pisze {NAME}", text=SENTENCE, reason=SENTENCE, **to_other, **words)
    Preference.objects.create(recipient=EMAIL, category="x", frequency="off", set_at=NOW)


def sow_applications(zaneta, stock):
    typed = {"contact": {"contact_person": NAME, "phone": OWN}, "profile": {"contact_post": OWN, "about": SENTENCE}}
    own = {"applicant": zaneta, "email": EMAIL, "data": typed, "name": "Nowa", "begun_at": NOW, "saved_at": NOW}
    plant(Application, stock, state="draft", **own)
    received = plant(Application, stock, state="submitted", submitted_at=NOW, explanation=SENTENCE, **own)
    alone = own | {"kind": "individual", "name": NAME, "town": OWN}
    plant(Application, stock, state="submitted", submitted_at=NOW, **alone)
    plant(
        Question, stock | {Application: received}, text=SENTENCE, answer=SENTENCE, answered_at=NOW, answered_by=zaneta
    )
    plant(Check, stock | {Application: received}, item="kind")
    plant(Declaration, stock, code="x", application=received)
    plant(NamedParty, stock, name=NAME, name_key=f"zaneta {NEEDLE}", kind="individual")
    beside = plant(Beside, stock, contact_name=NAME, contact_email=EMAIL, contact_phone=OWN, reason=SENTENCE)
    plant(ContactNote, stock | {Beside: beside}, text=SENTENCE)
    plant(AccessRequest, stock, text=OWN)


def sow_tenure(stock):
    plant(Resignation, stock, message=SENTENCE, told_by=stock[Person])
    said = dict.fromkeys(("reason", "answer", "decision", "objection"), SENTENCE)
    case = plant(RemovalCase, stock, prepared_by=stock[Person], **said)
    file = ContentFile(b"%PDF-1.4", name="x.pdf")
    plant(Evidence, stock | {RemovalCase: case}, text=SENTENCE, name=f"{NAME}.pdf", file=file, added_by=stock[Person])
    plant(Outreach, stock, note=SENTENCE, by=stock[Person])


def test_every_table_that_may_hold_somebody_is_known_here():
    known = {model._meta.label for model in PLANTED} | BY_THE_WAY | NAMES_OF_THINGS
    new = {table for table in personal_tables() - known if table.split(".")[0] not in BEING_BUILT}
    assert not new, "plant somebody in it above, and add what the room keeps and forgets to front/privacy.py"


def test_every_table_is_planted_where_it_can_be(everywhere):
    found = {place.split(".")[0] for place, said in everything() if hits(said)}
    without = [Check, Declaration, OfficeHolder, *KEYS_ONLY]  # they hold keys only
    assert {model._meta.db_table for model in PLANTED if model not in without} <= found
    assert {"search_entry", "search_surface"} <= found


def prove(client, somebody):
    """Sign in, and prove by a code that it is oneself."""
    enter(client, somebody)
    asked = client.get(reverse("people:erase"))
    client.post(asked.url, {"send": "1"})
    back = client.post(asked.url, {"code": code_in(letters_to(somebody.email)[-1])})
    assert back.url == reverse("people:erase")


def left_behind():
    return sorted({place for place, said in everything() if hits(said)})


def test_after_an_erasure_nobody_finds_the_person_anywhere(client, cast, zaneta, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    prove(client, zaneta)
    sow(cast, zaneta)  # only now, for it brings a second factor along
    assert client.post(reverse("people:erase"), {"email": EMAIL}).status_code == 302
    soon = timezone.now() + timedelta(hours=2)
    forget_codes(soon)
    forget_ended_sessions(soon)
    scrub_after_erasures(soon)
    assert left_behind() == []
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if hits(str(path).encode())]
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file() and hits(path.read_bytes())]
    if connection.vendor == "sqlite":
        assert not hits(bytes_of_the_database(tmp_path / "copy.sqlite3"))


def bytes_of_the_database(path):
    """The whole file, its inner pages too, as an operator's VACUUM leaves it."""
    path.write_bytes(connection.connection.serialize())
    copy = sqlite3.connect(path)
    copy.execute("PRAGMA journal_mode=DELETE")
    copy.execute("VACUUM")
    copy.close()
    return path.read_bytes()


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_the_scan_finds_what_is_there(everywhere, tmp_path):
    assert hits(bytes_of_the_database(tmp_path / "copy.sqlite3"))


def test_the_ledger_keeps_the_key(everywhere):
    erase_everywhere(person=everywhere, by=Standing(person=everywhere.pk), at=NOW)
    assert "person.erased" in {record.verb for record in records_of(everywhere)}
    facts = json.dumps(list(Record.objects.values("facts", "concerns", "subject")), cls=DjangoJSONEncoder)
    assert NEEDLE not in facts.lower()


def test_rights_end_with_the_account(everywhere, cast):
    erase_everywhere(person=everywhere, by=Standing(person=everywhere.pk), at=NOW)
    assert not cast.by(everywhere).mandates
    assert not cast.by(everywhere).offices
    assert not Membership.objects.filter(organisation__kind="individual", state="active").exists()
    assert not Seat.objects.filter(person=everywhere, until=None).exists()


def test_others_of_another_name_lose_nothing(everywhere, cast):
    register_person(email="ada@example.org", name="Ada", by=SYSTEM, at=NOW)
    erase_everywhere(person=everywhere, by=Standing(person=everywhere.pk), at=NOW)
    assert "[…]" in Message.objects.get(cause="x:3").text
    assert Message.objects.get(cause="x:3").email == cast.ada.email
    assert cast.by(cast.ada).mandates


def test_nobody_is_erased_by_somebody_else_or_twice(cast, zaneta):
    with pytest.raises(Refused):
        erase_everywhere(person=zaneta, by=cast.by(cast.halina), at=NOW)
    erase_everywhere(person=zaneta, by=Standing(person=zaneta.pk), at=NOW)
    with pytest.raises(Refused):
        erase_everywhere(person=zaneta, by=SYSTEM, at=NOW)


def test_i_take_my_data_along_from_every_room(client, everywhere):
    client.force_login(everywhere)
    answer = client.get(reverse("people:my-data"))
    told = json.loads(answer.content)
    assert "attachment" in answer["Content-Disposition"]
    assert set(told) == {contribution.room for contribution in CONTRIBUTIONS}
    assert told["people"]["person"]["email"] == EMAIL
    empty = {(room, part) for room, parts in told.items() for part, rows in parts.items() if not rows}
    assert empty <= {("ledger", "deeds"), ("people", "sessions")}


def test_nobody_elses_data_come_along(everywhere, cast):
    told = json.dumps(export_of(cast.bea), cls=DjangoJSONEncoder, ensure_ascii=False)
    assert NEEDLE not in told.lower()


def test_deleting_the_account_asks_for_proof_and_for_the_address(client, cast):
    enter(client, cast.ada)
    asked = client.get(reverse("people:erase"))
    assert asked.url.startswith(reverse("people:prove"))
    client.post(asked.url, {"send": "1"})
    wrong = client.post(asked.url, {"code": "0000-0000"})
    assert wrong.status_code == 422
    client.post(asked.url, {"code": code_in(letters_to(cast.ada.email)[-1])})
    assert client.post(reverse("people:erase"), {"email": "bea@example.org"}).status_code == 422
    client.post(reverse("people:erase"), {"email": "Ada@example.org"})
    cast.ada.refresh_from_db()
    assert cast.ada.is_erased


def test_what_was_begun_goes_on_after_the_proof_and_not_before(client, cast):
    enter(client, cast.ada)
    asked = client.post(reverse("people:erase"), {"email": cast.ada.email})
    cast.ada.refresh_from_db()
    assert not cast.ada.is_erased
    client.post(asked.url, {"send": "1"})
    client.post(asked.url, {"code": code_in(letters_to(cast.ada.email)[-1])})
    cast.ada.refresh_from_db()
    assert cast.ada.is_erased


def test_unconfirmed_people_and_codes_are_forgotten_by_the_timetable():
    runs = {getattr(job.run, "func", job.run) for job in TIMETABLE}
    assert {forget_unconfirmed_people, forget_codes, forget_ended_sessions, scrub_after_erasures} <= runs


def test_scrubbing_waits_for_an_erasure(cast, zaneta):
    assert scrub_after_erasures(NOW) == 0
    erase_everywhere(person=zaneta, by=SYSTEM, at=NOW)
    assert scrub_after_erasures(NOW + timedelta(days=1)) == 1
    assert scrub_after_erasures(NOW + timedelta(days=4)) == 0
    assert scrub() is None


def test_another_browser_of_the_person_is_out_too(client, cast):
    elsewhere = Client()
    enter(elsewhere, cast.ada)
    prove(client, cast.ada)
    client.post(reverse("people:erase"), {"email": cast.ada.email})
    assert elsewhere.get(reverse("people:account")).status_code == 302
    assert person("stranger")

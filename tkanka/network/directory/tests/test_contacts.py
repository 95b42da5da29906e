"""Contact persons: proposed, agreed to by the person alone, seen field by field, nowhere else."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, belongs, network, organisation, person
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.ground.search.queries import search
from tkanka.network.directory import actions, jobs
from tkanka.network.directory.models import SHOWN, ContactPerson, DeclinedContact, Openness
from tkanka.network.directory.tokens import token_of
from tkanka.network.networks.actions import describe_organisation, end_membership
from tkanka.network.networks.models import Membership, Organisation
from tkanka.network.people.actions import erase_person, withdraw_consent
from tkanka.network.people.models import Consent, Person
from tkanka.rules.membership import MembershipState
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing
from tkanka.rules.visibility import Audience, audiences_of

pytestmark = pytest.mark.django_db
SAID = {
    "name": "Żaneta Ćwiek", "post": "koordynatorka wolontariatu", "email": "zaneta@dach.example",
    "phone": "+48 22 123 45 67", "topics": "dyżury nocne",
}  # fmt: skip
IN_VCARD = SAID | {"phone": "tel:+48221234567"}
READERS = {"visitor": None, "stranger": "stranger", "observer": "olga", "member": "bea", "secretariat": "igor"}
MAY = {
    Audience.PUBLIC: {"visitor", "stranger", "observer", "member", "secretariat", "owner"},
    Audience.MEMBERS: {"member", "secretariat", "owner"},
    Audience.SECRETARIAT: {"secretariat", "owner"},
    Audience.NOBODY: {"owner"},
}


def seen_by(audience, **other):
    return {f"{field}_seen_by": audience for field in SHOWN} | other


def card(cast, somebody=None, party=None, **what):
    somebody = somebody or cast.ada
    by = cast.by(somebody)
    return actions.add_own_card(
        by=by, at=NOW, network=cast.razem, organisation=party or cast.dach, person=somebody,
        **{**SAID, **seen_by(Audience.PUBLIC), **what},
    )  # fmt: skip


def proposal(cast, **what):
    what = {"email": "zaneta@dach.example", "name": "Żaneta Ćwiek"} | what
    return actions.propose_contact(by=cast.by(cast.ada), at=NOW, network=cast.razem, organisation=cast.dach, **what)


def read(client, address):
    answer = client.get(address)
    if answer.status_code != 200:
        return ""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode("utf8", "replace").replace("\r\n ", "")


def places(cast):
    """Where a contact could be seen: name → address."""
    base, page = "/n/razem/contacts/", f"/n/razem/organisations/{cast.dach.pk}/"
    return {
        "page": page, "page in English": f"/en{page}", "vcard": f"{page}contact.vcf", "base": base,
        "csv": f"{base}?as=csv", "vcards": f"{base}?as=vcf", "list": "/n/razem/organisations/",
        "list csv": "/n/razem/organisations/?as=csv", "list vcards": "/n/razem/organisations/?as=vcf",
        "search": "/n/razem/search/?q=Ćwiek+wolontariatu",
    }  # fmt: skip


SHOWING = {"page", "page in English", "vcard", "base", "csv", "vcards", "list vcards"}
FOR_MEMBERS = {"base", "csv", "vcards", "list vcards"}


@pytest.mark.norm("W-05-02")
@pytest.mark.parametrize("reader", [*READERS, "owner"])
@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("field", SHOWN)
def test_a_field_is_seen_by_its_audience_and_nobody_else_anywhere(cast, client, field, audience, reader):
    hidden = Audience.NOBODY if reader != "owner" else audience
    card(cast, **seen_by(hidden, **{f"{field}_seen_by": audience}))
    who = cast.ada if reader == "owner" else getattr(cast, READERS[reader] or "", None)
    if who:
        client.force_login(who)
    for place, address in places(cast).items():
        shown = read(client, address)
        wanted = (IN_VCARD if place.startswith(("vcard", "list vcard")) else SAID)[field]
        may = reader in MAY[audience] and place in SHOWING
        if place in FOR_MEMBERS and reader in {"visitor", "stranger", "observer"}:
            may = False
        assert (wanted in shown) == may, place
        if reader != "owner":
            others = {f: text for f, text in SAID.items() if f != field}
            assert not [f for f, text in others.items() if text in shown and place != "search"], place


@pytest.mark.parametrize(("audience", "found"), [("public", 1), ("members", 1), ("secretariat", 0), ("nobody", 0)])
@pytest.mark.parametrize("word", ["ćwiek", "CWIEK", "wolontariatu", "zaneta@dach", "123 45", "nocne"])
def test_the_base_is_searched_only_in_what_the_reader_may_see(cast, client, sign_in, audience, found, word):
    card(cast, **seen_by(audience))
    page = sign_in(cast.bea).get("/n/razem/contacts/", {"q": word})
    assert len(page.context["entries"]) == found


def test_global_search_knows_no_contact_person(cast):
    card(cast)
    for by in (Standing(), cast.by(cast.bea), cast.by(cast.igor)):
        assert not search("Ćwiek", network=cast.razem.pk, audiences=audiences_of(by)).hits


@pytest.mark.norm("W-05-02")
def test_addresses_go_on_labels_as_far_as_they_may_be_seen(cast, client, sign_in):
    by = cast.by(cast.ada)
    where = {"street": "ul. #Dachowa [1]", "postcode": "22-100", "town": "Chełm"}
    describe_organisation(by=by, at=NOW, organisation=cast.dach, **where)
    address = "/n/razem/contacts/?as=labels"
    assert sign_in(cast.bea).get(address).content[:5] == b"%PDF-"
    Openness.objects.create(organisation=cast.dach, address=Audience.SECRETARIAT)
    assert sign_in(cast.bea).get(address)["Location"] == "/n/razem/contacts/?"
    assert sign_in(cast.igor).get(address).content[:5] == b"%PDF-"
    assert sign_in(cast.olga).get("/n/razem/organisations/?as=labels").status_code == 403


@pytest.mark.parametrize("who", ["bea", "olga", None])
def test_stale_contacts_are_hidden_but_not_deleted(cast, client, who):
    card(cast)
    describe_organisation(by=SYSTEM, at=NOW, organisation=cast.dach, email="biuro@dach.example")
    Organisation.objects.filter(pk=cast.dach.pk).update(confirmed_at=NOW - timedelta(days=200))
    if who:
        client.force_login(getattr(cast, who))
    for place, address in places(cast).items():
        shown = read(client, address)
        assert not [text for text in (*SAID.values(), "biuro@dach") if text in shown and place != "search"], place
    if who == "bea":
        assert not client.get("/n/razem/contacts/?q=ćwiek").context["entries"]
    assert ContactPerson.objects.count() == 1


@pytest.mark.parametrize("who", ["ada", "igor", "halina"])
def test_stale_contacts_are_shown_to_its_own_people_and_to_offices(cast, sign_in, who):
    card(cast)
    Organisation.objects.filter(pk=cast.dach.pk).update(confirmed_at=None)
    assert SAID["name"] in read(sign_in(getattr(cast, who)), places(cast)["page"])
    assert SAID["name"] in read(sign_in(getattr(cast, who)), places(cast)["base"])


def test_nothing_is_shown_in_another_network(cast, sign_in):
    other = network("warmia")
    zofia = person("zofia")
    belongs(organisation("Stowarzyszenie Nad Łyną"), other, main=zofia)
    card(cast)
    client = sign_in(zofia)
    assert SAID["name"] not in read(client, "/n/warmia/contacts/?q=")
    assert client.get(f"/n/warmia/organisations/{cast.dach.pk}/contact.vcf").status_code == 404
    assert client.get("/n/razem/contacts/").status_code == 403


def test_who_left_the_network_takes_its_contacts_along(cast, sign_in):
    card(cast)
    membership = Membership.objects.get(organisation=cast.dach)
    end_membership(by=SYSTEM, at=NOW, membership=membership, state=MembershipState.RESIGNED)
    assert SAID["name"] not in read(sign_in(cast.bea), "/n/razem/contacts/")


@pytest.mark.parametrize("end", ["withdraws", "erased"])
def test_without_consent_or_account_a_card_is_gone_at_once(cast, client, end):
    card(cast)
    assert SAID["name"] in read(client, places(cast)["page"])
    own = Standing(person=cast.ada.pk)
    if end == "withdraws":
        withdraw_consent(person=cast.ada, code="contact", by=own, at=NOW)
    else:
        erase_person(person=cast.ada, by=own, at=NOW)
    assert SAID["name"] not in read(client, places(cast)["page"])
    assert jobs.forget_cards(NOW) == (end == "erased")


@pytest.mark.norm("W-05-02")
def test_a_proposed_person_is_asked_and_shown_only_after_agreeing(cast, client, sign_in):
    sign_in(cast.ada)
    answer = client.post(f"/n/razem/organisations/{cast.dach.pk}/contacts/propose/", SAID)
    assert answer.status_code == 302
    letter = Message.objects.get(cause__startswith="contact.proposed")
    assert (letter.email, letter.person) == (SAID["email"], None)
    assert SAID["name"] in read(client, f"/n/razem/organisations/{cast.dach.pk}/contacts/")
    for who in (cast.ada, cast.bea, cast.igor):
        assert SAID["name"] not in read(sign_in(who), places(cast)["page"])
    client.logout()
    page = letter.url.partition("/n/")[2]
    assert client.get(f"/n/{page}").status_code == 200
    assert ContactPerson.objects.get().is_open
    typed = SAID | seen_by("members", post_seen_by="nobody", phone="") | {"agree": "on", "topics": "tylko noce"}
    assert client.post(f"/n/{page}", typed).status_code == 200
    one = ContactPerson.objects.get()
    assert (one.topics, one.phone, one.post_seen_by) == ("tylko noce", "", "nobody")
    assert Consent.objects.get(person=one.person, text__code="contact").given_how == "letter"
    assert one.person.email == SAID["email"]
    assert SAID["name"] in read(sign_in(cast.bea), places(cast)["page"])
    assert SAID["post"] not in read(client, places(cast)["page"])
    assert "odpowiedź" in read(client, f"/n/{page}")


def test_declining_deletes_the_data_and_closes_the_door(cast, client):
    asked = proposal(cast)
    page = f"/n/razem/contacts/answer/{token_of(asked.pk)}/"
    assert client.post(page, {"decline": "1"}).status_code == 200
    assert not ContactPerson.objects.exists()
    assert "zaneta" not in DeclinedContact.objects.get().fingerprint
    with pytest.raises(Refused, match="contact_not_declined"):
        proposal(cast, email="ZANETA@dach.example")
    assert client.post(page, {"decline": "1"}).status_code == 200


def test_agreeing_needs_the_box_and_keeps_what_was_typed(cast, client):
    page = f"/n/razem/contacts/answer/{token_of(proposal(cast).pk)}/"
    answer = client.post(page, SAID | seen_by("public", phone_seen_by="everyone") | {"phone": "abc"})
    assert set(answer.context["form"].errors) == {"agree", "phone", "phone_seen_by"}
    assert answer.context["form"]["phone"].value() == "abc"
    assert ContactPerson.objects.get().is_open
    assert not Person.objects.filter(email=SAID["email"]).exists()


@pytest.mark.parametrize("token", ["nonsense", "a:b:c", "%00", "x" * 3000])
def test_a_token_that_is_not_ours_opens_nothing(cast, client, token):
    assert client.get(f"/n/razem/contacts/answer/{token}/").status_code == 404


def test_a_proposal_opens_only_in_its_own_network(cast, client):
    network("warmia")
    page = read(client, f"/n/warmia/contacts/answer/{token_of(proposal(cast).pk)}/")
    assert SAID["name"] not in page


def test_an_unanswered_proposal_is_forgotten(cast):
    proposal(cast)
    assert jobs.forget_cards(NOW + timedelta(days=30)) == 0
    assert jobs.forget_cards(NOW + timedelta(days=32)) == 1
    assert not ContactPerson.objects.exists()


@pytest.mark.parametrize("again", ["zaneta@dach.example", "Zaneta@Dach.example "])
def test_nobody_is_asked_twice(cast, again):
    proposal(cast)
    with pytest.raises(Refused, match="contact_is_new"):
        proposal(cast, email=again)


def test_only_the_person_changes_a_card_and_the_organisation_may_take_it_down(cast, sign_in):
    celina = person("celina")
    from tkanka.network.networks.actions import give_mandate

    give_mandate(by=SYSTEM, at=NOW, person=celina, organisation=cast.dach, capacity="communication")
    one = card(cast, celina)
    for who, status in ((cast.ada, 403), (cast.igor, 403), (cast.bea, 403), (celina, 200)):
        assert sign_in(who).get(f"/n/razem/contacts/{one.pk}/").status_code == status
    client = sign_in(celina)
    client.post(f"/n/razem/contacts/{one.pk}/", SAID | seen_by("nobody"))
    assert SAID["name"] not in read(sign_in(cast.bea), places(cast)["page"])
    assert sign_in(cast.bea).post(f"/n/razem/contacts/{one.pk}/remove/").status_code == 403
    assert sign_in(cast.ada).post(f"/n/razem/contacts/{one.pk}/remove/").status_code == 302
    assert not ContactPerson.objects.exists()


def test_the_ledger_holds_no_personal_data_of_contacts(cast):
    proposal(cast)
    one = card(cast)
    actions.take_down_card(by=cast.by(cast.ada), at=NOW, network=cast.razem, card=one)
    told = str(list(Record.objects.filter(verb__startswith="contact.").values()))
    assert "contact.removed" in told
    assert not [text for text in SAID.values() if text in told]


@pytest.mark.parametrize(
    "question", ["?q=%00", "?q=%25_%27", "?area=9999", "?service=²", "?page=-1", "?q=" + "ą" * 5000]
)
def test_nonsense_in_the_address_of_the_base_does_no_harm(cast, sign_in, question):
    card(cast)
    assert sign_in(cast.bea).get(f"/n/razem/contacts/{question}").status_code == 200

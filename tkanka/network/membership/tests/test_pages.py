"""The pages: the way from a visitor's first step to a member, and what may go wrong on it."""

import pytest
from django.urls import reverse

from tests import cast as made_by
from tests.queries import DESK, assert_page_queries
from tkanka.ground.notices.models import Message
from tkanka.network.membership import actions
from tkanka.network.membership.links import token_of
from tkanka.network.membership.models import Application
from tkanka.network.networks.models import Membership

from . import made
from .made import by

pytestmark = pytest.mark.usefixtures("today")
DETAILS = {
    "contact_person": "Łucja Kruk",
    "email": "biuro@dach.example",
    "contact_audience": "members",
    "language": "pl",
}
WORK = {"stated": [made.ACTIVE], "about": "Prowadzimy świetlicę.", "areas": "powiat chełmski"}
DECLARED = dict.fromkeys(
    ["intent_and_aims", "humanitarian_standards", "active_information_sharing", "nonprofit_and_protective_use"], "on"
)


@pytest.fixture
def today(time_machine):
    time_machine.move_to(made.NOW, tick=False)


def page(name, network, **keys):
    return reverse(f"membership:{name}", kwargs={"network": network.slug, **keys})


def begun(client, network, **typed):
    data = {"name": "Stowarzyszenie Nowe", "kind": "association", "number": ""} | typed
    return client.post(page("begin", network), data)


def fill(client, network, draft, **steps):
    whole = {"details": DETAILS, "work": WORK, "declarations": DECLARED | {"version": "1"}} | steps
    for step, data in whole.items():
        answer = client.post(page("step", network, key=draft.pk, step=step), data)
        assert answer.status_code == 302, answer.context["form"].errors
    return page("step", network, key=draft.pk, step="send")


def test_a_visitor_begins_and_sends_after_signing_in_with_nothing_lost(client, razem, cast):
    assert begun(client, razem).status_code == 302
    draft = Application.objects.get()
    send = fill(client, razem, draft)
    assert client.post(send).url.startswith("/account/login/")
    client.force_login(cast.stranger)
    assert "Stowarzyszenie Nowe" in client.get(send).content.decode()
    sent = client.post(send)
    draft.refresh_from_db()
    assert (draft.state, draft.applicant) == ("submitted", cast.stranger)
    assert sent.url == page("application", razem, key=draft.pk)
    assert client.get(sent.url).status_code == 200


def test_sent_twice_there_is_one_and_both_see_it(client, razem, cast):
    client.force_login(cast.stranger)
    begun(client, razem)
    draft = Application.objects.get()
    send = fill(client, razem, draft)
    first = client.post(send)
    second = client.post(send)
    assert first.url == second.url == page("application", razem, key=draft.pk)
    assert Application.objects.count() == 1
    assert Message.objects.filter(cause__startswith="application.received").count() == 1


def test_the_link_in_the_letter_leads_back_into_the_draft(client, razem, db):
    begun(client, razem)
    draft = Application.objects.get()
    client.post(page("step", razem, key=draft.pk, step="details"), DETAILS)
    letter = Message.objects.get(cause__startswith="application.draft")
    assert letter.email == "biuro@dach.example"
    other = type(client)()
    step = page("step", razem, key=draft.pk, step="work")
    assert other.get(step).status_code == 404
    back = other.get(page("resume", razem, token=token_of(draft.pk)))
    assert back.url == step
    assert other.get(step).status_code == 200


@pytest.mark.parametrize("token", ["x", "a:b:c", "%00", token_of.__name__ * 40])
def test_a_link_that_is_none_says_so(client, razem, token):
    assert client.get(page("resume", razem, token=token)).status_code == 410


def test_a_link_of_a_draft_that_was_sent_opens_nothing(client, razem, cast):
    application = made.submitted(razem, cast.stranger)
    assert client.get(page("resume", razem, token=token_of(application.pk))).status_code == 410


def test_nobody_writes_in_somebody_elses_draft(client, razem, cast):
    draft = made.draft(razem, cast.stranger)
    client.force_login(cast.ada)
    assert client.post(page("step", razem, key=draft.pk, step="details"), DETAILS).status_code == 404


@pytest.mark.parametrize(
    ("step", "typed", "said"),
    [
        ("which", {"number": "000999001"}, "Numer KRS ma 10 cyfr, wpisano 9 cyfr."),
        ("which", {"number": "1234567890"}, "Cyfra kontrolna numeru NIP"),
        ("which", {"kind": "outside"}, "nie może zostać członkiem"),
        ("which", {"kind": "wizard"}, "wizard"),
        ("which", {"name": ""}, "Tego pola potrzebujemy"),
        ("details", {"email": "biuro@dach,example"}, "Czy miało być biuro@dach.example?"),
        ("details", {"email": "biuro.dach.example"}, "brakuje znaku @"),
        ("details", {"founded": "kiedyś"}, "Wpiszcie rok czterema cyframi"),
        ("work", {"areas": ""}, "Wybierzcie przynajmniej jeden powiat"),
        ("work", {"areas": "świdnicki"}, "jest w kilku miejscach"),
        ("work", {"areas": "Lubln"}, "Lublin"),
        ("work", {"stated": []}, "Nie jest spełniony żaden"),
        ("work", {"services": "'; DROP TABLE"}, "DROP TABLE"),
        ("declarations", {"intent_and_aims": ""}, "brakuje tej deklaracji"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, razem, step, typed, said):
    begun(client, razem)
    draft = Application.objects.get()
    whole = {
        "which": {"name": "Stowarzyszenie Nowe", "kind": "association"},
        "details": DETAILS,
        "work": WORK,
        "declarations": DECLARED | {"version": "1"},
    }[step]
    answer = client.post(page("step", razem, key=draft.pk, step=step), whole | typed)
    assert answer.status_code == 200
    assert said in answer.content.decode().replace("\N{NO-BREAK SPACE}", " ").replace("&#x27;", "'")
    draft.refresh_from_db()
    for name, value in typed.items():
        assert draft.data[step].get(name) in (value, [value], [], value or None)


@pytest.mark.parametrize("kind", ["informal_group", "grassroots_initiative"])
def test_a_group_is_not_asked_for_numbers(client, razem, kind):
    begun(client, razem, kind=kind)
    draft = Application.objects.get()
    shown = client.get(page("step", razem, key=draft.pk, step="details")).content.decode()
    assert not any(f'name="{field}"' in shown for field in ("krs", "nip", "regon", "foreign_registry"))


def test_text_no_database_keeps_is_cleaned(client, razem):
    begun(client, razem, name="Stowarzyszenie\0 Ł" + "x" * 90_000)
    assert "\0" not in str(Application.objects.get().data)


def test_the_declarations_are_read_again_when_the_charter_has_changed(client, razem, cast):
    client.force_login(cast.stranger)
    begun(client, razem)
    draft = Application.objects.get()
    fill_to = {"details": DETAILS, "work": WORK}
    for step, data in fill_to.items():
        client.post(page("step", razem, key=draft.pk, step=step), data)
    stale = client.post(page("step", razem, key=draft.pk, step="declarations"), DECLARED | {"version": "0"})
    assert stale.status_code == 200
    assert "zmieniły się od czasu" in stale.content.decode()


def test_an_organisation_known_elsewhere_applies_without_typing_again(client, razem, cast, warmia):
    party = made_by.belongs(made_by.organisation("Federacja Jezior", "federation"), warmia, main=cast.stranger)
    client.force_login(cast.stranger)
    assert "Federacja Jezior" in client.get(page("join", razem)).content.decode()
    client.post(page("begin-known", razem, party=party.pk))
    draft = Application.objects.get()
    client.post(page("step", razem, key=draft.pk, step="work"), {"stated": [made.ACTIVE]})
    client.post(page("step", razem, key=draft.pk, step="declarations"), DECLARED | {"version": "1"})
    client.post(page("step", razem, key=draft.pk, step="send"))
    draft.refresh_from_db()
    assert (draft.state, draft.organisation) == ("submitted", party)


def test_the_secretariat_types_in_for_somebody(client, razem, cast):
    client.force_login(cast.igor)
    client.post(page("assist", razem), {"name": "Nina Wojt", "email": "nina@example.org", "language": "uk"})
    draft = Application.objects.get()
    client.post(page("step", razem, key=draft.pk, step="which"), {"name": "Grupa Niny", "kind": "informal_group"})
    send = fill(client, razem, draft)
    client.post(send)
    draft.refresh_from_db()
    assert (draft.state, draft.applicant.email, draft.typed_by) == ("submitted", "nina@example.org", cast.igor)


def test_the_secretariat_decides_on_one_page(client, razem, cast):
    application = made.submitted(razem, cast.stranger)
    client.force_login(cast.igor)
    verify = page("verify", razem, key=application.pk)
    assert client.get(verify).status_code == 200
    client.post(page("check", razem, key=application.pk), {"item": "kind"})
    client.post(page("handler", razem, key=application.pk), {"handler": str(cast.igor.pk)})
    assert client.post(page("refuse", razem, key=application.pk), {"reason": "duplicate"}).status_code == 200
    assert client.post(page("ask", razem, key=application.pk), {"text": "Kto prowadzi?"}).url == verify
    client.force_login(cast.stranger)
    client.post(page("application", razem, key=application.pk), {"answer": "My sami."})
    client.force_login(cast.igor)
    client.post(page("accept", razem, key=application.pk))
    assert Membership.objects.filter(network=razem, organisation__name=application.name).exists()
    assert "My sami." in client.get(verify).content.decode()


def test_the_refused_read_the_reason_and_start_again(client, razem, cast):
    application = made.refused(razem, cast.stranger, cast.halina)
    client.force_login(cast.stranger)
    shown = client.get(page("application", razem, key=application.pk)).content.decode()
    assert "Pobieracie opłaty" in shown
    again = client.post(page("reapply", razem, key=application.pk))
    assert client.get(again.url).status_code == 200


@pytest.mark.parametrize("language", ["", "/en", "/uk"])
def test_the_receipt_is_a_pdf(client, razem, cast, language):
    application = made.submitted(razem, cast.stranger, name="Фундація „Ł” #x [y] *z*")
    client.force_login(cast.stranger)
    answer = client.get(language + page("receipt", razem, key=application.pk))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-") and b"/StructTreeRoot" in answer.content


def test_taking_part_in_an_open_network(client, warmia):
    wanda = made_by.person("wanda")
    client.force_login(wanda)
    address = page("take-part", warmia)
    assert client.get(address).status_code == 200
    typed = {"name": "Fundacja Łyna", "email": "a@b.example", "stated": ["supports_other_ngos"], "version": "1"}
    refused = client.post(f"{address}?kind=foundation", typed)
    assert refused.status_code == 200 and "brakuje tej deklaracji" in refused.content.decode()
    client.post(f"{address}?kind=foundation", typed | {"karta_zasad": "on"})
    assert Membership.objects.get().organisation.name == "Fundacja Łyna"
    again = client.get(f"{address}?kind=nonsense")
    assert again.status_code == 200


def test_a_member_reads_its_declarations_and_gets_the_receipt(client, warmia):
    wanda = made_by.person("wanda")
    made_network = actions.take_part(
        by=by(wanda, warmia), at=made.NOW, network=warmia, person=wanda, made=["karta_zasad"],
        profile=made.profile(stated=("supports_other_ngos",)), charter=warmia.charter_versions.get(),
    )  # fmt: skip
    client.force_login(wanda)
    key = made_network.organisation_id
    assert client.get(page("declarations", warmia, organisation=key)).status_code == 200
    assert client.get(page("party-receipt", warmia, organisation=key)).content.startswith(b"%PDF-")


def test_a_list_of_members_is_a_file_too(client, razem, cast):
    client.force_login(cast.igor)
    answer = client.get(page("members", razem) + "?format=csv")
    assert "Fundacja Jeden Dach" in b"".join(answer.streaming_content).decode("utf-8-sig")


def test_the_queue_asks_the_database_no_more_for_thirty_rows(client, razem, cast):
    made.submitted(razem, cast.stranger, name="Pierwsza")
    client.force_login(cast.igor)

    def grow():
        for n in range(29):
            made.asked(razem, cast.stranger, cast.halina, name=f"Fundacja {n}")

    assert_page_queries(client, page("applications", razem), grow=grow, limit=DESK)

"""Removal: three grounds, evidence, notice, an answer, a decision; and the rights that go with it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import DAY, NOW, SYSTEM, belongs, keeps
from tkanka.ground.ledger.queries import records_of
from tkanka.ground.notices.models import Message
from tkanka.network.networks.actions import describe_organisation, take_hosting
from tkanka.network.networks.models import Membership, Organisation
from tkanka.network.networks.queries import active_membership, entitled, recipients_of, standing_of
from tkanka.network.tenure import actions
from tkanka.network.tenure.models import Evidence, RemovalCase
from tkanka.rules.membership import RemovalGround
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Office

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=15)


def prepared(cast, ground=RemovalGround.TOOLS, by=None, party=None, evidence=True):
    membership = active_membership(cast.razem, party or cast.dach, DAY)
    case = actions.prepare_removal(
        by=cast.by(by or cast.igor), at=NOW, membership=membership, ground=ground, reason="Uwagi"
    )
    if evidence:
        actions.add_evidence(by=cast.by(cast.igor), at=NOW, case=case, text="Opis zdarzeń")
    return case


def noticed(cast, **more):
    return actions.notify_of_removal(by=cast.by(cast.halina), at=NOW, case=prepared(cast, **more))


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


@pytest.mark.norm("R-03-19")
def test_the_secretariat_prepares_and_the_coordinator_gives_notice(cast):
    case = prepared(cast)
    with pytest.raises(Refused) as refused:
        actions.notify_of_removal(by=cast.by(cast.igor), at=NOW, case=case)
    assert codes(refused) == {"coordinator_removes"}
    case = actions.notify_of_removal(by=cast.by(cast.halina), at=NOW, case=case)
    assert (case.state, case.answer_due) == ("noticed", DAY + timedelta(days=14))
    told = Message.objects.get(cause=f"removal.noticed:{case.pk}")
    assert told.email == "ada@example.org" and "Uwagi" in told.text


@pytest.mark.norm("R-03-19")
def test_it_is_refused_before_the_member_was_heard_or_the_days_are_over(cast):
    case = noticed(cast)
    with pytest.raises(Refused) as refused:
        actions.remove_member(by=cast.by(cast.halina), at=NOW + timedelta(days=14), case=case, decision="Bo")
    assert codes(refused) == {"heard_or_time_passed"}
    case = actions.remove_member(by=cast.by(cast.halina), at=LATER, case=case, decision="Bo")
    assert case.state == "removed"


def test_an_answer_opens_the_way_at_once(cast):
    case = noticed(cast)
    actions.answer_removal(by=cast.by(cast.ada), at=NOW, case=case, text="To nie tak")
    case = actions.remove_member(by=cast.by(cast.halina), at=NOW, case=case, decision="Bo")
    assert (case.answer, case.state) == ("To nie tak", "removed")


def test_nobody_else_answers_and_only_once(cast):
    case = noticed(cast)
    for somebody in (cast.bea, cast.halina, cast.stranger):
        with pytest.raises(Refused):
            actions.answer_removal(by=cast.by(somebody), at=NOW, case=case, text="Ja")
    actions.answer_removal(by=cast.by(cast.ada), at=NOW, case=case, text="To nie tak")
    with pytest.raises(Refused):
        actions.answer_removal(by=cast.by(cast.ada), at=NOW, case=case, text="I jeszcze")


@pytest.mark.norm("R-03-18", "R-03-19")
def test_every_right_is_void_in_the_moment_of_removal(cast):
    [(_, basis)] = recipients_of([cast.dach.pk], DAY)
    actions.remove_member(by=cast.by(cast.halina), at=LATER, case=noticed(cast), decision="Bo")
    day = DAY + timedelta(days=15)
    standing = standing_of(cast.ada, cast.razem, day)
    assert (standing.members, standing.represents) == (frozenset(), frozenset())
    assert entitled({(cast.razem.pk, basis)}, day) == set()
    assert Membership.objects.get(organisation=cast.dach).state == "removed"
    decision = Message.objects.get(cause__startswith="removal.decided")
    assert (decision.email, decision.basis) == ("ada@example.org", "")


@pytest.mark.norm("R-03-20", "R-03-22", "R-03-23")
@pytest.mark.parametrize("ground", [RemovalGround.TOOLS, RemovalGround.STANDARDS])
def test_each_ground_is_a_choice_of_the_charter_and_needs_evidence(cast, ground):
    case = prepared(cast, ground=ground, evidence=False)
    with pytest.raises(Refused) as refused:
        actions.notify_of_removal(by=cast.by(cast.halina), at=NOW, case=case)
    assert codes(refused) == {"evidence_given"}
    with pytest.raises(Refused) as refused:
        prepared(cast, ground="we_do_not_like_them", party=cast.mosty)
    assert codes(refused) == {"ground_on_the_list"}
    record = records_of(prepared(cast, ground=ground, party=cast.mosty))[0]
    assert "§3" in record.cites


@pytest.mark.norm("R-03-21")
@pytest.mark.parametrize(
    ("confirmed", "contributed", "allowed"), [(500, None, True), (500, 30, False), (30, None, False), (30, 30, False)]
)
def test_silent_and_inactive_needs_both_limbs(cast, confirmed, contributed, allowed):
    if contributed:
        describe_organisation(
            by=cast.by(cast.ada), at=NOW - timedelta(days=contributed), organisation=cast.dach, town="Radom"
        )
    Organisation.objects.filter(pk=cast.dach.pk).update(confirmed_at=NOW - timedelta(days=confirmed))
    case = prepared(cast, ground=RemovalGround.SILENT)
    if allowed:
        assert actions.notify_of_removal(by=cast.by(cast.halina), at=NOW, case=case).state == "noticed"
        return
    with pytest.raises(Refused) as refused:
        actions.notify_of_removal(by=cast.by(cast.halina), at=NOW, case=case)
    assert codes(refused) == {"silent_and_inactive_both"}


@pytest.mark.norm("R-04-01")
def test_the_host_is_not_removed_before_a_separation(cast):
    take_hosting(by=SYSTEM, at=NOW, network=cast.razem, organisation=cast.dach)
    with pytest.raises(Refused) as refused:
        noticed(cast)
    assert codes(refused) == {"separation_decided"}


def test_a_charter_without_removal_has_none(cast, warmia):
    belongs(cast.dach, warmia)
    membership = active_membership(warmia, cast.dach, DAY)
    with pytest.raises(Refused) as refused:
        actions.prepare_removal(by=SYSTEM, at=NOW, membership=membership, ground=RemovalGround.TOOLS, reason="x")
    assert codes(refused) == {"removal_known"}


def test_one_case_at_a_time(cast):
    prepared(cast)
    with pytest.raises(Refused) as refused:
        prepared(cast)
    assert codes(refused) == {"one_case_at_a_time"}


def test_nothing_is_added_after_the_notice(cast):
    case = noticed(cast)
    with pytest.raises(Refused):
        actions.add_evidence(by=cast.by(cast.halina), at=NOW, case=case, text="Jeszcze to")


def test_a_case_can_be_dropped_by_the_coordinator(cast):
    case = noticed(cast)
    with pytest.raises(Refused):
        actions.drop_removal(by=cast.by(cast.igor), at=NOW, case=case)
    actions.drop_removal(by=cast.by(cast.halina), at=NOW, case=case, decision="Wyjaśnione")
    assert Message.objects.filter(cause=f"removal.dropped:{case.pk}").exists()
    assert cast.by(cast.ada).speaks_for == {cast.dach.pk}
    assert prepared(cast).state == "prepared"


@pytest.mark.norm("R-03-19")
def test_those_who_spoke_for_it_object_and_nothing_is_suspended(cast):
    case = actions.remove_member(by=cast.by(cast.halina), at=LATER, case=noticed(cast), decision="Bo")
    then = standing_of(cast.ada, cast.razem, DAY + timedelta(days=16))
    with pytest.raises(Refused):
        actions.object_to_removal(by=cast.by(cast.bea), at=LATER, case=case, text="Nie")
    actions.object_to_removal(by=then, at=LATER, case=case, text="Nie zgadzamy się")
    assert RemovalCase.objects.get().objection == "Nie zgadzamy się"
    assert Membership.objects.get(organisation=cast.dach).state == "removed"


@pytest.mark.norm("R-03-19")
def test_the_public_learns_the_fact_only(cast, client, today):
    actions.remove_member(by=cast.by(cast.halina), at=NOW, case=_answered(cast), decision="Tajne powody")
    today.shift(timedelta(days=1))
    page = client.get("/n/razem/former-members/").content.decode()
    assert "Fundacja Jeden Dach" in page and "wykluczenie" in page
    assert "Tajne" not in page and "Uwagi" not in page
    facts = [record.facts for record in records_of(cast.dach)]
    assert "ground" not in str(facts)


def _answered(cast):
    case = noticed(cast)
    return actions.answer_removal(by=cast.by(cast.ada), at=NOW, case=case, text="To nie tak")


def upload(content=b"%PDF-1.4 dowod", name="dowod.pdf"):
    return SimpleUploadedFile(name, content)


def test_evidence_is_a_file_for_two_sides_with_safe_headers(cast, sign_in, today):
    case = prepared(cast, evidence=False)
    address = f"/n/razem/removals/{case.pk}/evidence/"
    assert sign_in(cast.igor).post(address, {"file": upload(name="../../a\u202efdp.pdf")}).status_code == 302
    found = Evidence.objects.get()
    assert "/" not in found.name and "\u202e" not in found.name
    page = f"/n/razem/evidence/{found.pk}/"
    answer = sign_in(cast.halina).get(page)
    assert b"".join(answer.streaming_content) == b"%PDF-1.4 dowod"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert sign_in(cast.ada).get(page).status_code == 404, "not before the notice"
    actions.notify_of_removal(by=cast.by(cast.halina), at=NOW, case=case)
    assert sign_in(cast.ada).get(page).status_code == 200
    for somebody in (cast.bea, cast.olga, cast.stranger):
        assert sign_in(somebody).get(page).status_code == 404


@pytest.mark.parametrize(
    "file",
    [
        upload(b"<svg onload='alert(1)'/>", "x.svg"), upload(b"PK\x03\x04" + b"\0" * 50, "x.docx"),
        upload(b"", "pusty.pdf"), upload(b"MZ\x00\x00", "x.exe"), upload(b"%PDF-1.4", "x.png"),
    ],
)  # fmt: skip
def test_bad_files_are_refused_in_words(cast, sign_in, today, file):
    case = prepared(cast, evidence=False)
    answer = sign_in(cast.igor).post(f"/n/razem/removals/{case.pk}/evidence/", {"file": file})
    assert answer.status_code == 422
    assert not Evidence.objects.exists()


def test_a_file_that_is_too_big_is_refused(cast, sign_in, today, settings):
    settings.MAX_UPLOAD_BYTES = 10
    case = prepared(cast, evidence=False)
    answer = sign_in(cast.igor).post(f"/n/razem/removals/{case.pk}/evidence/", {"file": upload()})
    assert answer.status_code == 422


def test_the_way_through_the_pages(cast, sign_in, today):
    client = sign_in(cast.halina)
    begun = client.post(
        f"/n/razem/secretariat/removals/new/{cast.dach.pk}/", {"ground": RemovalGround.TOOLS, "reason": "Uwagi"}
    )
    case = begun["Location"]
    assert "Potrzebne są dowody" in client.get(case).content.decode()
    client.post(f"{case}evidence/", {"text": "Opis"})
    client.post(f"{case}notify/")
    page = client.get(case).content.decode()
    assert "Organizacja ma czas na odpowiedź do" in page and 'aria-disabled="true"' in page
    member = sign_in(cast.ada)
    assert member.post(f"{case}answer/", {"text": ""}).status_code == 422
    member.post(f"{case}answer/", {"text": "To nie tak", "file": upload()})
    assert "To nie tak" in member.get(case).content.decode()
    client = sign_in(cast.halina)
    assert client.post(f"{case}decide/", {"step": "remove", "decision": ""}).status_code == 422
    client.post(f"{case}decide/", {"step": "remove", "decision": "Bo"})
    assert RemovalCase.objects.get().state == "removed"
    member = sign_in(cast.ada)
    today.shift(timedelta(days=1))
    assert "Złóż sprzeciw" in member.get(case).content.decode()
    member.post(f"{case}object/", {"text": "Nie zgadzamy się"})
    assert RemovalCase.objects.get().objection == "Nie zgadzamy się"


def test_warmia_says_that_it_knows_no_removal(warmia, cast, sign_in, today):
    keeps(cast.stranger, warmia, Office.COORDINATOR)
    page = sign_in(cast.stranger).get("/n/warmia/secretariat/removals/").content.decode()
    assert "nie przewidują wykluczenia" in page

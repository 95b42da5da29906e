"""A position is written together, signed by each for itself, handed over and answered."""

from datetime import timedelta

import pytest

from tests.cast import DAY, NOW
from tkanka.governance.positions import actions, jobs, queries
from tkanka.governance.positions.models import Addressee, Position, Signature
from tkanka.ground.notices.models import Message
from tkanka.ground.search.queries import search
from tkanka.rules.positions import PositionState
from tkanka.rules.ruling import Refused
from tkanka.rules.visibility import Audience

pytestmark = pytest.mark.django_db
HOME = "/n/razem/positions/"


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def told(letter):
    return set(Message.objects.filter(cause__startswith=f"position.{letter}").values_list("email", flat=True))


def begun(cast, **more):
    said = {"title": "Tłumacze w urzędach", "text": "Brakuje ich.", "addressees": ["Ministerstwo", "Sejm"]} | more
    return actions.begin_position(
        by=cast.by(cast.ada), at=NOW, network=cast.razem, organisation=cast.dach, **said
    )  # fmt: skip


def signing(cast):
    return actions.freeze_position(
        by=cast.by(cast.ada), at=NOW, position=begun(cast), until=DAY + timedelta(days=7)
    )  # fmt: skip


def signed(cast, position, who, party):
    return actions.sign_position(by=cast.by(who), at=NOW, position=position, organisation=party)


def fresh(position):
    return queries.position_in(position.network, position.pk)


def test_members_remark_on_a_draft_and_nobody_writes_over_another(cast):
    position = begun(cast)
    actions.remark_on_draft(by=cast.by(cast.bea), at=NOW, position=position, organisation=cast.mosty, text="Krócej.")
    assert told("remarked") == {"ada@example.org"}
    said = {"title": "Tłumacze", "text": "Krótko.", "addressees": ["Sejm"]}
    actions.edit_position(by=cast.by(cast.ada), at=NOW, position=position, seen=1, **said)
    with pytest.raises(Refused) as refused:
        actions.edit_position(by=cast.by(cast.ada), at=NOW, position=position, seen=1, **said)
    assert codes(refused) == {"nobody_wrote_meanwhile"}
    with pytest.raises(Refused) as refused:
        actions.edit_position(by=cast.by(cast.bea), at=NOW, position=position, seen=2, **said)
    assert codes(refused) == {"initiator_keeps_position"}
    with pytest.raises(Refused):
        actions.remark_on_draft(by=cast.by(cast.olga), at=NOW, position=position, organisation=cast.observer, text="x")


@pytest.mark.norm("W-18-02", "A-SC-01")
def test_the_text_is_frozen_when_signing_begins_and_every_member_is_asked(cast):
    position = signing(cast)
    assert told("signing") == {"ada@example.org", "bea@example.org"}
    with pytest.raises(Refused) as refused:
        actions.edit_position(
            by=cast.by(cast.ada), at=NOW, position=position, title="x", text="y", addressees=[], seen=1
        )
    assert codes(refused) == {"text_not_frozen"}


@pytest.mark.norm("R-05-22", "A-11-02", "K-07-03")
def test_each_signs_for_itself_once_and_may_withdraw_with_the_day(cast):
    position = signing(cast)
    signature = signed(cast, position, cast.bea, cast.mosty)
    assert (signature.organisation, signature.person) == (cast.mosty, cast.bea)
    for who, party, code in (
        (cast.bea, cast.mosty, "not_signed_yet"), (cast.bea, cast.dach, "signs_for_own_organisation"),
        (cast.halina, cast.mosty, "signs_for_own_organisation"),
        (cast.olga, cast.observer, "signs_for_own_organisation"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            signed(cast, position, who, party)
        assert code in codes(refused)
    actions.withdraw_signature(by=cast.by(cast.bea), at=NOW + timedelta(days=1), signature=signature)
    assert queries.standing_signatures(position) == 0
    signed(cast, position, cast.bea, cast.mosty)
    assert Signature.objects.count() == 2


def test_signing_ends_by_itself_after_the_last_day(cast):
    position = signing(cast)
    jobs.close_due(NOW + timedelta(days=7))
    assert fresh(position).state == PositionState.SIGNING
    with pytest.raises(Refused) as refused:
        actions.sign_position(
            by=cast.by(cast.bea), at=NOW + timedelta(days=8), position=position, organisation=cast.mosty
        )
    assert codes(refused) == {"signing_is_open"}
    jobs.close_due(NOW + timedelta(days=8))
    assert fresh(position).state == PositionState.CLOSED


@pytest.mark.norm("K-02-02", "W-CS-03")
def test_it_is_handed_over_and_what_is_answered_is_told_to_those_who_signed(cast):
    position = signing(cast)
    signed(cast, position, cast.bea, cast.mosty)
    addressee = queries.addressees_of(position)[0]
    addressee.position = position
    with pytest.raises(Refused) as refused:
        actions.deliver(by=cast.by(cast.ada), at=NOW, addressee=addressee, on=DAY, how="ePUAP")
    assert codes(refused) == {"signing_is_over"}
    actions.close_signing(by=cast.by(cast.ada), at=NOW, position=position)
    addressee.position = fresh(position)
    actions.deliver(by=cast.by(cast.igor), at=NOW, addressee=addressee, on=DAY, how="ePUAP")
    assert told("delivered") == {"bea@example.org"}
    addressee = Addressee.objects.get(pk=addressee.pk)
    addressee.position = fresh(position)
    actions.note_answer(by=cast.by(cast.ada), at=NOW, addressee=addressee, on=DAY, text="Będą od stycznia.")
    assert "Będą od stycznia." in Message.objects.get(cause__startswith="position.answered").text


def test_nothing_unsigned_is_handed_over_and_a_reason_ends_it_early(cast):
    position = signing(cast)
    actions.close_signing(by=cast.by(cast.ada), at=NOW, position=position)
    addressee = queries.addressees_of(position)[0]
    addressee.position = fresh(position)
    with pytest.raises(Refused) as refused:
        actions.deliver(by=cast.by(cast.ada), at=NOW, addressee=addressee, on=DAY, how="ePUAP")
    assert codes(refused) == {"somebody_signed"}
    with pytest.raises(Refused) as refused:
        actions.withdraw_position(by=cast.by(cast.ada), at=NOW, position=begun(cast), reason=" ")
    assert codes(refused) == {"withdrawal_explained"}


@pytest.mark.norm("R-05-22", "K-02-02")
def test_pages_from_a_draft_to_a_public_list_of_names(cast, client, time_machine_at_now):
    client.force_login(cast.ada)
    typed = {"organisation": str(cast.dach.pk), "title": "Tłumacze", "text": "", "addressees": "Sejm\n\nSenat",
             "source": "https://obce.example/"}  # fmt: skip
    wrong = client.post(f"{HOME}new/", typed)
    assert wrong.status_code == 422 and "Senat" in wrong.content.decode()
    assert client.post(f"{HOME}new/", typed | {"text": "Brakuje ich."}).status_code == 302
    position = Position.objects.get()
    page = f"{HOME}{position.pk}/"
    assert position.source == "" and position.addressees.count() == 2
    client.logout()
    assert client.get(page).status_code == 404 and "Tłumacze" not in client.get(HOME).content.decode()
    client.force_login(cast.bea)
    assert client.post(f"{page}remark/", {"organisation": str(cast.mosty.pk), "text": ""}).status_code == 422
    assert client.post(f"{page}remark/", {"organisation": str(cast.mosty.pk), "text": "Krócej."}).status_code == 302
    assert client.get(f"{page}edit/").status_code == 403
    client.force_login(cast.ada)
    sent = {"title": "Tłumacze", "text": "Moja treść", "addressees": "Sejm"}
    late = client.post(f"{page}edit/", sent | {"seen": "0"})
    assert late.status_code == 422 and "Moja treść" in late.content.decode() and "Krócej." not in late.content.decode()
    assert client.post(f"{page}edit/", sent | {"seen": "1"}).status_code == 302
    assert client.post(f"{page}freeze/", {"until": "2026-11-01"}).status_code == 422
    assert client.post(f"{page}freeze/", {"until": "2026-11-27"}).status_code == 302
    client.force_login(cast.bea)
    assert client.post(f"{page}sign/", {"organisation": str(cast.dach.pk)}).status_code == 422
    assert client.post(f"{page}sign/", {"organisation": str(cast.mosty.pk)}).status_code == 302
    client.force_login(cast.ada)
    client.post(f"{page}sign/", {"organisation": str(cast.dach.pk)})
    client.post(f"{page}unsign/", {"organisation": str(cast.dach.pk)})
    client.post(f"{page}close/")
    addressee = Addressee.objects.get()
    hand = f"{page}to/{addressee.pk}/"
    assert client.post(f"{hand}deliver/", {"on": "2026-11-20", "how": ""}).status_code == 422
    assert client.post(f"{hand}deliver/", {"on": "2026-11-20", "how": "list polecony"}).status_code == 302
    assert client.post(f"{hand}answer/", {"on": "2026-11-20", "text": "Odpowiemy."}).status_code == 302
    client.logout()
    shown = client.get(page).content.decode()
    assert "nie jest wyrażone w imieniu wszystkich" in shown and "podpis wycofany" in shown
    assert "list polecony" in shown and "Odpowiemy." in shown and "Krócej." not in shown
    assert client.get(f"{page}pdf/").content.startswith(b"%PDF")
    hits = search("tłumacze", network=cast.razem.pk, audiences=frozenset({Audience.PUBLIC}))
    assert [hit.url for hit in hits.hits] == [page]

"""What an item of the agenda is about: found, linked, and shown to those who may know of it."""

import pytest

from tests.cast import NOW
from tkanka.governance.bodies.index import index_body
from tkanka.governance.meetings import actions
from tkanka.governance.meetings.models import Item
from tkanka.rules.bodies import BodyKind, Role

from .makers import body, called, seat

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def text(answer):
    return answer.content.decode().replace("\xa0", " ")


@pytest.fixture
def meeting(cast):
    return called(cast)


@pytest.fixture
def winter(cast):
    found = body(cast.razem, name="Grupa zimowa")
    index_body(found, NOW)
    return found


@pytest.fixture
def secret(cast):
    found = body(cast.razem, BodyKind.CLOSED, "Grupa zakonspirowana", hidden=True)
    seat(found, cast.ada, cast.dach, Role.LEAD)
    index_body(found, NOW)
    return found


def test_a_thing_is_found_and_linked_and_what_was_typed_stays(cast, sign_in, meeting, winter):
    page, code = f"/n/razem/meetings/{meeting.pk}/agenda/", f"body:{winter.pk}"
    typed = {"title": "Co dalej", "text": "Zima blisko", "minutes": "aż", "owner": "Ada", "find": "zimowa"}
    client = sign_in(cast.igor)
    answer = client.post(f"{page}propose/", typed | {"step": "find"})
    assert answer.status_code == 200
    assert "Grupa zimowa (grupa albo organ)" in text(answer)
    for told in ("Co dalej", "Zima blisko", 'value="aż"', "zimowa"):
        assert told in text(answer)
    assert not Item.objects.exists()
    typed["minutes"] = "15"
    unsettled = client.post(f"{page}propose/", typed)
    assert (unsettled.status_code, [*unsettled.context["form"].errors]) == (422, ["thing"])
    assert client.post(f"{page}propose/", typed | {"thing": code}).status_code == 302
    item = Item.objects.get()
    assert (item.thing_kind, item.thing_key) == ("body", winter.pk)
    for place in (f"/n/razem/meetings/{meeting.pk}/", page):
        assert f'<a href="/n/razem/bodies/{winter.pk}/"' in text(sign_in(cast.bea).get(place))
    assert f"/en/n/razem/bodies/{winter.pk}/" in text(client.get(f"/en{page}"))


def test_nothing_found_is_said_beside_the_field(cast, sign_in, meeting):
    page = f"/n/razem/meetings/{meeting.pk}/agenda/propose/"
    sent = {"title": "Co dalej", "find": "hipopotam"}
    assert "Niczego takiego nie ma w sieci." in text(sign_in(cast.ada).post(page, sent | {"step": "find"}))
    answer = sign_in(cast.ada).post(page, sent)
    assert (answer.status_code, [*answer.context["form"].errors]) == (422, ["find"])
    assert "hipopotam" in text(answer)


def test_what_a_reader_may_not_know_of_is_neither_found_nor_named_nor_lost(cast, sign_in, meeting, secret):
    page = f"/n/razem/meetings/{meeting.pk}/agenda/"
    sent = {"title": "Sprawa", "find": "zakonspirowana"}
    assert "Grupa zakonspirowana" not in text(sign_in(cast.bea).post(f"{page}propose/", sent | {"step": "find"}))
    forged = sign_in(cast.bea).post(f"{page}propose/", sent | {"thing": f"body:{secret.pk}"})
    assert forged.status_code == 422
    sign_in(cast.ada).post(f"{page}propose/", sent | {"thing": f"body:{secret.pk}"})
    item = Item.objects.get()
    assert item.thing_key == secret.pk
    actions.settle_item(by=cast.by(cast.igor), at=NOW, item=item, step="accept")
    for place in (f"/n/razem/meetings/{meeting.pk}/", page):
        assert "zakonspirowana" in text(sign_in(cast.ada).get(place))
        for who in (cast.bea, cast.igor):
            assert "zakonspirowana" not in text(sign_in(who).get(place))
    edited = sign_in(cast.igor).get(f"{page}{item.pk}/")
    assert "zakonspirowana" not in text(edited)
    sign_in(cast.igor).post(f"{page}{item.pk}/", {"title": "Sprawa druga"})
    kept = Item.objects.get()
    assert (kept.title, kept.thing_key) == ("Sprawa druga", secret.pk)


def test_a_link_is_changed_and_taken_away(cast, sign_in, meeting, winter):
    other = body(cast.razem, name="Grupa letnia")
    index_body(other, NOW)
    by = cast.by(cast.igor)
    item = actions.propose_item(by=by, at=NOW, meeting=meeting, title="Zima", thing=("body", winter.pk))
    page = f"/n/razem/meetings/{meeting.pk}/agenda/{item.pk}/"
    client = sign_in(cast.igor)
    assert f'value="body:{winter.pk}"' in text(client.get(page))
    client.post(page, {"title": "Lato", "find": "letnia", "thing": f"body:{other.pk}"})
    assert Item.objects.get().thing_key == other.pk
    client.post(page, {"title": "Lato", "thing": "-"})
    assert Item.objects.get().thing_key is None

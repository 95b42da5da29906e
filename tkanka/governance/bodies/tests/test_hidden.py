"""A hidden group exists for its seats and for nobody else: not on a page, in a count, in a letter or a file."""

import pytest
from django.urls import reverse

from tests.cast import DAY, NOW
from tkanka.governance.bodies import actions, queries
from tkanka.ground.ledger.models import Record
from tkanka.ground.notices.models import Message
from tkanka.network.networks.queries import history_of
from tkanka.network.people.queries import person_by_email
from tkanka.rules.bodies import Role

from . import made

pytestmark = [pytest.mark.django_db, pytest.mark.norm("K-07-02")]
WORDS = "Wspólny głos Wrocławia"


@pytest.fixture
def hidden(cast, today):
    found = made.closed(cast)
    asked = actions.invite_in(
        by=cast.by(cast.ada), at=NOW, body=found, email="celina@example.org", role=Role.MEMBER,
        person=made.works_for(cast.mosty, "celina"), organisation=cast.mosty,
    )  # fmt: skip
    assert asked.pk
    return found


def page(client, name, *args, room="bodies", **asked):
    return client.get(reverse(f"{room}:{name}", args=["razem", *args]), asked)


def tells(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return WORDS in content.decode().replace("\u00a0", " ")


OUTSIDERS = ["nobody", "stranger", "bea", "olga", "igor", "halina"]


@pytest.fixture(params=OUTSIDERS)
def outsider(request, cast, client, sign_in):
    return client if request.param == "nobody" else sign_in(getattr(cast, request.param))


class TestOutsiders:
    def test_no_page_of_it_is_there(self, hidden, outsider):
        seat = queries.seats_of(hidden, DAY).get()
        for name in ["body", "seats", "seats-csv", "join", "describe", "people", "invite", "fill", "flag"]:
            answer = page(outsider, name, hidden.pk)
            assert answer.status_code in {302, 404}, name
            if answer.status_code == 302:
                assert "/account/" in answer["Location"], name
        for name in ["give-up", "end-seat", "role"]:
            assert page(outsider, name, seat.pk).status_code in {302, 404}

    def test_no_list_or_search_names_it(self, hidden, outsider):
        assert not tells(page(outsider, "bodies"))
        assert not tells(page(outsider, "bodies", q="Wspólny", kind="closed_group"))
        assert not tells(page(outsider, "search", room="front", q="Wrocławia głos"))
        assert page(outsider, "search", room="front", q="Cicha").context["results"].total == 0

    def test_its_address_is_like_one_that_never_was(self, cast, hidden, sign_in):
        client = sign_in(cast.halina)
        never = page(client, "body", cast.dach.pk)
        there = page(client, "body", hidden.pk)
        assert (there.status_code, len(there.content)) == (never.status_code, len(never.content))


@pytest.mark.parametrize("office", ["igor", "halina"])
class TestOffices:
    def test_the_ledger_page_and_its_files_leave_it_out(self, cast, hidden, sign_in, office):
        client = sign_in(getattr(cast, office))
        named = f"bodies.body:{hidden.pk}"
        assert Record.objects.filter(touches__thing=named).count() == 2
        shown = page(client, "ledger", room="front")
        assert b"otwarto grup" not in shown.content
        assert b"zaproszono osob" not in shown.content
        assert b"body.opened" not in shown.content
        for file in ["ledger-csv", "ledger-json"]:
            answer = page(client, file, room="front")
            told = b"".join(answer.streaming_content)
            assert str(hidden.pk).encode() not in told
            assert b"body.opened" not in told
        asked = page(client, "ledger", room="front", thing=named)
        assert b"otwarto grup" not in asked.content

    def test_its_letters_are_neither_listed_nor_counted(self, cast, hidden, sign_in, office):
        client = sign_in(getattr(cast, office))
        assert Message.objects.filter(subject__contains=WORDS).exists()
        shown = page(client, "outbox", room="front")
        assert not tells(shown)
        assert {state: n for state, _, n in shown.context["counts"]}["queued"] == 0

    def test_the_care_of_bodies_does_not_know_it(self, cast, hidden, sign_in, office):
        assert not tells(page(sign_in(getattr(cast, office)), "care"))


class TestInside:
    def test_its_seats_see_it_everywhere(self, cast, hidden, sign_in):
        client = sign_in(cast.ada)
        assert tells(page(client, "body", hidden.pk))
        assert tells(page(client, "bodies"))
        assert tells(page(client, "mine"))
        assert WORDS in "".join(
            part for hit, *_ in page(client, "search", room="front", q="Cicha").context["page"]
            for part in map(str, hit.title)
        )  # fmt: skip

    def test_the_invited_read_their_invitation(self, cast, hidden, sign_in):
        celina = person_by_email("celina@example.org")
        [asked] = queries.invitations_to(cast.razem, cast.by(celina))
        client = sign_in(celina)
        assert tells(page(client, "invitation", asked.pk))
        assert page(client, "body", hidden.pk).status_code == 404
        assert page(sign_in(cast.bea), "invitation", asked.pk).status_code == 404

    def test_the_history_of_its_organisations_is_silent(self, cast, hidden):
        assert not [line for line in history_of(cast.dach) if line.verb.startswith(("seat.", "body."))]

    def test_showing_its_name_shows_no_more_than_that(self, cast, hidden, client, sign_in):
        actions.hide_body(by=cast.by(cast.ada), at=NOW, body=hidden, hidden=False)
        assert tells(page(client, "bodies"))
        seen = page(client, "body", hidden.pk)
        assert tells(seen)
        assert b"Cicha" not in seen.content
        assert b"Ada" not in seen.content
        assert page(client, "seats", hidden.pk).status_code == 403
        assert page(client, "search", room="front", q="Cicha").context["results"].total == 0

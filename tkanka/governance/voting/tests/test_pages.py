"""Votes in the browser, page by page."""

import json
from datetime import timedelta

import pytest

from tests.cast import NOW
from tkanka.governance.meetings.actions import note_presence
from tkanka.governance.meetings.tests.makers import START, called
from tkanka.governance.voting import actions
from tkanka.governance.voting.models import Ballot, OwnRule, Poll, Voter
from tkanka.rules.voting import Secrecy, recount

from .makers import LATER, advisory, drafted, line_of, opened

pytestmark = pytest.mark.django_db
VOTES = "/n/razem/votes/"
SAID = {"passes": "> 1/2", "base": "cast", "abstention": "ignored", "quorum": "none", "tie": "fails", "secrecy": "open",
        "method": "vote", "electorate": "members"}  # fmt: skip
ASKED = {"title": "Czy wydajemy poradnik?", "text": "", "closes_at": f"{LATER:%Y-%m-%dT%H:%M}"}


def text_of(answer):
    return answer.content.decode().replace("\xa0", " ")


@pytest.mark.norm("R-08-10")
def test_from_the_question_to_the_verdict(cast, client, time_machine_at_now):
    client.force_login(cast.igor)
    assert f"{VOTES}new/" in text_of(client.get(VOTES))
    assert f"{VOTES}new/members/" in text_of(client.get(f"{VOTES}new/"))
    saved = client.post(f"{VOTES}new/members/", ASKED | SAID)
    page = saved.headers["Location"]
    assert "Otwórz głosowanie" in text_of(client.get(page))
    client.force_login(cast.ada)
    assert client.get(page).status_code == 404
    client.force_login(cast.igor)
    assert client.post(f"{page}open/").status_code == 302
    client.force_login(cast.ada)
    assert "Głosujesz w imieniu: Fundacja Jeden Dach." in text_of(client.get(page))
    assert "Czy wydajemy poradnik?" in text_of(client.get("/n/razem/desk/"))
    line = Voter.objects.get(organisation=cast.dach)
    assert client.post(f"{page}cast/", {"voter": str(line.pk)}).status_code == 422
    assert client.post(f"{page}cast/", {"voter": str(line.pk), "choice": "for"}).status_code == 302
    assert "Czy wydajemy poradnik?" not in text_of(client.get("/n/razem/desk/"))
    assert Ballot.objects.get().cast_by == cast.ada
    assert client.get(f"{page}vote.json").status_code == 404
    time_machine_at_now.move_to(LATER + timedelta(minutes=1))
    client.force_login(cast.igor)
    assert client.post(f"{page}close/").status_code == 302
    client.force_login(cast.bea)
    shown = text_of(client.get(page))
    assert "Przyjęto. Za: 1 z 1 (oddanych głosów), potrzeba: 1." in shown and "Policz od nowa" in shown
    assert recount(json.loads(client.get(f"{page}vote.json").content))[2]
    assert client.get(f"{page}vote.pdf").content.startswith(b"%PDF")
    assert "za</span>" in text_of(client.get(f"{page}roll/"))
    assert page in text_of(client.get(f"{VOTES}?state=decided"))


def test_results_are_hidden_until_the_close(cast, client, time_machine_at_now):
    poll = opened(cast)
    actions.cast(by=cast.by(cast.ada), at=NOW, voter=line_of(poll, cast.dach), choice="against")
    client.force_login(cast.igor)
    for page in (f"{VOTES}{poll.pk}/", f"{VOTES}{poll.pk}/roll/", "/n/razem/ledger/"):
        assert "przeciw</" not in text_of(client.get(page))
    assert "głos oddano" in text_of(client.get(f"{VOTES}{poll.pk}/roll/"))


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"title": ""}, "To pole jest wymagane"),
        ({"closes_at": ""}, "Podaj, do kiedy można głosować"),
        ({"closes_at": "2020-01-01T10:00"}, "Podaj chwilę, która jeszcze nie minęła."),
        ({"closes_at": "31.02.2026"}, "id_closes_at_error"),
        ({"secrecy": "secret", "passes": ">= 1/1", "base": "entitled"}, "zdradziłoby, jak głosował każdy"),
        ({"passes": "> 3/2"}, "id_passes"),
        ({"secrecy": "secret", "method": "consensus"}, "zgoda nie może być tajna"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(cast, client, time_machine_at_now, sent, says):
    client.force_login(cast.igor)
    answer = client.post(f"{VOTES}new/members/", ASKED | SAID | {"text": "Długie uzasadnienie"} | sent)
    assert answer.status_code == 422
    assert says in text_of(answer) and "Długie uzasadnienie" in text_of(answer)
    assert not Poll.objects.exists()


def test_the_preview_says_what_the_rule_means(cast, client, time_machine_at_now):
    client.force_login(cast.igor)
    sent = ASKED | SAID | {"passes": ">= 2/3", "base": "entitled", "abstention": "counts", "there": "9", "preview": "1"}
    answer = client.post(f"{VOTES}new/members/", sent)
    assert answer.status_code == 200 and not Poll.objects.exists()
    assert "Gdy będzie ich 9, trzeba: 6." in text_of(answer)
    for odd in ("²", "-1", "0", "9" * 30, ""):
        assert "Gdy będzie ich 9" in text_of(client.post(f"{VOTES}new/members/", sent | {"there": odd}))


@pytest.mark.norm("R-06-24")
def test_the_charter_fills_in_what_it_fixes(cast, client, time_machine_at_now):
    group = advisory(cast.razem, 3)
    client.force_login(cast.igor)
    page = f"{VOTES}new/body/{group.pk}/"
    shown = text_of(client.get(page))
    assert "osoby na miejscach w ciele" in shown
    saved = client.post(page, ASKED | SAID | {"electorate": "seats", "quorum": "> 1/2"})
    assert Poll.objects.get().body == group
    assert client.post(f"{saved.headers['Location']}open/").status_code == 302
    assert Voter.objects.filter(entitled=True).count() == 3


def test_a_secret_vote_says_so_and_warns_of_few(cast, client, time_machine_at_now):
    poll = opened(cast, choices={"secrecy": Secrecy.SECRET})
    client.force_login(cast.ada)
    page = f"{VOTES}{poll.pk}/"
    shown = text_of(client.get(page))
    assert "Oddanego głosu nie można zmienić" in shown and "Uprawnionych jest mniej niż pięciu" in shown
    line = line_of(poll, cast.dach)
    for status in (302, 404):
        assert client.post(f"{page}cast/", {"voter": str(line.pk), "choice": "for"}).status_code in {status, 403}
    assert "Głos oddano" in text_of(client.get(page))


def test_nobody_casts_the_vote_of_another(cast, client, time_machine_at_now):
    poll = opened(cast)
    client.force_login(cast.ada)
    other = line_of(poll, cast.mosty)
    answer = client.post(f"{VOTES}{poll.pk}/cast/", {"voter": str(other.pk), "choice": "for"})
    assert answer.status_code == 422 and not Ballot.objects.exists()


def test_stepping_back_on_the_page(cast, client, time_machine_at_now):
    poll = opened(cast)
    client.force_login(cast.ada)
    page, line = f"{VOTES}{poll.pk}/", line_of(poll, cast.dach)
    assert client.post(f"{page}recuse/", {"voter": str(line.pk), "recuse-reason": ""}).status_code == 422
    assert client.post(f"{page}recuse/", {"voter": str(line.pk), "recuse-reason": "To nasz projekt"}).status_code == 302
    assert "To nasz projekt" in text_of(client.get(page))


def test_hands_on_a_page(cast, client, time_machine_at_now):
    held, there = called(cast), START + timedelta(minutes=5)
    for somebody, party in ((cast.ada, cast.dach), (cast.bea, cast.mosty)):
        note_presence(by=cast.by(cast.igor), at=there, meeting=held, person=somebody, organisation=party)
    time_machine_at_now.move_to(there)
    poll = actions.open_poll(
        by=cast.by(cast.igor), at=there, poll=drafted(cast, meeting=held, closes_at=there + timedelta(hours=1))
    )
    client.force_login(cast.igor)
    page = f"{VOTES}{poll.pk}/hands/"
    sent = {str(line_of(poll, cast.dach).pk): "for", str(line_of(poll, cast.mosty).pk): "abstain"}
    assert client.post(page, sent | {str(line_of(poll, cast.dach).pk): "maybe"}).status_code == 422
    assert client.post(page, sent).status_code == 302
    assert client.post(f"{VOTES}{poll.pk}/close/").status_code == 302
    assert Poll.objects.get().state == "passed"
    client.force_login(cast.ada)
    assert client.get(page).status_code == 403


def test_called_off_followed_up_and_put_again(cast, client, time_machine_at_now):
    client.force_login(cast.igor)
    poll = opened(cast)
    page = f"{VOTES}{poll.pk}/"
    assert client.post(f"{page}call-off/", {"off-reason": ""}).status_code == 422
    assert client.post(f"{page}call-off/", {"off-reason": "Źle zadane pytanie"}).status_code == 302
    assert "Źle zadane pytanie" in text_of(client.get(page))
    assert page in text_of(client.get(f"{VOTES}?state=called_off&q=poradnik"))
    assert "Nie ma takich głosowań" in text_of(client.get(f"{VOTES}?state=called_off&q=nic"))
    second = opened(cast)
    actions.cast(by=cast.by(cast.ada), at=NOW, voter=line_of(second, cast.dach), choice="for")
    time_machine_at_now.move_to(LATER + timedelta(minutes=1))
    page = f"{VOTES}{second.pk}/"
    client.post(f"{page}close/")
    sent = {"text": "Drukarnia wybrana", "review_on": "2027-01-10"}
    assert client.post(f"{page}follow-up/", sent).status_code == 302
    assert "Drukarnia wybrana" in text_of(client.get(page))
    assert client.post(f"{page}again/", {}).status_code == 422
    assert client.post(f"{page}nothing/").status_code == 404


def test_the_rules_of_the_network(cast, client, time_machine_at_now):
    client.force_login(cast.ada)
    assert client.post(f"{VOTES}rules/", SAID | {"name": "Zwykła"}).status_code == 403
    client.force_login(cast.igor)
    assert client.post(f"{VOTES}rules/", SAID | {"name": ""}).status_code == 422
    assert client.post(f"{VOTES}rules/", SAID | {"name": "Zwykła"}).status_code == 302
    own = OwnRule.objects.get()
    assert "Zwykła" in text_of(client.get(f"{VOTES}rules/"))
    sent = ASKED | SAID | {"own": str(own.pk)}
    assert client.post(f"{VOTES}new/members/", sent).status_code == 302
    assert client.post(f"{VOTES}rules/{own.pk}/end/").status_code == 302
    assert client.post(f"{VOTES}rules/{own.pk}/end/").status_code == 404

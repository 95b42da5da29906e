"""The pages as people use them: what is typed wrong stays and is told beside it; what is hidden is nowhere."""

from datetime import timedelta

import pytest

from tests.cast import DAY, NOW
from tkanka.governance.calendar.models import Feed
from tkanka.governance.calendar.queries.feeds import events_of_feed
from tkanka.governance.meetings import actions
from tkanka.governance.meetings.models import Attendance, Invitee, Item, Material, Meeting, Registration, Series
from tkanka.ground.ledger.models import Record, name_of
from tkanka.ground.notices.models import Message
from tkanka.rules.bodies import BodyKind, Role
from tkanka.rules.meetings import MeetingAudience, MeetingKind
from tkanka.rules.standing import Capacity

from .makers import START, body, called, drafted, joins, seat

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
AT = "/n/razem/meetings/"
WRITTEN = {
    "title": "Zima w ośrodkach", "kind": "members_online", "audience": "members", "form": "online", "day": "2026-12-04",
    "starts": "10:00", "ends": "12:00", "timezone": "Europe/Warsaw", "answer_hours": "48",
}  # fmt: skip
REPEATED = {
    "title": "Co miesiąc", "kind": "members_online", "audience": "members", "form": "online", "frequency": "weekly",
    "interval": "1", "weekday": "3", "nth": "1", "day": "1", "hour": "10:00", "minutes": "60", "since": "2026-11-20",
    "ahead": "3", "timezone": "Europe/Warsaw",
}  # fmt: skip


def text(answer):
    return answer.content.decode().replace("\xa0", " ").replace("&nbsp;", " ")


def wrong(answer, field, typed):
    """A 422 with the error beside the field and what was typed still there."""
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {field}
    page = text(answer)
    assert str(answer.context["form"].errors[field][0]) in page
    assert typed in page


def test_a_meeting_is_prepared_with_host_chair_and_themes_and_called(cast, sign_in):
    group = body(cast.razem, BodyKind.ADVISORY, "Grupa Doradcza")
    seat(group, cast.ada, cast.dach)
    client = sign_in(cast.igor)
    theme = client.get(f"{AT}new/").context["form"].fields["themes"].choices[0][0]
    sent = WRITTEN | {
        "host": cast.dach.pk, "cohosts": [cast.mosty.pk], "chair": cast.ada.pk, "themes": [theme], "languages": ["pl"],
    }  # fmt: skip
    answer = client.post(f"{AT}new/", sent)
    meeting = Meeting.objects.get()
    assert answer.url == f"{AT}{meeting.pk}/"
    assert (meeting.chair, meeting.host, list(meeting.cohosts.all())) == (cast.ada, cast.dach, [cast.mosty])
    assert [str(concept.pk) for concept in meeting.themes.all()] == [theme]
    page = text(client.get(answer.url))
    assert "Prowadzi Ada." in page
    assert cast.mosty.name in page
    form = client.get(f"{answer.url}edit/").context["form"]
    assert (form.initial["cohosts"], form.initial["chair"]) == ([str(cast.mosty.pk)], str(cast.ada.pk))
    client.post(f"{answer.url}call/")
    assert Meeting.objects.get().state == "called"
    sent.pop("cohosts")
    assert client.post(f"{answer.url}edit/", sent | {"chair": ""}).status_code == 302
    meeting = Meeting.objects.get()
    assert (meeting.chair, meeting.cohosts.count(), meeting.sequence) == (None, 0, 1)
    assert not Message.objects.filter(cause__startswith="meeting.moved").exists()


@pytest.mark.parametrize(("kind", "audience"), [
    ("members_online", "members"), ("directors", "directors"), ("body", "body"),
])  # fmt: skip
def test_a_meeting_is_for_whom_such_meetings_are_unless_somebody_says_otherwise(cast, sign_in, kind, audience):
    client, group = sign_in(cast.igor), body(cast.razem, BodyKind.SUBREGIONAL)
    sent = WRITTEN | {"kind": kind, "audience": "", "body": group.pk if kind == "body" else ""}
    assert client.post(f"{AT}new/", sent).status_code == 302
    assert Meeting.objects.get().audience == audience


@pytest.mark.parametrize(("given", "field"), [
    ({"title": ""}, "title"),
    ({"kind": "body", "audience": ""}, "body"),
    ({"kind": "ball"}, "kind"),
    ({"day": "2026-02-31"}, "day"),
    ({"form": "in_person"}, "place"),
    ({"audience": "body"}, "body"),
    ({"capacity": "0"}, "capacity"),
    ({"join_link": "nie adres"}, "join_link"),
    ({"chair": "00000000-0000-0000-0000-000000000000"}, "chair"),
    ({"ends": "10:00"}, "ends"),
    ({"day": "2027-03-28", "starts": "02:30", "ends": "04:00"}, "starts"),
    ({"day": "2027-03-27", "starts": "23:00", "ends": "02:15"}, "ends"),
])  # fmt: skip
def test_a_meeting_typed_wrong(cast, sign_in, given, field):
    wrong(
        sign_in(cast.igor).post(f"{AT}new/", WRITTEN | {"about": "O zimie i węglu"} | given), field, "O zimie i węglu"
    )
    assert not Meeting.objects.exists()


def test_the_host_is_no_cohost(cast, sign_in):
    sign_in(cast.igor).post(f"{AT}new/", WRITTEN | {"host": cast.dach.pk, "cohosts": [cast.dach.pk, cast.mosty.pk]})
    assert list(Meeting.objects.get().cohosts.all()) == [cast.mosty]


def test_an_hour_that_comes_twice_is_the_first_and_stays_what_it_was_when_it_is_not_touched(cast, sign_in):
    client = sign_in(cast.igor)
    night = WRITTEN | {"day": "2027-10-31", "starts": "02:30", "ends": "03:30"}
    client.post(f"{AT}new/", night)
    meeting = Meeting.objects.get()
    assert meeting.starts_at.isoformat() == "2027-10-31T00:30:00+00:00"
    assert meeting.ends_at - meeting.starts_at == timedelta(hours=2)
    Meeting.objects.update(starts_at=meeting.starts_at + timedelta(hours=1))
    client.post(f"{AT}{meeting.pk}/edit/", night | {"title": "Nocne"})
    kept = Meeting.objects.get()
    assert (kept.title, kept.starts_at) == ("Nocne", meeting.starts_at + timedelta(hours=1))


def test_a_clash_is_shown_before_the_invitations_and_stops_nobody(cast, sign_in):
    called(cast, title="Zjazd", audience=MeetingAudience.PUBLIC)
    client = sign_in(cast.igor)
    theme = client.get(f"{AT}new/").context["form"].fields["themes"].choices[0][0]
    other = Meeting.objects.get()
    actions.change_meeting(by=cast.by(cast.igor), at=NOW, meeting=other, themes=[theme])
    page = client.post(f"{AT}new/", WRITTEN | {"themes": [theme]}, follow=True)
    assert "Blisko w kalendarzu" in text(page)
    assert "Zjazd" in text(page)
    draft = Meeting.objects.get(state="draft")
    assert "Zjazd" in text(client.get(f"{AT}{draft.pk}/edit/"))
    client.post(f"{AT}{draft.pk}/call/")
    assert Meeting.objects.get(pk=draft.pk).state == "called"
    assert "Blisko w kalendarzu" not in text(client.get(f"{AT}{draft.pk}/"))


@pytest.mark.norm("B-03-02", "B-03-05")
def test_workshops_are_counted_and_a_place_used_before_is_pointed_out(cast, siec, sign_in):
    from tests.cast import SYSTEM
    from tkanka.network.networks.actions import give_office
    from tkanka.rules.standing import Office

    give_office(by=SYSTEM, at=NOW, person=cast.igor, network=siec, office=Office.SECRETARIAT, since=DAY)
    client, at = sign_in(cast.igor), "/n/siec/meetings/"
    there = WRITTEN | {"kind": "workshop", "form": "in_person", "place": "Lublin", "audience": "public"}
    client.post(f"{at}new/", there)
    first = Meeting.objects.get()
    client.post(f"{at}{first.pk}/call/")
    client.post(f"{at}new/", there | {"day": "2027-02-03"})
    second = Meeting.objects.get(state="draft")
    for page in (f"{at}{second.pk}/", f"{at}{second.pk}/edit/"):
        assert client.get(page).context["hints"].failed, page
    assert "0 z 6" in text(client.get(at))
    client.post(f"{at}{second.pk}/edit/", there | {"day": "2027-02-03", "place": "Płock"})
    assert not client.get(f"{at}{second.pk}/").context["hints"].failed


@pytest.mark.norm("R-06-32", "R-06-09")
def test_missing_meetings_stand_on_the_desk_of_those_who_would_call_them(cast, sign_in):
    group = body(cast.razem, BodyKind.ADVISORY, "Grupa Doradcza")
    seat(group, cast.bea, cast.mosty)
    for who in (cast.bea, cast.halina):
        page = text(sign_in(who).get("/n/razem/desk/"))
        assert "W tym miesiącu nie zwołano jeszcze spotkania Grupy Doradczej" in page, who
        assert "W tym kwartale nie zwołano jeszcze spotkania dyrektorów" in page, who
    page = text(sign_in(cast.ada).get("/n/razem/desk/"))
    assert "nie zwołano jeszcze" not in page


@pytest.mark.norm("B-b1-01")
def test_research_that_has_not_met_for_four_months_is_pointed_out(cast, siec, sign_in):
    from tests.cast import belongs

    belongs(cast.dach, siec)
    long_ago = NOW - timedelta(days=130)
    old = {
        "title": "Badanie",
        "kind": MeetingKind.RESEARCH_ONLINE,
        "audience": MeetingAudience.MEMBERS,
        "form": "online",
    }
    Meeting.objects.create(
        network=siec, **old, starts_at=long_ago, ends_at=long_ago + timedelta(hours=1), state="called", created_at=NOW,
        called_at=NOW,
    )  # fmt: skip
    page = sign_in(cast.ada).get("/n/siec/meetings/")
    assert [gap.rhythm.kind for gap in page.context["gaps"]] == [MeetingKind.RESEARCH_ONLINE]
    assert "Dawno nie było takiego spotkania" in text(page)


def test_the_ledger_of_the_network_is_silent_about_the_meetings_of_a_hidden_group(cast, sign_in):
    group = body(cast.razem, BodyKind.CLOSED, "Skryta", hidden=True)
    seat(group, cast.ada, cast.dach, Role.LEAD)
    told = {"kind": MeetingKind.BODY, "audience": MeetingAudience.BODY, "body": group}
    meeting = called(cast, cast.by(cast.ada), title="Tajemnica Skrytej", **told)
    actions.propose_item(by=cast.by(cast.ada), at=NOW, meeting=meeting, title="Tajemny punkt")
    actions.change_meeting(by=cast.by(cast.ada), at=NOW, meeting=meeting, about="Po cichu")
    done = Record.objects.filter(touches__thing=name_of(meeting))
    assert done.count() >= 4
    assert set(done.values_list("circle", flat=True)) == {group.pk}
    for who in (cast.igor, cast.halina):
        client = sign_in(who)
        for page in ("ledger/", "ledger.csv", "ledger.json"):
            answer = client.get(f"/n/razem/secretariat/{page}")
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert answer.status_code == 200
            assert str(meeting.pk) not in content.decode()
            assert "meeting." not in content.decode()


def test_a_hidden_group_meets_unseen(cast, sign_in, client):
    group = body(cast.razem, BodyKind.CLOSED, "Skryta", hidden=True)
    seat(group, cast.ada, cast.dach, Role.LEAD)
    told = {"kind": MeetingKind.BODY, "audience": MeetingAudience.BODY, "body": group, "open_to_members": True}
    meeting = called(cast, cast.by(cast.ada), title="Tajemnica Skrytej", **told)
    draft = drafted(cast, cast.by(cast.ada), title="Tajemnica Skrytej", **told)
    actions.propose_item(by=cast.by(cast.ada), at=NOW, meeting=meeting, title="Tajemny punkt")
    for who in (cast.bea, cast.olga, cast.igor, cast.halina, None):
        client = sign_in(who) if who else client
        if who is None:
            client.logout()
        for one in (meeting, draft):
            for page in ("", "calendar.ics", "agenda/", "presence/", "edit/", "people/", "register/"):
                answer = client.get(f"{AT}{one.pk}/{page}")
                assert answer.status_code in ((404,) if who else (404, 302)), (who, page)
                assert "Tajemn" not in text(answer)
        for page in (AT, f"{AT}?when=past", "/n/razem/search/?q=tajemnica", "/n/razem/search/?q=tajemny"):
            assert "Tajemn" not in text(client.get(page)), (who, page)
        if who:
            feed = Feed(network=cast.razem, person=who, scope="network")
            told = events_of_feed(feed, cast.razem, NOW, DAY)
            assert told is None or "Tajemnica Skrytej" not in {event.title for event in told}
    assert set(Message.objects.filter(text__contains="Tajemn").values_list("name", flat=True)) <= {"Ada"}
    assert "Tajemn" in text(sign_in(cast.ada).get(AT))
    assert "Tajemn" in text(sign_in(cast.ada).get("/n/razem/search/?q=tajemnica"))


# -- places -----------------------------------------------------------------------------------------------------------


def test_registering_waiting_and_taking_the_freed_place(cast, sign_in):
    meeting = called(cast, capacity=1)
    page = f"{AT}{meeting.pk}/"
    assert "Wolnych miejsc: 1 z 1" in text(sign_in(cast.ada).get(page))
    wrong(
        sign_in(cast.ada).post(f"{page}register/", {"organisation": "obca", "needs": "Pętla"}), "organisation", "Pętla"
    )
    answer = sign_in(cast.ada).post(f"{page}register/", {"organisation": cast.dach.pk, "needs": "Pętla"}, follow=True)
    assert "Masz miejsce" in text(answer)
    assert "Wszystkie miejsca są zajęte" in text(sign_in(cast.bea).get(f"{page}register/"))
    answer = sign_in(cast.bea).post(f"{page}register/", {"organisation": cast.mosty.pk}, follow=True)
    assert "Miejsce w kolejce: 1" in text(answer)
    assert "Pętla" not in text(answer)
    people = text(sign_in(cast.igor).get(f"{page}people/"))
    assert "Pętla" in people
    assert "W kolejce" in people
    sign_in(cast.ada).post(f"{page}place/", {"step": "give-up"})
    assert "Zwolniło się miejsce dla Ciebie" in text(sign_in(cast.bea).get(page))
    assert "Potwierdź miejsce" in text(sign_in(cast.bea).get("/n/razem/desk/"))
    sign_in(cast.bea).post(f"{page}place/", {"step": "confirm"})
    assert Registration.objects.get(person=cast.bea).state == "registered"
    history = [line.sentence for line in sign_in(cast.igor).get(page).context["history"]]
    assert any("(2 razy)" in sentence for sentence in history)


def test_an_observer_comes_to_what_it_was_invited_to_and_to_nothing_else(cast, sign_in):
    meeting, other = called(cast), called(cast, title="Inne")
    sign_in(cast.igor).post(f"{AT}{meeting.pk}/people/party/", {"organisation": cast.observer.pk})
    client = sign_in(cast.olga)
    assert client.get(f"{AT}{meeting.pk}/").status_code == 200
    assert client.get(f"{AT}{other.pk}/").status_code == 404
    assert [m.title for m, _mine in client.get(AT).context["rows"]] == ["Spotkanie członków"]
    assert sign_in(cast.igor).post(f"{AT}{meeting.pk}/people/party/", {"organisation": "x"}).status_code == 422


def test_guests_typed_wrong_are_told_and_the_letter_opens_their_page(cast, sign_in, client):
    meeting = called(cast)
    page = f"{AT}{meeting.pk}/people/guest/"
    bad = sign_in(cast.igor).post(page, {"name": "Gość Pierwszy", "email": "nie-adres", "language": "pl"})
    assert bad.status_code == 422
    assert "Gość Pierwszy" in text(bad)
    good = {"name": "Gość Pierwszy", "email": "g@example.org", "language": "pl"}
    assert sign_in(cast.igor).post(page, good).status_code == 302
    assert Invitee.objects.get().name == "Gość Pierwszy"
    client.logout()
    own = Message.objects.get(email="g@example.org").url
    assert "Zapisz się" in text(client.get(own))
    client.post(own, {"needs": ""})
    assert "Zwolnij miejsce" in text(client.get(own))
    assert client.get(f"{own[:-3]}zz/").status_code in (404, 200)
    assert Registration.objects.get().invitee.email == "g@example.org"


@pytest.mark.norm("W-08-02")
def test_a_standing_guest_is_on_the_list_with_the_way_to_complete_it(cast, warmia, sign_in):
    from tests.cast import SYSTEM
    from tkanka.network.networks.actions import give_office
    from tkanka.rules.standing import Office

    give_office(by=SYSTEM, at=NOW, person=cast.igor, network=warmia, office=Office.SECRETARIAT, since=DAY)
    client, at = sign_in(cast.igor), "/n/warmia/meetings/"
    client.post(f"{at}new/", WRITTEN | {"kind": "plenary", "form": "in_person", "place": "Olsztyn"})
    page = text(client.get(f"{at}{Meeting.objects.get().pk}/people/"))
    assert "Zaprasza się na każde spotkanie. Brakuje adresu." in page
    assert "?standing=forum_pelnomocnikow#invite" in page


# -- agenda, materials, presence --------------------------------------------------------------------------------------


def test_an_item_typed_wrong_and_a_proposal_declined_without_reason(cast, sign_in):
    meeting = called(cast)
    page = f"{AT}{meeting.pk}/agenda/"
    wrong(sign_in(cast.ada).post(f"{page}propose/", {"title": "", "text": "Dłuższy opis"}), "title", "Dłuższy opis")
    wrong(sign_in(cast.ada).post(f"{page}propose/", {"title": "Zima", "minutes": "9999"}), "minutes", "9999")
    sign_in(cast.ada).post(f"{page}propose/", {"title": "Zima"})
    item = Item.objects.get()
    assert sign_in(cast.igor).post(f"{page}{item.pk}/settle/", {"step": "decline"}).status_code == 403
    assert sign_in(cast.bea).post(f"{page}{item.pk}/settle/", {"step": "accept"}).status_code == 403
    sign_in(cast.igor).post(f"{page}{item.pk}/settle/", {"step": "accept"})
    assert "Zima" in text(sign_in(cast.bea).get(f"{AT}{meeting.pk}/"))


def test_a_material_is_a_file_or_a_link(cast, sign_in):
    page = f"{AT}{called(cast).pk}/materials/add/"
    wrong(sign_in(cast.igor).post(page, {"title": "Projekt zmian"}), "__all__", "Projekt zmian")
    wrong(sign_in(cast.igor).post(page, {"title": "Projekt zmian", "url": "ftp//x y"}), "url", "Projekt zmian")
    assert sign_in(cast.ada).post(page, {"title": "x"}).status_code == 403
    sign_in(cast.igor).post(page, {"title": "Projekt zmian", "url": "https://example.org/p"})
    assert Material.objects.get().title == "Projekt zmian"


def test_a_file_handed_in_is_read_by_those_who_prepare_and_by_its_own_people_only(cast, sign_in, settings, tmp_path):
    from django.core.files.uploadedfile import SimpleUploadedFile

    settings.MEDIA_ROOT = tmp_path
    meeting = called(cast, asks_for=["diagnosis"], submissions_due=START.date())
    page = f"{AT}{meeting.pk}/hand-in/"
    wrong(sign_in(cast.ada).post(page, {"kind": "diagnosis", "organisation": cast.dach.pk}), "__all__", cast.dach.name)
    paper = SimpleUploadedFile("opis.pdf", b"%PDF-1.7 x")
    sign_in(cast.ada).post(page, {"kind": "diagnosis", "organisation": cast.dach.pk, "file": paper})
    kept = f"{AT}{meeting.pk}/handed-in/{meeting.submissions.get().pk}/"
    for who, status in ((cast.ada, 200), (cast.igor, 200), (cast.halina, 200), (cast.bea, 403), (cast.olga, 404)):
        assert sign_in(who).get(kept).status_code == status, who
    assert "opis.pdf" in text(sign_in(cast.igor).get(f"{AT}{meeting.pk}/handed-in/"))
    assert "opis.pdf" in text(sign_in(cast.ada).get(f"{AT}{meeting.pk}/handed-in/"))
    assert "opis.pdf" not in text(sign_in(cast.bea).get(f"{AT}{meeting.pk}/handed-in/"))


def test_a_wrong_code_is_told_beside_it(cast, sign_in, today):
    meeting = called(cast)
    page = f"{AT}{meeting.pk}/check-in/"
    assert sign_in(cast.ada).get(page).status_code == 403
    today.move_to(START)
    wrong(sign_in(cast.ada).post(page, {"code": "xx12", "organisation": cast.dach.pk}), "code", "xx12")
    sign_in(cast.ada).post(page, {"code": meeting.check_in_code, "organisation": cast.dach.pk})
    assert Attendance.objects.get().person == cast.ada
    assert meeting.check_in_code not in text(sign_in(cast.ada).get(f"{AT}{meeting.pk}/presence/"))
    assert meeting.check_in_code in text(sign_in(cast.igor).get(f"{AT}{meeting.pk}/presence/"))


def test_calling_off_needs_a_reason(cast, sign_in):
    page = f"{AT}{called(cast).pk}/cancel/"
    wrong(sign_in(cast.igor).post(page, {"reason": " "}), "reason", "Powód")
    sign_in(cast.igor).post(page, {"reason": "Choroba"})
    assert Meeting.objects.get().cancel_reason == "Choroba"


# -- series -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("given", "field"), [
    ({"minutes": "2"}, "minutes"), ({"until": "2026-01-01"}, "until"), ({"nth": "7"}, "nth"), ({"since": ""}, "since"),
])  # fmt: skip
def test_a_series_typed_wrong(cast, sign_in, given, field):
    wrong(sign_in(cast.igor).post(f"{AT}series/new/", REPEATED | given), field, "Co miesiąc")


def test_a_series_changed_after_exceptions_keeps_them_and_says_so(cast, sign_in):
    client = sign_in(cast.igor)
    client.post(f"{AT}series/new/", REPEATED)
    series = Series.objects.get()
    first = series.meetings.order_by("starts_at").first()
    client.post(f"{AT}{first.pk}/call/")
    assert "1 spotkanie, które ktoś zmienił" in text(client.get(f"{AT}series/{series.pk}/edit/"))
    answer = client.post(f"{AT}series/{series.pk}/edit/", REPEATED | {"minutes": "90"}, follow=True)
    assert "1 spotkanie, które ktoś zmienił, przygotował, zwołał albo odwołał, zostaje bez zmian." in text(answer)
    assert Meeting.objects.get(pk=first.pk).ends_at - first.starts_at == timedelta(minutes=60)


def test_the_list_shows_the_meetings_of_one_body_and_the_page_of_the_body_leads_there(cast, sign_in):
    group, secret = body(cast.razem, BodyKind.SUBREGIONAL, "Podlasie"), body(cast.razem, BodyKind.CLOSED, hidden=True)
    called(cast, title="Wszyscy razem")
    called(cast, title="Nasze spotkanie", kind=MeetingKind.BODY, audience=MeetingAudience.MEMBERS, body=group)
    client = sign_in(cast.ada)
    shown = text(client.get(f"{AT}?body={group.pk}"))
    assert "Nasze spotkanie" in shown and "Wszyscy razem" not in shown
    assert f"?when=past&amp;body={group.pk}" in shown
    assert f"{AT}?body={group.pk}" in text(client.get(f"/n/razem/bodies/{group.pk}/"))
    assert "Nasze spotkanie" not in text(client.get(f"{AT}?body={group.pk}&kind=members_online"))
    for unknown in (secret.pk, "nic", "00000000-0000-0000-0000-000000000000"):
        answer = client.get(f"{AT}?body={unknown}")
        assert answer.context["page"].total == 2
        assert str(secret.pk) not in str(answer.context["filters"]["body"])


def test_somebody_forgotten_is_added_to_the_list_by_their_address_and_nobody_else_is(cast, sign_in, today):
    guest = {"email": "gosc@example.org", "name": "Gość z Kijowa"}
    meeting = called(cast)
    actions.invite(by=cast.by(cast.igor), at=NOW, meeting=meeting, **guest)
    page = f"{AT}{meeting.pk}/presence/"
    client = sign_in(cast.igor)
    assert "Dopisz do listy" not in text(client.get(page))
    today.shift(START + timedelta(days=2) - NOW)
    actions.close_meeting(by=cast.by(cast.igor), at=meeting.ends_at, meeting=meeting)
    assert "Dopisz do listy" in text(client.get(page))
    for typed, why in (("nikt@example.org", "ani wśród gości"), ("stranger@example.org", "nie było dla tej osoby")):
        answer = client.post(f"{page}add/", {"email": typed})
        assert answer.status_code == 422 and why in text(answer) and typed in text(answer)
    for typed in ("ADA@example.org", guest["email"]):
        assert client.post(f"{page}add/", {"email": typed}).url == page
    shown = text(client.get(page))
    assert "Gość z Kijowa" in shown and cast.dach.name in shown
    assert Attendance.objects.get(person=cast.ada).organisation == cast.dach
    assert sign_in(cast.ada).post(f"{page}add/", {"email": "bea@example.org"}).status_code == 403
    Meeting.objects.update(list_settled_at=NOW)
    assert "Protokół jest zatwierdzony, a z nim lista obecnych." in text(sign_in(cast.igor).get(page))
    assert sign_in(cast.igor).post(f"{page}add/", {"email": "bea@example.org"}).status_code == 403


def test_somebody_of_several_organisations_is_added_for_the_one_they_came_for(cast, sign_in, today):
    joins(cast.ada, cast.mosty, Capacity.ALTERNATE)
    meeting = called(cast)
    today.shift(START - NOW)
    page, client = f"{AT}{meeting.pk}/presence/", sign_in(cast.igor)
    answer = client.post(f"{page}add/", {"email": "ada@example.org"})
    assert (answer.status_code, Attendance.objects.count()) == (422, 0)
    assert "Wskaż, za którą była" in text(answer) and "ada@example.org" in text(answer)
    client.post(f"{page}add/", {"email": "ada@example.org", "organisation": cast.mosty.pk})
    assert Attendance.objects.get().organisation == cast.mosty


def test_a_meeting_through_the_night_of_the_change_of_clocks_keeps_its_hours_on_the_wall(cast, sign_in):
    client = sign_in(cast.igor)
    page = client.post(f"{AT}new/", WRITTEN | {"day": "2027-03-27", "starts": "22:00", "ends": "06:00"}).url
    client.post(f"{page}call/")
    meeting = Meeting.objects.get()
    assert meeting.ends_at - meeting.starts_at == timedelta(hours=7)
    assert "22:00–6:00" in text(client.get(page)).replace("06:00", "6:00")
    form = client.get(f"{page}edit/").context["form"]
    assert [f"{form.initial[name]:%H:%M}" for name in ("starts", "ends")] == ["22:00", "06:00"]
    file = client.get(f"{page}calendar.ics").content.decode()
    assert "DTSTART;TZID=Europe/Warsaw:20270327T220000" in file
    assert "DTEND;TZID=Europe/Warsaw:20270328T060000" in file

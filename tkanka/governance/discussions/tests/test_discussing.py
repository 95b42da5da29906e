"""Threads and posts: who writes for whom, what waits, what is corrected, decided, found and hidden."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile

from tests.cast import DAY, LONG_AGO, NOW, SYSTEM
from tkanka.governance.bodies.actions import close_body
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.bodies.queries import led_by, types_in
from tkanka.governance.discussions import actions, marks, queries
from tkanka.governance.discussions.letters import key_to
from tkanka.governance.discussions.models import Attachment, Mention, Post, Report, Thread, Version
from tkanka.governance.discussions.personal import export_of
from tkanka.ground.kit.traces import traces_of
from tkanka.ground.ledger.models import INSTALLATION, Record
from tkanka.ground.notices.models import Message
from tkanka.ground.search.queries import search
from tkanka.network.networks.actions import end_mandates, end_membership
from tkanka.network.networks.queries import active_membership, rulebook_of, standing_of
from tkanka.network.people.models import Person
from tkanka.rules.membership import MembershipState
from tkanka.rules.ruling import Refused
from tkanka.rules.visibility import audiences_of

from .conftest import answered, body_of, opened, seat

pytestmark = pytest.mark.django_db


def waiting(cast, who):
    by, book = cast.by(who), rulebook_of(cast.razem, DAY)
    led, types = led_by(cast.razem, by, DAY), types_in(cast.razem, DAY, book)
    return queries.queue(queries.moderated(book, cast.razem, by, led, types))


def found(cast, who, words, network=None):
    network = network or cast.razem
    by = cast.by(who, network)
    circles = queries.circles_of(rulebook_of(network, DAY), network, by, DAY)
    return [
        "".join(part.text for part in hit.title)
        for hit in search(words, network=network.pk, audiences=audiences_of(by), circles=circles, language="pl").hits
    ]


def letters(cause):
    return sorted(Message.objects.filter(cause__startswith=cause).values_list("email", flat=True))


def new_for(cast, who, body):
    return queries.tallies(cast.razem, [body] if body else [], who.pk)[body.pk if body else None].new


@pytest.mark.norm("R-02-01", "R-02-07")
def test_whoever_is_of_a_member_organisation_discusses_and_both_names_stand_there(cast):
    post = opened(cast, cast.ada)
    reply = answered(cast, cast.bea, post.thread)
    assert (post.number, reply.number) == (1, 2)
    assert (reply.author_id, reply.organisation_id) == (cast.bea.pk, cast.mosty.pk)
    record = Record.objects.get(verb="post.written")
    assert (record.person, record.acting_for, record.network) == (cast.bea.pk, cast.mosty.pk, cast.razem.pk)
    assert "pelletem" not in str(record.facts)


@pytest.mark.parametrize("who", ["olga", "stranger"])
def test_nobody_else_does(cast, who):
    with pytest.raises(Refused):
        opened(cast, getattr(cast, who))
    assert not Thread.objects.exists()


def test_the_office_writes_as_the_office(cast, group):
    post = opened(cast, cast.igor, group)
    assert (post.office, post.organisation_id) == (True, None)


def test_in_a_body_only_its_seats_write_and_only_while_they_hold(cast, group):
    post = opened(cast, cast.bea, group)
    Seat.objects.filter(body=group, person=cast.bea).update(until=DAY)
    with pytest.raises(Refused):
        answered(cast, cast.bea, post.thread)


@pytest.mark.norm("W-14-01", "W-14-02")
def test_the_forum_of_warmia_is_for_the_designated_and_access_ends_with_mandate_or_membership(cast, agreement):
    network, party, jan, zofia = (agreement[name] for name in ("network", "party", "jan", "zofia"))
    with pytest.raises(Refused):
        opened(cast, zofia, network=network)
    by = cast.by(zofia, network)
    given = actions.designate(by=by, at=NOW, network=network, organisation=party, person=jan)
    post = opened(cast, jan, network=network)
    assert post.organisation_id == party.pk
    assert letters("discussions.designated") == ["jan@example.org"]
    key = key_to(post=post, person=jan.pk, at=NOW)
    owed = {(network.pk, f"reply:{key.pk}")}
    assert queries.entitled(owed, DAY) == owed
    end_mandates(by=SYSTEM, at=NOW, organisation=party, person=jan)
    assert queries.entitled(owed, DAY) == set()
    with pytest.raises(Refused):
        answered(cast, jan, post.thread)
    assert given.until is None


@pytest.mark.norm("W-14-02")
def test_when_the_organisation_leaves_the_designation_is_void(cast, agreement):
    network, party, jan, zofia = (agreement[name] for name in ("network", "party", "jan", "zofia"))
    actions.designate(by=cast.by(zofia, network), at=NOW, network=network, organisation=party, person=jan)
    assert queries.designations_in_force(DAY).count() == 1
    membership = active_membership(network, party, DAY)
    end_membership(by=SYSTEM, at=NOW, membership=membership, state=MembershipState.RESIGNED, on=DAY)
    assert not queries.designations_in_force(DAY).exists()


@pytest.mark.norm("W-14-02")
def test_only_people_of_the_own_organisation_are_designated_and_designated_once(cast, agreement):
    network, party, zofia, jan = (agreement[name] for name in ("network", "party", "zofia", "jan"))
    by = cast.by(zofia, network)
    with pytest.raises(Refused):
        actions.designate(by=by, at=NOW, network=network, organisation=party, person=cast.ada)
    first = actions.designate(by=by, at=NOW, network=network, organisation=party, person=jan)
    again = actions.designate(by=by, at=NOW, network=network, organisation=party, person=jan)
    assert first == again
    ended = actions.end_designation(by=standing_of(jan, network, DAY), at=NOW, designation=first)
    assert ended.until == DAY
    assert not queries.designations_in_force(DAY).exists()


@pytest.mark.norm("R-02-07", "A-SD-01")
def test_a_first_post_from_outside_waits_until_a_moderator_shows_it(cast, group):
    seat(group, cast.stranger, outside="Urząd Miasta")
    thread = opened(cast, cast.bea, group).thread
    post = answered(cast, cast.stranger, thread, "Pomożemy z opałem.")
    assert (post.state, post.number, post.outside) == ("held", None, "Urząd Miasta")
    assert found(cast, cast.bea, "opałem") == []
    assert new_for(cast, cast.bea, group) == 0
    assert list(waiting(cast, cast.ada)) == [post]
    assert list(waiting(cast, cast.bea)) == []
    shown = actions.release_post(by=cast.by(cast.ada), at=NOW, post=post)
    assert (shown.state, shown.number) == ("shown", 2)
    assert letters("discussions.released") == ["stranger@example.org"]
    assert answered(cast, cast.stranger, thread, "Drugi").number == 3


def test_a_thread_of_which_nothing_was_shown_is_seen_by_nobody(cast, group):
    Person.objects.filter(pk=cast.bea.pk).update(created_at=NOW - timedelta(days=1))
    opened(cast, cast.bea, group)
    space = queries.space_of(rulebook_of(cast.razem, DAY), cast.razem, group, cast.by(cast.ada), DAY)
    assert not queries.threads_of(space, cast.by(cast.ada)).exists()


def test_a_removed_post_leaves_its_place_and_its_writer_knows_why(cast, group):
    post = opened(cast, cast.bea, group, text="Wulgarny opał")
    key = key_to(post=post, person=cast.ada.pk, at=NOW)
    owed = {(cast.razem.pk, f"reply:{key.pk}")}
    assert queries.entitled(owed, DAY) == owed
    actions.remove_post(by=cast.by(cast.ada), at=NOW, post=post, reason="Obraża sąsiadów")
    assert found(cast, cast.bea, "wulgarny") == []
    assert queries.entitled(owed, DAY) == set()
    written = Message.objects.get(cause__startswith="discussions.removed")
    assert written.email == "bea@example.org"
    assert "Obraża sąsiadów" in written.text
    back = actions.restore_post(by=cast.by(cast.ada), at=NOW + timedelta(minutes=1), post=post)
    assert (back.state, back.number) == ("shown", 1)
    assert found(cast, cast.bea, "wulgarny") == ["Ogrzewanie zimą"]


def test_holding_and_settling_reports(cast, group):
    post = opened(cast, cast.bea, group)
    actions.report_post(by=cast.by(cast.ada), at=NOW, post=post, reason="Reklama")
    actions.report_post(by=cast.by(cast.ada), at=NOW, post=post, reason="Na pewno reklama")
    assert Report.objects.get().reason == "Na pewno reklama"
    actions.hold_post(by=cast.by(cast.ada), at=NOW, post=post, reason="Sprawdzamy")
    assert Report.objects.filter(settled_at=None).exists()
    actions.release_post(by=cast.by(cast.ada), at=NOW, post=post)
    assert not Report.objects.filter(settled_at=None).exists()
    assert Post.objects.get().number == 1
    assert letters("discussions.held") == ["bea@example.org"]


def test_only_moderators_decide(cast, group):
    post = opened(cast, cast.ada, group)
    for act, more in ((actions.hold_post, {"reason": "x"}), (actions.remove_post, {"reason": "x"})):
        with pytest.raises(Refused):
            act(by=cast.by(cast.bea), at=NOW, post=post, **more)
    with pytest.raises(Refused):
        actions.close_thread(by=cast.by(cast.bea), at=NOW, thread=post.thread)
    with pytest.raises(Refused):
        actions.release_post(by=cast.by(cast.ada), at=NOW, post=post)


def test_corrections_keep_what_was_said_before(cast, group):
    post = opened(cast, cast.ada, group, text="Gazem")
    later = NOW + timedelta(minutes=20)
    saved = actions.edit_post(by=cast.by(cast.ada), at=later, post=post, text="Gazem ziemnym, @Bea")
    assert (saved.edited_at, Version.objects.get().text) == (later, "Gazem")
    assert Mention.objects.get().person_id == cast.bea.pk
    assert found(cast, cast.bea, "ziemnym") == ["Ogrzewanie zimą"]
    with pytest.raises(Refused):
        actions.edit_post(by=cast.by(cast.ada), at=NOW + timedelta(minutes=31), post=post, text="x")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hej @Bea, zobacz", {"bea"}),
        ("@Bea Nowak nie istnieje, ale Bea tak", {"bea"}),
        ("(@Bea) i @Halina.", {"bea", "halina"}),
        ("poczta@Bea.pl", set()),
        ("@Stranger nie czyta", set()),
        ("@bea małą literą", set()),
    ],
)
def test_mentions_are_of_readers_by_their_name(cast, group, text, named):
    opened(cast, cast.ada, group, text=text)
    assert {m.person.email.partition("@")[0] for m in Mention.objects.select_related("person")} == named


def test_files_are_kept_under_a_safe_name(cast, group):
    opened(cast, cast.ada, group, files=(ContentFile(b"%PDF-1.7", name="../../etc/cennik.pdf"),))
    kept = Attachment.objects.get()
    assert kept.name == "cennik.pdf"
    assert kept.file.name.startswith(f"discussions/{kept.post.thread_id}/")


def test_what_is_new_is_what_came_after_the_last_one_read(cast, group):
    thread = opened(cast, cast.bea, group).thread
    for number in range(3):
        answered(cast, cast.bea, thread, f"Dalej {number}")
    assert new_for(cast, cast.ada, group) == 4
    assert new_for(cast, cast.bea, group) == 0
    marks.mark_read(thread=thread, person=cast.ada.pk, number=3)
    marks.mark_read(thread=thread, person=cast.ada.pk, number=2)
    assert new_for(cast, cast.ada, group) == 1


def test_nothing_of_a_hidden_body_is_known_outside_it(cast, hidden):
    post = opened(cast, cast.bea, hidden, title="Cicho sza", text="Sekretne ustalenia")
    book = rulebook_of(cast.razem, DAY)
    assert found(cast, cast.ada, "sekretne") == ["Cicho sza"]
    for who in (cast.halina, cast.igor, cast.stranger, cast.olga):
        by = cast.by(who)
        assert found(cast, who, "sekretne") == []
        assert not queries.readable_bodies(book, cast.razem, by, DAY).filter(pk=hidden.pk).exists()
        assert not queries.readers(book, cast.razem, hidden, DAY).filter(pk=who.pk).exists()
        with pytest.raises(Refused):
            answered(cast, who, post.thread)
        with pytest.raises(Refused):
            actions.remove_post(by=by, at=NOW, post=post, reason="x")
    assert not Record.objects.filter(network=cast.razem.pk, subject__contains="discussions").exists()
    assert Record.objects.filter(network=INSTALLATION, verb="thread.opened").count() == 1


def test_a_body_that_is_closed_to_outsiders_is_not_read_in_the_office(cast):

    closed = body_of(cast.razem, "Grupa zamknięta", "closed_group")
    seat(closed, cast.bea, cast.mosty)
    opened(cast, cast.bea, closed, text="Poufne sprawy")
    assert found(cast, cast.igor, "poufne") == []
    with pytest.raises(Refused):
        opened(cast, cast.igor, closed)


def test_the_plenary_is_talked_in_by_all_members_without_a_seat(cast, agreement):
    network, zofia, party = agreement["network"], agreement["zofia"], agreement["party"]
    plenary = body_of(network, "Plenarne", "plenary")
    assert opened(cast, zofia, plenary, network=network).organisation_id == party.pk
    readers = queries.readers(rulebook_of(network, DAY), network, plenary, DAY)
    assert set(readers) == {zofia, agreement["jan"]}
    with pytest.raises(Refused):
        opened(cast, cast.ada, plenary, network=network)


@pytest.mark.norm("R-07-10")
def test_a_technical_group_says_where_else_it_talks(cast):

    technical = body_of(cast.razem, "Grupa prawna", "technical_group")
    Seat.objects.create(
        body=technical, person=cast.ada, organisation=cast.dach, role="lead", basis="joined", since=LONG_AGO
    )
    by = cast.by(cast.ada)
    actions.set_channel(by=by, at=NOW, body=technical, url="https://rozmowy.example/prawna", label="Komunikator")
    assert queries.channel_of(technical).label == "Komunikator"
    assert Record.objects.get(verb="channel.set").cites == ["§7"]
    actions.set_channel(by=by, at=NOW, body=technical, url="", label="")
    assert queries.channel_of(technical) is None


def test_of_an_erased_person_the_words_stay_and_the_name_goes(cast, group):

    Person.objects.filter(pk=cast.ada.pk).update(name="Ada Nowak")
    post = opened(cast, cast.bea, group, text="Dziękuję, Ada Nowak, za piecyk!")
    own = answered(cast, cast.ada, post.thread, "Nie ma za co.")
    marks.set_letters(person=cast.ada.pk, pace="weekly", followed_at_once=True, mentions_at_once=True)
    told = export_of(cast.ada.pk)
    assert [row["text"] for row in told["posts"]] == ["Nie ma za co."]
    assert told["letters"][0]["pace"] == "weekly"
    traces = traces_of(cast.ada.pk, ["ada@example.org"], "Ada Nowak")
    actions.forget_person(by=SYSTEM, at=NOW, traces=traces)
    post.refresh_from_db()
    own.refresh_from_db()
    assert ("Nowak" in post.text, "piecyk" in post.text, own.text) == (False, True, "Nie ma za co.")
    assert found(cast, cast.bea, "Nowak") == []
    assert not any(export_of(cast.ada.pk)[kept] for kept in ("letters", "read", "follows_and_mutes", "mentioned_in"))


def test_what_waits_stands_on_the_desk_of_those_who_decide_it(cast, group, sign_in, today):
    def desk(who):
        return sign_in(who).get("/n/razem/desk/").content.decode().replace("\xa0", " ")

    def asked():
        return [who.name for who in (cast.ada, cast.bea, cast.igor) if "1 wpis w dyskusjach" in desk(who)]

    seat(group, cast.stranger, outside="Urząd Miasta")
    thread = opened(cast, cast.bea, group).thread
    assert asked() == []
    post = answered(cast, cast.stranger, thread, "Pomożemy z opałem.")
    assert asked() == ["Ada", "Igor"]
    post = actions.release_post(by=cast.by(cast.ada), at=NOW, post=post)
    assert asked() == []
    actions.report_post(by=cast.by(cast.bea), at=NOW, post=post, reason="Reklama")
    assert asked() == ["Ada", "Igor"]
    account = sign_in(cast.ada).get("/account/").content.decode()
    assert 'href="/account/discussions/"' in account


def test_the_talk_of_a_body_that_ended_its_work_is_read_and_nobody_adds_to_it(cast, group, sign_in):
    thread = opened(cast, cast.igor, group).thread
    mine = answered(cast, cast.igor, thread)
    close_body(by=cast.by(cast.ada), at=NOW, body=group, summary="Zrobione.")
    thread.refresh_from_db()
    book = rulebook_of(cast.razem, DAY)
    for who in (cast.ada, cast.bea, cast.igor, cast.halina):
        for act, told in (
            (opened, {"body": Body.objects.get(pk=group.pk)}),
            (answered, {"thread": thread}),
        ):
            with pytest.raises(Refused):
                act(cast, who, **told)
    with pytest.raises(Refused, match="body_still_open"):
        actions.edit_post(by=cast.by(cast.igor), at=NOW, post=mine, text="Inaczej.")
    assert Post.objects.count() == 2
    assert queries.readable_bodies(book, cast.razem, cast.by(cast.igor), DAY).filter(pk=group.pk).exists()
    inside = sign_in(cast.igor)
    with time_machine.travel(NOW, tick=False):
        page = inside.get(f"/n/razem/discussions/threads/{thread.pk}/").content.decode().replace("\xa0", " ")
        assert "U nas pelletem." in page and "Jej dyskusje można czytać, ale już nie pisać." in page
        assert "Dodaj wpis" not in page
        for address in (f"bodies/{group.pk}/new/", f"posts/{mine.pk}/edit/"):
            assert inside.get(f"/n/razem/discussions/{address}").status_code == 403
        said = inside.post(f"/n/razem/discussions/threads/{thread.pk}/", {"text": "Jeszcze jedno."})
        assert said.status_code in (403, 422) and Post.objects.count() == 2


def test_each_reader_gets_their_own_ways_on_with_the_same_posts(cast, group, sign_in, today):
    first = opened(cast, cast.bea, group)
    second = answered(cast, cast.ada, first.thread)

    def ways(who):
        page = sign_in(who).get(f"/n/razem/discussions/threads/{first.thread_id}/").content.decode()
        return [f"posts/{post.pk}/{way}/" in page for post in (first, second) for way in ("edit", "report", "decide")]

    for _ in range(2):
        assert ways(cast.bea) == [True, False, False, False, True, False]
        assert ways(cast.ada) == [False, True, True, True, False, True]

"""Letters: one with everything new, or at once for those who wish it; void the moment the right to them ends."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.cast import DAY, NOW
from tkanka.governance.bodies.models import Seat
from tkanka.governance.discussions import actions, digests, jobs, marks, queries
from tkanka.governance.discussions.models import Digest, ReplyKey
from tkanka.governance.discussions.queries import Space
from tkanka.governance.discussions.replies import key_of, token_in
from tkanka.ground.notices.mime import headers_of
from tkanka.ground.notices.models import Frequency, Message, Preference
from tkanka.rules.discussions import Pace, Place, Wants

from .conftest import answered, opened

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)  # half past seven in Warsaw


def digest_to(who):
    return Message.objects.filter(cause__startswith="discussions.digest", email=f"{who}@example.org").first()


def latest_to(who):
    rows = Message.objects.filter(cause__startswith="discussions.digest", email=f"{who}@example.org")
    return rows.latest("written_at")


def wishes(person, **more):
    usual = {"pace": Pace.DAILY, "followed_at_once": False, "mentions_at_once": False}
    marks.set_letters(person=person.pk, **usual | more)


def watch(cast, person, wants, body=None, thread=None):
    marks.watch(person=person.pk, space=Space(cast.razem, body, Place(), ()), wants=wants, thread=thread)


def at_once():
    return sorted(Message.objects.filter(cause__startswith="discussions.post").values_list("email", flat=True))


def test_by_default_nothing_comes_at_once_and_everything_in_the_morning(cast, group):
    opened(cast, cast.bea, group, text="@Ada co Ty na to?")
    opened(cast, cast.bea, None, title="Dla całej sieci")
    assert at_once() == []
    jobs.send_digests(MORNING)
    written = digest_to("ada")
    assert "Ogrzewanie zimą" in written.text
    assert "Dla całej sieci" in written.text
    assert written.category == "discussions"
    assert digest_to("bea") is None, "one's own posts are no news"
    assert Message.objects.filter(email="ada@example.org", cause__startswith="discussions").count() == 1


def test_a_digest_is_written_once_and_the_next_begins_where_it_ended(cast, group):
    thread = opened(cast, cast.bea, group).thread
    for _ in range(2):
        jobs.send_digests(MORNING)
    assert Digest.objects.filter(person=cast.ada).count() == 1
    answered(cast, cast.bea, thread, "Nowe", at=MORNING + timedelta(hours=1))
    jobs.send_digests(MORNING + timedelta(hours=2))
    assert Digest.objects.filter(person=cast.ada).count() == 1
    jobs.send_digests(MORNING + timedelta(days=1))
    latest = Message.objects.filter(cause__startswith="discussions.digest", email="ada@example.org").latest(
        "written_at"
    )
    assert "Nowe" in latest.text
    assert "Czym grzejecie" not in latest.text


def test_what_was_read_muted_or_is_not_wanted_is_left_out(cast, group):
    thread = opened(cast, cast.bea, group).thread
    marks.mark_read(thread=thread, person=cast.ada.pk, number=1)
    jobs.send_digests(MORNING)
    assert digest_to("ada") is None
    answered(cast, cast.bea, thread, at=MORNING + timedelta(hours=1))
    watch(cast, cast.ada, Wants.MUTE, body=group)
    jobs.send_digests(MORNING + timedelta(days=1))
    assert digest_to("ada") is None
    watch(cast, cast.ada, Wants.FOLLOW, thread=thread)
    jobs.send_digests(MORNING + timedelta(days=1))
    assert digest_to("ada")


def test_a_weekly_digest_comes_on_monday(cast, group):
    wishes(cast.ada, pace=Pace.WEEKLY)
    opened(cast, cast.bea, group)
    jobs.send_digests(MORNING)
    assert digest_to("ada") is None
    jobs.send_digests(datetime(2026, 11, 23, 7, 0, tzinfo=UTC))
    assert digest_to("ada")


@pytest.mark.parametrize("how", ["never", "cancelled"])
def test_whoever_wants_none_gets_none(cast, group, how):
    if how == "never":
        wishes(cast.ada, pace=Pace.NEVER)
    else:
        Preference.objects.create(
            recipient=str(cast.ada.pk), network=cast.razem.pk, category="discussions", frequency=Frequency.OFF,
            set_at=NOW,
        )  # fmt: skip
    opened(cast, cast.bea, group)
    jobs.send_digests(MORNING)
    assert digest_to("ada") is None


def test_the_office_hears_of_the_network_but_of_a_body_only_if_it_follows(cast, group):
    opened(cast, cast.bea, group)
    jobs.send_digests(MORNING)
    assert digest_to("igor") is None
    watch(cast, cast.igor, Wants.FOLLOW, body=group)
    jobs.send_digests(MORNING)
    assert digest_to("igor")


def test_nobody_outside_hears_of_a_hidden_body_even_if_they_follow(cast, hidden):
    watch(cast, cast.igor, Wants.FOLLOW, body=hidden)
    wishes(cast.igor, followed_at_once=True, mentions_at_once=True)
    wishes(cast.ada, followed_at_once=True)
    watch(cast, cast.ada, Wants.FOLLOW, body=hidden)
    opened(cast, cast.bea, hidden, title="Cicho sza", text="@Igor nie czyta")
    jobs.send_digests(MORNING)
    assert at_once() == ["ada@example.org"]
    assert digest_to("igor") is None
    told = Message.objects.get(cause__startswith="discussions.post")
    assert "Cicho" not in told.subject
    assert "Narada" not in told.subject
    assert str(hidden.pk) in told.cause


def test_at_once_for_what_one_follows_and_for_ones_name(cast, group):
    wishes(cast.ada, mentions_at_once=True)
    wishes(cast.bea, followed_at_once=True)
    thread = opened(cast, cast.bea, group).thread
    answered(cast, cast.bea, thread, "@Ada?")
    assert at_once() == ["ada@example.org"]
    answered(cast, cast.ada, thread, "Tak")
    assert at_once() == ["ada@example.org", "bea@example.org"], "whoever writes in a thread follows it"
    watch(cast, cast.ada, Wants.MUTE, thread=thread)
    answered(cast, cast.bea, thread, "@Ada jeszcze raz")
    assert len(at_once()) == 2
    jobs.send_digests(MORNING)
    assert digest_to("ada") is None, "of muted threads nothing is written"


def test_what_came_at_once_does_not_come_again_in_the_morning(cast, group):
    wishes(cast.ada, mentions_at_once=True)
    opened(cast, cast.bea, group, text="@Ada?")
    jobs.send_digests(MORNING)
    assert at_once() == ["ada@example.org"]
    assert digest_to("ada") is None


def test_every_letter_says_where_the_answer_goes(cast, group):
    wishes(cast.ada, mentions_at_once=True)
    opened(cast, cast.bea, group, text="@Ada?")
    written = Message.objects.get(cause__startswith="discussions.post")
    key = ReplyKey.objects.get(pk=key_of(token_in(headers_of(written)["Reply-To"])))
    assert (key.person_id, written.basis) == (cast.ada.pk, f"reply:{key.pk}")
    assert "List-Unsubscribe" in headers_of(written)


def test_a_digest_of_one_thread_can_be_answered_and_of_several_thread_by_thread(cast, group):
    first = opened(cast, cast.bea, group)
    jobs.send_digests(MORNING)
    key = ReplyKey.objects.get(pk=key_of(token_in(digest_to("ada").reply_to)))
    assert key.post_id == first.pk
    opened(cast, cast.bea, group, title="Drugi", at=MORNING + timedelta(hours=1))
    opened(cast, cast.bea, None, title="Trzeci", at=MORNING + timedelta(hours=1))
    jobs.send_digests(MORNING + timedelta(days=1))
    several = Message.objects.filter(cause__startswith="discussions.digest", email="ada@example.org").latest(
        "written_at"
    )
    assert ReplyKey.objects.get(pk=key_of(token_in(several.reply_to))).post_id is None
    assert several.text.count("odpowiedz+") == 2


def test_without_an_address_for_answers_there_is_none_in_letters(cast, group, settings):
    settings.REPLY_ADDRESS = ""
    wishes(cast.ada, mentions_at_once=True)
    opened(cast, cast.bea, group, text="@Ada?")
    assert "Reply-To" not in headers_of(Message.objects.get(cause__startswith="discussions.post"))


def test_letters_are_void_when_the_seat_ends(cast, group):
    wishes(cast.ada, mentions_at_once=True)
    opened(cast, cast.bea, group, text="@Ada?")
    answered(cast, cast.bea, opened(cast, cast.bea, group, title="Drugi").thread)
    jobs.send_digests(MORNING)
    owed = set(Message.objects.filter(email="ada@example.org").values_list("network", "basis"))
    assert {basis.partition(":")[0] for _, basis in owed} == {"reply", "digest"}
    assert queries.entitled(owed, DAY) == owed
    Seat.objects.filter(body=group, person=cast.ada).update(until=DAY)
    assert queries.entitled(owed, DAY) == set()


def test_a_letter_about_a_held_post_does_not_leave(cast, group):
    wishes(cast.ada, mentions_at_once=True)
    post = opened(cast, cast.bea, group, text="@Ada?")
    owed = set(Message.objects.filter(cause__startswith="discussions.post").values_list("network", "basis"))
    actions.hold_post(by=cast.by(cast.ada), at=NOW, post=post, reason="Sprawdzamy")
    assert queries.entitled(owed, DAY) == set()


@pytest.mark.parametrize(
    ("now", "pace", "due"),
    [
        ("2026-11-20T05:59", Pace.DAILY, "2026-11-19T06:00"),
        ("2026-11-20T06:00", Pace.DAILY, "2026-11-20T06:00"),
        ("2026-11-20T12:00", Pace.WEEKLY, "2026-11-16T06:00"),
        ("2026-11-23T05:00", Pace.WEEKLY, "2026-11-16T06:00"),
        ("2026-07-01T05:00", Pace.DAILY, "2026-07-01T05:00"),
    ],
)
def test_a_digest_is_due_at_seven_in_warsaw(now, pace, due):
    moment = datetime.fromisoformat(f"{now}+00:00")
    assert digests.due_moment(pace, moment) == datetime.fromisoformat(f"{due}+00:00")


def test_each_network_writes_its_own_letter_and_tells_nothing_of_another(cast, group, agreement):
    zofia, jan, warmia = (agreement[name] for name in ("zofia", "jan", "network"))
    Seat.objects.create(body=group, person=zofia, outside="Łyna", basis="joined", since=DAY)
    opened(cast, cast.bea, group, text="Tylko w Razem")
    actions.designate(by=cast.by(zofia, warmia), at=NOW, network=warmia, organisation=agreement["party"], person=zofia)
    actions.designate(by=cast.by(zofia, warmia), at=NOW, network=warmia, organisation=agreement["party"], person=jan)
    opened(cast, jan, None, title="Narada", text="Tylko na Warmii", network=warmia)
    jobs.send_digests(MORNING)
    found = Message.objects.filter(cause__startswith="discussions.digest", email="zofia@example.org")
    assert {(one.network, "Tylko w Razem" in one.text, "Tylko na Warmii" in one.text) for one in found} == {
        (cast.razem.pk, True, False), (warmia.pk, False, True),
    }  # fmt: skip

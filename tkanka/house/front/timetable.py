"""All that happens by itself, and how often."""

from datetime import timedelta
from functools import partial

from django.utils.translation import gettext_lazy as _

from tkanka.coordination.activities import jobs as activities
from tkanka.coordination.atlas import jobs as atlas
from tkanka.ground.kit.work import Job
from tkanka.ground.notices import jobs as notices
from tkanka.ground.search import jobs as search
from tkanka.network.directory import jobs as directory
from tkanka.network.membership import jobs as membership
from tkanka.network.networks.queries import entitled
from tkanka.network.tenure import jobs as tenure

TIMETABLE = [
    Job(
        partial(notices.deliver_letters, entitled=entitled),
        every=timedelta(seconds=2),
        shared=True,
        label=_("Wysyłanie listów"),
    ),
    Job(
        activities.remind_of_stale_activities,
        every=timedelta(days=1),
        label=_("Prośby o potwierdzenie działań"),
    ),
    Job(
        activities.take_files_in,
        every=timedelta(seconds=3),
        lease=timedelta(minutes=30),
        label=_("Czytanie i wczytywanie plików"),
    ),
    Job(activities.put_files_away, every=timedelta(days=1), label=_("Odkładanie dawno wczytanych plików")),
    Job(atlas.keep_answers, every=timedelta(minutes=5), label=_("Liczby na mapie")),
    Job(search.refresh_suggestions, every=timedelta(hours=3), label=_("Słowa do podpowiedzi w wyszukiwarce")),
    Job(directory.forget_cards, every=timedelta(hours=1), label=_("Usuwanie kontaktów, na które nikt się nie zgodził")),
    Job(membership.forget_drafts, every=timedelta(hours=1), label=_("Usuwanie porzuconych szkiców zgłoszeń")),
    Job(membership.tell_of_overdue, every=timedelta(hours=1), label=_("Zgłoszenia po obiecanym terminie")),
    Job(tenure.complete_leavings, every=timedelta(minutes=10), label=_("Domykanie zapowiedzianych odejść")),
    Job(tenure.remind_of_profiles, every=timedelta(hours=1), label=_("Prośby o potwierdzenie profilu")),
    Job(tenure.watch_guarantees, every=timedelta(hours=6), label=_("Przypomnienia o zapewnieniu gospodarza")),
]

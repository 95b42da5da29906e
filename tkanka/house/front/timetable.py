"""All that happens by itself, and how often."""

from datetime import timedelta
from functools import partial

from django.utils.translation import gettext_lazy as _

from tkanka.coordination.activities import jobs as activities
from tkanka.coordination.atlas import jobs as atlas
from tkanka.governance.bodies import jobs as bodies
from tkanka.governance.consultations import jobs as consultations
from tkanka.governance.discussions import jobs as discussions
from tkanka.governance.disputes import jobs as disputes
from tkanka.governance.elections import jobs as elections
from tkanka.governance.groups import jobs as groups
from tkanka.governance.meetings import jobs as meetings
from tkanka.governance.minutes import jobs as minutes
from tkanka.governance.motions import jobs as motions
from tkanka.governance.positions import jobs as positions
from tkanka.governance.separation import jobs as separation
from tkanka.governance.voting import jobs as voting
from tkanka.ground.kit.work import Job
from tkanka.ground.notices import jobs as notices
from tkanka.ground.search import jobs as search
from tkanka.network.directory import jobs as directory
from tkanka.network.membership import jobs as membership
from tkanka.network.people import jobs as people
from tkanka.network.tenure import jobs as tenure

from . import jobs as front
from .entitled import entitled

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
        lease=timedelta(minutes=3),
        label=_("Czytanie i wczytywanie plików"),
    ),
    Job(activities.put_files_away, every=timedelta(days=1), label=_("Odkładanie dawno wczytanych plików")),
    Job(atlas.keep_answers, every=timedelta(minutes=5), label=_("Liczby na mapie")),
    Job(meetings.draft_series_ahead, every=timedelta(hours=1), label=_("Szkice kolejnych spotkań serii")),
    Job(
        meetings.lapse_offers,
        every=timedelta(minutes=5),
        label=_("Niepotwierdzone miejsca na spotkaniach"),
    ),
    Job(meetings.recall_meetings, every=timedelta(minutes=10), label=_("Przypomnienia o spotkaniach")),
    Job(meetings.clear_needs, every=timedelta(hours=6), label=_("Usuwanie potrzeb dostępności po spotkaniach")),
    Job(bodies.end_dead_seats, every=timedelta(minutes=10), label=_("Domykanie miejsc, które wygasły")),
    Job(bodies.remind_of_ends, every=timedelta(hours=6), label=_("Przypomnienia o końcu kadencji w grupach")),
    Job(search.refresh_suggestions, every=timedelta(hours=3), label=_("Słowa do podpowiedzi w wyszukiwarce")),
    Job(discussions.send_digests, every=timedelta(minutes=20), label=_("Przeglądy nowych wpisów w dyskusjach")),
    Job(discussions.take_mail_in, every=timedelta(seconds=20), label=_("Odpowiedzi e-mailem na listy o dyskusjach")),
    Job(discussions.forget_arrivals, every=timedelta(days=1), label=_("Zapominanie dawnych odpowiedzi e-mailem")),
    Job(directory.forget_cards, every=timedelta(hours=1), label=_("Usuwanie kontaktów, na które nikt się nie zgodził")),
    Job(
        directory.propose_named_contacts,
        every=timedelta(minutes=10),
        label=_("Pytanie osób wskazanych w zgłoszeniach o zgodę na kontakt"),
    ),
    Job(membership.forget_drafts, every=timedelta(hours=1), label=_("Usuwanie porzuconych szkiców zgłoszeń")),
    Job(membership.tell_of_overdue, every=timedelta(hours=1), label=_("Zgłoszenia po obiecanym terminie")),
    Job(tenure.complete_leavings, every=timedelta(minutes=10), label=_("Domykanie zapowiedzianych odejść")),
    Job(tenure.remind_of_profiles, every=timedelta(hours=1), label=_("Prośby o potwierdzenie profilu")),
    Job(tenure.watch_guarantees, every=timedelta(hours=6), label=_("Przypomnienia o zapewnieniu gospodarza")),
    Job(
        people.forget_unconfirmed_people,
        every=timedelta(hours=1),
        label=_("Usuwanie niepotwierdzonych kont"),
    ),
    Job(people.forget_codes, every=timedelta(minutes=10), label=_("Usuwanie listów z kodami, które już nie działają")),
    Job(people.forget_ended_sessions, every=timedelta(days=1), label=_("Usuwanie śladów po zakończonych sesjach")),
    Job(notices.forget_old_letters, every=timedelta(days=1), label=_("Usuwanie treści dawnych listów")),
    Job(
        front.scrub_after_erasures,
        every=timedelta(days=1),
        label=_("Usuwanie śladów skasowanych kont z wyszukiwarki"),
    ),
    Job(groups.tell_of_overdue, every=timedelta(hours=1), label=_("Zgłoszenia grup po terminie")),
    Job(groups.remind_leads, every=timedelta(hours=6), label=_("Przypomnienia dla osób prowadzących grupy")),
    Job(minutes.remind_of_tasks, every=timedelta(hours=1), label=_("Przypomnienia o zadaniach po spotkaniach")),
    Job(separation.open_for_leaving_hosts, every=timedelta(minutes=15), label=_("Odejście organizacji goszczącej")),
    Job(separation.follow_votes, every=timedelta(minutes=1), label=_("Następstwa głosowań o rozstaniu z gospodarzem")),
    Job(voting.close_due, every=timedelta(minutes=1), label=_("Zamykanie głosowań, których czas minął")),
    Job(voting.remind_silent, every=timedelta(minutes=15), label=_("Przypomnienia o głosowaniach")),
    Job(positions.close_due, every=timedelta(minutes=10), label=_("Koniec podpisywania stanowisk")),
    Job(consultations.keep_days, every=timedelta(minutes=10), label=_("Początek i koniec konsultacji")),
    Job(consultations.remind_silent, every=timedelta(hours=1), label=_("Przypomnienia o końcu konsultacji")),
    Job(elections.end_nominations, every=timedelta(minutes=10), label=_("Koniec zgłoszeń w wyborach")),
    Job(elections.open_votes, every=timedelta(minutes=5), label=_("Otwieranie głosowań w wyborach")),
    Job(elections.recall_votes, every=timedelta(hours=1), label=_("Przypomnienia o wyborach")),
    Job(elections.count_votes, every=timedelta(minutes=5), label=_("Liczenie głosów w wyborach")),
    Job(disputes.take_verdicts, every=timedelta(minutes=1), label=_("Wyniki głosowań w sporach")),
    Job(disputes.clear_files, every=timedelta(days=1), label=_("Usuwanie akt dawno zakończonych sporów")),
    Job(motions.tell_of_overdue, every=timedelta(hours=1), label=_("Zgłoszone sprawy po terminie")),
]

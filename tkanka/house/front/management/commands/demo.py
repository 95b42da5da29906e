import time

from django.core.management.base import BaseCommand
from django.utils import timezone

from tkanka.house.front.demo.activities import build_activities
from tkanka.house.front.demo.applications import build_applications
from tkanka.house.front.demo.bodies import build_bodies
from tkanka.house.front.demo.changes import build_changes
from tkanka.house.front.demo.consultations import build_consultations
from tkanka.house.front.demo.contacts import build_contacts
from tkanka.house.front.demo.discussions import build_discussions
from tkanka.house.front.demo.elections import build_elections
from tkanka.house.front.demo.events import build_events
from tkanka.house.front.demo.groups import build_groups
from tkanka.house.front.demo.meetings import build_meetings
from tkanka.house.front.demo.minutes import build_minutes
from tkanka.house.front.demo.networks import DEMO, build_networks
from tkanka.house.front.demo.positions import build_positions
from tkanka.house.front.demo.votes import build_votes
from tkanka.network.places.actions import load_teryt
from tkanka.network.vocabulary.actions import load_vocabulary


class Command(BaseCommand):
    help = "Build the demonstration: four invented networks. What is there already stays as it is."

    def handle(self, **options: object) -> None:
        began, now = time.monotonic(), timezone.now()
        self.stdout.write("words and places")
        load_vocabulary(by=DEMO, at=now)
        load_teryt(by=DEMO, at=now)
        build_networks(self.stdout.write, now)
        build_activities(self.stdout.write, now)
        build_applications(self.stdout.write, now)
        build_contacts(self.stdout.write, now)
        build_bodies(self.stdout.write, now)
        build_elections(self.stdout.write, now)
        build_groups(self.stdout.write, now)
        build_meetings(self.stdout.write, now)
        build_events(self.stdout.write, now)
        build_minutes(self.stdout.write, now)
        build_discussions(self.stdout.write, now)
        build_consultations(self.stdout.write, now)
        build_positions(self.stdout.write, now)
        build_votes(self.stdout.write, now)
        build_changes(self.stdout.write, now)
        self.stdout.write(f"The demonstration stands ({time.monotonic() - began:.0f} s).")

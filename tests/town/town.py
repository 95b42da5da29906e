"""A town to walk through: the whole house on a real port, the cast signed in, thirty rows of everything."""

import os
import random
from types import SimpleNamespace
from uuid import UUID, uuid4

from allauth.account.internal.flows.login import record_authentication
from django.apps import apps
from django.test import Client

from tests import cast
from tests.house.crowd import grow
from tests.house.objects import Things
from tests.house.routes import routes
from tests.house.visitors import ROLES
from tests.house.world import World
from tools.machine import find_chromium

ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-extensions",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--no-first-run", "--mute-audio",
    "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider", "--force-color-profile=srgb",
]  # fmt: skip


def launched(playwright):
    """A Chromium of the machine; nothing is downloaded."""
    return playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or find_chromium(), args=ARGUMENTS)


def give_keys_in_a_fixed_order(seed=20261120):
    """From now on every run makes the same keys, so what is listed by key is listed alike and the same pages differ."""
    made = random.Random(seed)
    for field in (model._meta.pk for model in apps.get_models()):
        if field.default is uuid4:
            field.default = lambda: UUID(int=made.getrandbits(128), version=4)
            field.__dict__.pop("_get_default", None)  # what Django worked out of the default before


class Town:
    """`town.url`, `town.world`, `town.things`, and `town.window(browser, "main")`: a browser window signed in."""

    def __init__(self, url):
        self.url, self.shown, self.missed = url, {}, {}
        self.world = World(cast.full_cast())
        grow(self.world)
        self.things = Things(self.world)
        for route in routes():
            self.things.values(route, "own")  # all of them first, so that no page changes on the way
        self.clients = {role: self.signed_in(getattr(self.world, role, None)) for role in ROLES}

    @staticmethod
    def signed_in(person):
        client = Client(raise_request_exception=False)
        if person is not None:
            client.force_login(person)
            session = client.session
            record_authentication(SimpleNamespace(session=session), person, "mfa", reauthenticated=True)
            session.save()
        return client

    def window(self, browser, role="visitor", language="pl", **options):
        """A window as one of the cast sees the house; close it after use."""
        options = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", "locale": language} | options
        context = browser.new_context(base_url=self.url, **options)
        kept = self.clients[role].cookies
        context.add_cookies([{"name": n, "value": m.value, "url": self.url} for n, m in kept.items()])
        return context

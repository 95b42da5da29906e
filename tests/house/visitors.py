"""The eight kinds of visitors, each with a browser of their own."""

from contextlib import contextmanager
from http.cookies import SimpleCookie

from django.db import connection, transaction
from django.test import Client

from tests.queries import forget

ROLES = ("visitor", "stranger", "applicant", "observer", "member", "main", "secretariat", "coordinator")
MOST = ("visitor", "main", "coordinator")
GROUPS = {
    "signed": set(ROLES) - {"visitor"},
    "members": {"member", "main"},
    "keepers": {"secretariat", "coordinator"},
    "outsiders": {"visitor", "stranger", "applicant", "observer"},
}


def asking():
    """Who walks through all pages: everybody on SQLite; on PostgreSQL, where the same rules decide, those who between
    them see nearly all of it."""
    return ROLES if connection.vendor == "sqlite" else MOST


@contextmanager
def undone():
    """Whatever is written inside is taken back, in the database and in the cache."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    forget()


class Visitors:
    """Browsers that forget: what a request wrote is taken back, and nobody is signed out by it."""

    def __init__(self, world):
        self.clients = {}
        for role, person in ((r, getattr(world, r, None)) for r in ROLES):
            client = Client(raise_request_exception=False)
            if person is not None:
                client.force_login(person)
            self.clients[role] = client
        self.cookies = {role: client.cookies.output(header="") for role, client in self.clients.items()}

    @contextmanager
    def browser(self, role):
        client = self.clients[role]
        client.cookies = SimpleCookie(self.cookies[role])
        with undone():
            yield client

    def ask(self, role, method, address, **extra):
        with self.browser(role) as client:
            response = client.generic(method.upper(), address, **extra)
            if hasattr(response, "streaming_content") and response.streaming:
                b"".join(response.streaming_content)
        return response


def answer(response):
    """What a page answered, in one word: a status, or `login`."""
    where = response.headers.get("Location", "")
    if response.status_code == 302 and ("/login/" in where or "/signup/" in where):
        return "login"
    return str(response.status_code)


def trouble(response):
    """The exception behind a 500, for the report."""
    told = getattr(response, "exc_info", None)
    return f" {told[0].__name__}: {told[1]}"[:200] if told else ""

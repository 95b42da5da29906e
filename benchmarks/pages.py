"""The pages that are measured, each beside the page of the floor that does the same kind of thing.

`python -m benchmarks.pages fill` makes the data and prints where the pages are; `… queries` counts their queries.
A room adds a Page with the name of its address; a page whose room is not built is left out.
"""

import json
import sys
from dataclasses import asdict, dataclass, field

import django

ORGANISATIONS, ACTIVITIES, OK = 3_000, 20_000, 200


@dataclass
class Page:
    name: str
    address: str  # the name of the URL
    floor: str  # list, detail, desk or search
    signed_in: bool = False
    query: str = ""
    values: dict = field(default_factory=dict)


def both(name, address, floor, query="", **values):
    """A page as visitors see it, where they do, and as somebody who keeps the network does."""
    yield Page(name, address, floor, False, query, values)
    yield Page(f"{name}, signed in", address, floor, True, query, values)


PAGES = [
    Page("network home", "front:home", "list"),
    Page("organisations", "directory:organisations", "list"),
    Page("organisations, 3 facets", "directory:organisations", "list", query="?kind=foundation&language=uk&q=pomoc"),
    Page("organisations, signed in", "directory:organisations", "list", signed_in=True),
    Page("organisation", "directory:organisation", "detail", values={"key": "organisation"}),
    Page("map", "atlas:map", "list"),
    Page("activities", "activities:activities", "list"),
    Page("desk", "front:desk", "desk", signed_in=True),
    Page("search", "front:search", "search", query="?q=pomoc+prawna"),
    Page("network home, signed in", "front:home", "list", signed_in=True),
    Page("organisation, signed in", "directory:organisation", "detail", True, values={"key": "organisation"}),
    Page("activities, signed in", "activities:activities", "list", signed_in=True),
    Page("search, signed in", "front:search", "search", True, "?q=pomoc+prawna"),
    *both("groups", "groups:groups", "list"),
    *both("group", "bodies:body", "detail", key="group"),
    *both("meetings", "meetings:meetings", "list"),
    *both("meeting", "meetings:meeting", "detail", meeting="meeting"),
    *both("minutes, list", "minutes:all", "list"),
    *both("minutes", "minutes:minutes", "detail", minutes="minutes"),
    *both("calendar, month", "calendar:calendar", "list"),
    *both("calendar, list", "calendar:calendar", "list", query="?view=list"),
    *both("event", "calendar:event", "detail", event="event"),
    *both("talks", "discussions:forum", "list"),
    *both("thread", "discussions:thread", "detail", thread="thread"),
    *both("motions", "motions:motions", "list"),
    *both("motion", "motions:motion", "detail", motion="motion"),
]


def located(keys):
    """The pages that exist, with their paths; `keys` says what the keys in addresses are."""
    from django.urls import NoReverseMatch, reverse

    for page in PAGES:
        wanted = {k: keys[v] for k, v in page.values.items()}
        for values in ({"network": keys["network"], **wanted}, wanted):
            try:
                path = reverse(page.address, kwargs=values)
            except NoReverseMatch:
                continue
            yield page, path + page.query
            break


def fill():
    """Everything in, the keys and a session out."""
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    from benchmarks.data import make
    from benchmarks.governance import PEOPLE, governance
    from tkanka.network.networks.models import Network, Organisation

    call_command("migrate", verbosity=0)
    keys, person = make(ORGANISATIONS, ACTIVITIES)
    network = Network.objects.get(slug=keys["network"])
    members = Organisation.objects.filter(memberships__network=network)
    keys |= governance(network, list(members.order_by("name")[:PEOPLE]))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client, visitor = Client(SERVER_NAME="127.0.0.1"), Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    session = client.cookies["sessionid"].value
    found = [
        asdict(page) | {"path": path}
        for page, path in located(keys)
        if page.signed_in or visitor.get(path).status_code == OK
    ]
    return {"session": session, "pages": found, "keys": {k: str(v) for k, v in keys.items()}}


def queries(pages, session):
    """How many queries each page needs, warm."""
    from django.test import Client

    from tests.queries import queries_of_page

    counted = {}
    for page in pages:
        client = Client(SERVER_NAME="127.0.0.1")
        if page["signed_in"]:
            client.cookies["sessionid"] = session
        client.get(page["path"])
        counted[page["name"]] = len(queries_of_page(client, page["path"]))
    return counted


if __name__ == "__main__":
    django.setup()
    print(json.dumps(fill() if sys.argv[1] == "fill" else queries(json.loads(sys.argv[2]), sys.argv[3])))

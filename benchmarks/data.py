"""Many organisations and activities in one network, with a fixed seed, written in bulk; for benchmarks only."""

import random
from datetime import timedelta
from uuid import uuid4

from django.apps import apps
from django.db import connection, transaction

from tests import cast as made_by
from tkanka.ground.search.actions import index_many
from tkanka.network.networks import index
from tkanka.network.networks.models import Membership, Organisation
from tkanka.network.places.actions import load_teryt
from tkanka.network.places.models import Level, Unit
from tkanka.network.vocabulary.actions import load_vocabulary
from tkanka.network.vocabulary.models import Concept

SEED, AT_ONCE = 1, 2_000
KINDS = ["foundation", "association", "informal_group", "international"]
TOPICS = (
    "pomoc prawna nauka języka opieka nad dziećmi mieszkania praca zdrowie wsparcie psychologiczne tłumaczenia żywność "
    "szkolenia integracja kobiety młodzież seniorzy niepełnosprawność transport doradztwo kultura sąsiedztwo"
).split()


def words(rng, least, most):
    return " ".join(rng.choices(TOPICS, k=rng.randint(least, most)))


def organisations(rng, network, count, powiats, concepts):
    """Members of the network since long ago, each in one to three powiats with one to five concepts."""
    made = [
        Organisation(
            name=f"{rng.choice(['Fundacja', 'Stowarzyszenie'])} {words(rng, 1, 3).title()} {n}", kind=rng.choice(KINDS),
            name_key=f"{n}", about_pl=words(rng, 20, 60), seat=rng.choice(powiats), created_at=made_by.NOW,
            confirmed_at=made_by.NOW - timedelta(days=rng.randrange(400)),
        )
        for n in range(count)
    ]  # fmt: skip
    Organisation.objects.bulk_create(made, batch_size=AT_ONCE)
    Membership.objects.bulk_create(
        (Membership(network=network, organisation=o, state="active", since=made_by.LONG_AGO) for o in made), AT_ONCE
    )
    for through, column, found, most in (
        (Organisation.areas.through, "unit_id", powiats, 3),
        (Organisation.concepts.through, "concept_id", concepts, 5),
    ):
        chosen = ((o.pk, t.pk) for o in made for t in rng.sample(found, rng.randint(1, most)))
        through.objects.bulk_create((through(organisation_id=o, **{column: t}) for o, t in chosen), AT_ONCE)
    return made


def activities(rng, network, parties, count, powiats, concepts):
    """Published activities of the last two years, each in one or two powiats."""
    activity, row = (apps.get_model("activities", name) for name in ("Activity", "Row"))
    services = [c for c in concepts if c.parent_id]
    made, rows = [], []
    for _ in range(count):
        service, party = rng.choice(services), rng.choice(parties)
        starts = made_by.DAY - timedelta(days=rng.randrange(730))
        told = {"network": network, "organisation": party, "sector_id": service.parent_id, "service": service}
        told |= {"starts": starts, "status": "ongoing"}
        made.append(
            activity(
                **told, title=words(rng, 3, 7), description=words(rng, 20, 60), created_at=made_by.NOW,
                changed_at=made_by.NOW - timedelta(minutes=rng.randrange(500_000)), confirmed_at=made_by.NOW,
            )
        )  # fmt: skip
        for unit in rng.sample(powiats, rng.randint(1, 2)):
            place = {"unit": unit, "admin1_id": unit.admin1_id, "admin2": unit}
            shown = {f"shown_{name}": value for name, value in place.items()}
            people = rng.randrange(5, 200)
            told_here = told | place | shown | {"capacity": people, "people_capacity": people}
            rows.append(row(activity=made[-1], shown=True, key=uuid4(), **told_here))
    activity.objects.bulk_create(made, batch_size=AT_ONCE)
    row.objects.bulk_create(rows, batch_size=AT_ONCE)
    return made


def indexed(network, parties, acts):
    """What search would know of them."""
    for party in parties:
        index.index_organisation(network=network, organisation=party, at=made_by.NOW)
    if acts:
        from tkanka.coordination.activities.index import texts_of

        for start in range(0, len(acts), AT_ONCE):
            index_many(texts_of(network, acts[start : start + AT_ONCE], made_by.NOW))


def make(organisation_count, activity_count):
    """Fill the database; what the keys in addresses are, and somebody who keeps the network."""
    rng = random.Random(SEED)
    load_vocabulary(by=made_by.SYSTEM, at=made_by.NOW)
    load_teryt(by=made_by.SYSTEM, at=made_by.NOW)
    cast = made_by.full_cast()
    powiats = list(Unit.objects.filter(scheme__code="teryt", level=Level.POWIAT).order_by("code"))
    concepts = list(Concept.objects.filter(codelist__code__in=["sectors", "services"]).order_by("code"))
    with transaction.atomic():
        parties = organisations(rng, cast.razem, organisation_count, powiats, concepts)
        acts = []
        if apps.is_installed("tkanka.coordination.activities"):
            acts = activities(rng, cast.razem, parties, activity_count, powiats, concepts)
        indexed(cast.razem, parties, acts)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    keys = {"network": cast.razem.slug, "organisation": parties[7].pk}
    return keys | ({"activity": acts[7].pk} if acts else {}), cast.halina

"""The floor: what a careful page costs on bare Django, without permissions, translations or layout.

The same counts as the project is measured with (3,000 organisations, 20,000 activities), a fixed seed, the same
server settings. `python -m benchmarks.floor` fills the database of DATABASE_URL and prints a session key and a word
to search for as JSON; `granian --interface wsgi benchmarks.floor:application` serves
/orgs/ (a list of 25 with three activities each), /orgs/org-7/ (a detail), /desk/ (signed in) and /search/?q=WORD.
"""

import json
import os
import random

import django
import environ
from django.conf import settings

ORGANISATIONS, ACTIVITIES, WORDS, SEED = 3_000, 20_000, 8_000, 1
PAGE = 25

HEAD = (
    '<!doctype html><html lang="pl"><head><meta charset="utf-8"><title>{% block title %}{% endblock %}</title></head>'
    '<body><a href="#main">Przejdź do treści</a><nav><ul><li><a href="/orgs/">Organizacje</a></li>'
    "{% if user.is_authenticated %}<li>{{ user.username }}</li>{% endif %}</ul></nav>"
    '<main id="main">{% block main %}{% endblock %}</main></body></html>'
)
START = "{% extends 'page.html' %}{% block title %}Podłoga{% endblock %}{% block main %}"
PAGES = {
    "page.html": HEAD,
    "list.html": START
    + "<h1>Organizacje ({{ count }})</h1><ul>{% for o in rows %}<li><h2><a href='/orgs/{{ o.slug }}/'>{{ o.name }}</a>"
    "</h2><p>Powiat {{ o.area }}</p><ul>{% for a in o.some %}<li>{{ a.title }} ({{ a.sector }})</li>{% endfor %}</ul>"
    "</li>{% endfor %}</ul>{% endblock %}",
    "detail.html": START
    + "<h1>{{ o.name }}</h1>{{ o.about|linebreaks }}<ul>{% for a in activities %}<li><h2>{{ a.title }}</h2>"
    "<p>{{ a.body|truncatewords:20 }}</p></li>{% endfor %}</ul>{% endblock %}",
    "desk.html": START
    + "<h1>Biurko</h1><p>{{ count }}</p><ul>{% for a in latest %}<li>{{ a.title }} {{ a.organisation.name }}</li>"
    "{% endfor %}</ul><table>{% for s in by_sector %}<tr><td>{{ s.sector }}</td><td>{{ s.n }}</td></tr>{% endfor %}"
    "</table>{% endblock %}",
    "search.html": START
    + "<form><label>Szukaj <input name='q' value='{{ q }}'></label></form><ul>{% for title, name, slug in rows %}"
    "<li><a href='/orgs/{{ slug }}/'>{{ title }}</a> {{ name }}</li>{% endfor %}</ul>{% endblock %}",
}


def configure():
    database = environ.Env.db_url_config(os.environ["DATABASE_URL"])
    if database["ENGINE"].endswith("sqlite3"):
        pragmas = (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-65536;PRAGMA mmap_size=268435456"
        )
        database |= {"CONN_MAX_AGE": None}
        database["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
    else:
        database |= {"CONN_MAX_AGE": 600}
    processors = ["django.template.context_processors.request", "django.contrib.auth.context_processors.auth"]
    loaders = [("django.template.loaders.locmem.Loader", PAGES)]
    settings.configure(
        SECRET_KEY="floor" * 12,
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        DATABASES={"default": database},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        LOGIN_URL="/",
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "context_processors": processors,
                    "loaders": [("django.template.loaders.cached.Loader", loaders)],
                },
            }
        ],
    )
    django.setup()


configure()

from django.contrib.auth.decorators import login_required  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.shortcuts import get_object_or_404, render  # noqa: E402
from django.urls import path  # noqa: E402

POSTGRES = connection.vendor == "postgresql"


class Organisation(models.Model):
    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    about = models.TextField()
    area = models.IntegerField(db_index=True)

    class Meta:
        app_label = "floor"


class Activity(models.Model):
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="activities")
    title = models.CharField(max_length=200)
    sector = models.IntegerField()
    area = models.IntegerField()
    body = models.TextField()

    class Meta:
        app_label = "floor"
        indexes = [models.Index(fields=["area", "sector"])]


def organisations(request):
    page = int(request.GET.get("page", 1))
    rows = list(Organisation.objects.order_by("name").defer("about")[(page - 1) * PAGE : page * PAGE])
    theirs = {}
    chosen = Activity.objects.filter(organisation__in=rows).only("id", "title", "sector", "organisation_id")
    for activity in chosen.order_by("-id"):
        theirs.setdefault(activity.organisation_id, []).append(activity)
    for row in rows:
        row.some = theirs.get(row.id, [])[:3]
    return render(request, "list.html", {"rows": rows, "count": Organisation.objects.count()})


def organisation(request, slug):
    found = get_object_or_404(Organisation, slug=slug)
    return render(request, "detail.html", {"o": found, "activities": found.activities.order_by("-id")[:20]})


@login_required
def desk(request):
    latest = Activity.objects.select_related("organisation").order_by("-id")[:20]
    by_sector = Activity.objects.values("sector").annotate(n=models.Count("id")).order_by("sector")
    return render(
        request, "desk.html", {"latest": latest, "by_sector": by_sector, "count": Organisation.objects.count()}
    )


FOUND = {
    False: "select a.title, o.name, o.slug from floor_fts join floor_activity a on a.id = floor_fts.rowid "
    "join floor_organisation o on o.id = a.organisation_id where floor_fts match %s order by rank limit 20",
    True: "select a.title, o.name, o.slug from floor_activity a join floor_organisation o on o.id = a.organisation_id, "
    "plainto_tsquery('simple', %s) asked where a.words @@ asked order by ts_rank(a.words, asked) desc limit 20",
}
INDEXED = {
    False: [
        "create virtual table floor_fts using fts5(title, body, content='floor_activity', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 2')",
        "insert into floor_fts(floor_fts) values ('rebuild')",
        "analyze",
    ],
    True: [
        "alter table floor_activity add words tsvector",
        "update floor_activity set words = to_tsvector('simple', title || ' ' || body)",
        "create index on floor_activity using gin(words)",
        "analyze",
    ],
}


def search(request):
    asked = request.GET.get("q", "")
    words = asked if POSTGRES else " ".join(f'"{word}"' for word in asked.split())
    with connection.cursor() as cursor:
        cursor.execute(FOUND[POSTGRES], [words])
        return render(request, "search.html", {"rows": cursor.fetchall(), "q": asked})


urlpatterns = [
    path("orgs/", organisations),
    path("orgs/<slug:slug>/", organisation),
    path("desk/", desk),
    path("search/", search),
]
application = get_wsgi_application()


def texts(rng):
    syllables = "ba be bo ca ce da do fa fi ga go ja je ka ko la le ła ma mi na no pa po ra ro sa se ta to wa za że"
    words = ["".join(rng.choices(syllables.split(), k=rng.randint(2, 4))) for _ in range(WORDS)]
    weights = [1 / (rank + 1) ** 0.85 for rank in range(WORDS)]
    return [" ".join(rng.choices(words, weights, k=rng.randint(20, 60))) for _ in range(ORGANISATIONS + ACTIVITIES)]


@transaction.atomic
def rows():
    rng = random.Random(SEED)
    written = texts(rng)
    Organisation.objects.bulk_create(
        Organisation(name=f"Fundacja {text[:30]} {n}", slug=f"org-{n}", about=text, area=rng.randrange(380))
        for n, text in enumerate(written[:ORGANISATIONS])
    )
    keys = list(Organisation.objects.values_list("pk", flat=True))
    made = (
        Activity(
            organisation_id=rng.choice(keys), title=t[:60], sector=rng.randrange(12), area=rng.randrange(2477), body=t
        )
        for t in written[ORGANISATIONS:]
    )
    Activity.objects.bulk_create(made, batch_size=2_000)


def fill():
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client

    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(Organisation)
        editor.create_model(Activity)
    rows()
    with connection.cursor() as cursor:
        for statement in INDEXED[POSTGRES]:
            cursor.execute(statement)
    client = Client()
    client.force_login(User.objects.create_user("somebody"))
    word = Activity.objects.first().body.split()[3]
    print(json.dumps({"session": client.cookies["sessionid"].value, "word": word}))


if __name__ == "__main__":
    fill()

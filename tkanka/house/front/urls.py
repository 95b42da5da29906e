"""Every page of the house, by room. Polish has no prefix; English and Ukrainian do."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from tkanka.governance.bodies.urls import urlpatterns as bodies_pages
from tkanka.governance.meetings.urls import urlpatterns as meetings_pages
from tkanka.network.directory.urls import urlpatterns as directory_pages
from tkanka.network.people.urls import callbacks
from tkanka.network.people.urls import own as own_pages

from .views import body, demo, desk, home, ledger, look, meeting, organisation, outbox, privacy, search, work
from .views import secretariat as office

secretariat: list[URLPattern | URLResolver] = [
    path("ledger/", ledger.ledger, name="ledger"),
    path("ledger.csv", ledger.ledger_csv, name="ledger-csv"),
    path("ledger.json", ledger.ledger_json, name="ledger-json"),
    path("outbox/", outbox.outbox, name="outbox"),
    path("outbox/retry/", outbox.retry_all, name="retry-letters"),
    path("outbox/<uuid:letter>/retry/", outbox.retry_letter, name="retry-letter"),
    path("work/", work.work, name="work"),
]
front: list[URLPattern | URLResolver] = [
    path("", home.networks, name="networks"),
    path("n/<slug:network>/", home.home, name="home"),
    path("n/<slug:network>/desk/", desk.desk, name="desk"),
    path("n/<slug:network>/secretariat/", office.secretariat, name="secretariat"),
    path("n/<slug:network>/secretariat/", include(secretariat)),
    path("n/<slug:network>/search/", search.search, name="search"),
    path("demo/", demo.cast, name="demo"),
    path("demo/<uuid:person>/", demo.enter, name="demo-enter"),
    path("work/", work.work_at_home, name="work-at-home"),
]
# The page of an organisation shows what several rooms know of it, so it is composed here.
directory: list[URLPattern | URLResolver] = [
    *directory_pages,
    path("organisations/<uuid:key>/", organisation.organisation, name="organisation"),
]
# The page of a body likewise: meetings, minutes and terms of reference stand on it.
bodies: list[URLPattern | URLResolver] = [*bodies_pages, path("bodies/<uuid:key>/", body.body, name="body")]

# What is kept of a person, and its end, is asked of all rooms.
account: list[URLPattern | URLResolver] = [
    *own_pages,
    path("my-data.json", privacy.my_data, name="my-data"),
    path("delete/", privacy.erase, name="erase"),
]
meetings: list[URLPattern | URLResolver] = [
    *meetings_pages,
    path("meetings/<uuid:meeting>/", meeting.meeting, name="meeting"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    *callbacks,
    path("boundaries/", include("tkanka.network.places.urls")),
    *i18n_patterns(
        path("look/", look.style_guide, name="style-guide"),
        path("account/", include((account, "people"))),
        path("account/", include("tkanka.network.people.urls")),
        path("look/set/", look.set_look, name="set-look"),
        path("n/<slug:network>/", include("tkanka.network.networks.urls")),
        path("n/<slug:network>/settings/", include("tkanka.network.settings.urls")),
        path("n/<slug:network>/", include((directory, "directory"))),
        path("n/<slug:network>/", include((bodies, "bodies"))),
        path("n/<slug:network>/activities/", include("tkanka.coordination.activities.urls")),
        path("n/<slug:network>/", include("tkanka.network.membership.urls")),
        path("n/<slug:network>/", include("tkanka.network.representation.urls")),
        path("n/<slug:network>/", include("tkanka.network.tenure.urls")),
        path("n/<slug:network>/groups/", include("tkanka.governance.groups.urls")),
        path("n/<slug:network>/elections/", include("tkanka.governance.elections.urls")),
        path("n/<slug:network>/motions/", include("tkanka.governance.motions.urls")),
        path("n/<slug:network>/amendments/", include("tkanka.governance.amendments.urls")),
        path("n/<slug:network>/separation/", include("tkanka.governance.separation.urls")),
        path("n/<slug:network>/votes/", include("tkanka.governance.voting.urls")),
        path("n/<slug:network>/positions/", include("tkanka.governance.positions.urls")),
        path("n/<slug:network>/disputes/", include("tkanka.governance.disputes.urls")),
        path("n/<slug:network>/consultations/", include("tkanka.governance.consultations.urls")),
        path("n/<slug:network>/", include((meetings, "meetings"))),
        path("n/<slug:network>/", include("tkanka.governance.minutes.urls")),
        path("n/<slug:network>/map/", include("tkanka.coordination.atlas.urls")),
        path("n/<slug:network>/", include("tkanka.governance.calendar.urls")),
        path("", include("tkanka.governance.discussions.urls")),
        path("", include((front, "front"))),
        path("", include("tkanka.ground.notices.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "tkanka.house.front.views.errors.bad_request"
handler403 = "tkanka.house.front.views.errors.forbidden"
handler404 = "tkanka.house.front.views.errors.not_found"
handler500 = "tkanka.house.front.views.errors.broken"

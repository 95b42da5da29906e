from django.urls import path

from .views import events, feeds, listing, taking_in

app_name = "calendar"
urlpatterns = [
    path("calendar/", listing.calendar, name="calendar"),
    path("calendar/new/", events.new, name="new"),
    path("calendar/import/", taking_in.take_in, name="import"),
    path("calendar/subscribe/", feeds.subscribe, name="subscribe"),
    path("calendar/subscribe/new/", feeds.make, name="make-feed"),
    path("calendar/subscribe/<uuid:feed>/revoke/", feeds.revoke, name="revoke-feed"),
    path("calendar/public.ics", feeds.public_feed, name="public-feed"),
    path("calendar/feed/<str:token>.ics", feeds.feed, name="feed"),
    path("calendar/<uuid:event>/", events.event, name="event"),
    path("calendar/<uuid:event>/event.ics", events.event_file, name="event-file"),
    path("calendar/<uuid:event>/edit/", events.edit, name="edit"),
    path("calendar/<uuid:event>/cancel/", events.cancel, name="cancel"),
    path("desk/calendar/", listing.mine, name="mine"),
]

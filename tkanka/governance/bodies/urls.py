from django.urls import path

from .views import coming_in, keeping, listing, seats, types

app_name = "bodies"
BODY = "bodies/<uuid:key>/"
SEAT = "bodies/seats/<uuid:seat>/"
ADMISSION = "bodies/admissions/<uuid:admission>/"

urlpatterns = [
    path("bodies/", listing.bodies, name="bodies"),
    path("bodies/care/", listing.care, name="care"),
    path("bodies/mine/", listing.mine, name="mine"),
    path("bodies/open/", keeping.open_body, name="open"),
    path("bodies/types/", types.types, name="types"),
    path("bodies/types/new/", types.new_type, name="new-type"),
    path("bodies/types/<slug:code>/", types.edit_type, name="edit-type"),
    path("bodies/types/<slug:code>/retire/", types.retire_type, name="retire-type"),
    path(f"{SEAT}give-up/", seats.give_up, name="give-up"),
    path(f"{SEAT}end/", seats.end, name="end-seat"),
    path(f"{SEAT}role/", seats.role, name="role"),
    path(f"{SEAT}accept/", seats.accept, name="accept-commitments"),
    path(f"{ADMISSION}answer/", coming_in.answer, name="answer"),
    path(f"{ADMISSION}withdraw/", coming_in.withdraw, name="withdraw"),
    path("bodies/invitations/<uuid:admission>/", coming_in.invitation, name="invitation"),
    path(f"{BODY}describe/", keeping.describe, name="describe"),
    path(f"{BODY}flag/", keeping.flag, name="flag"),
    path(f"{BODY}step/", keeping.step, name="step"),
    path(f"{BODY}join/", coming_in.join, name="join"),
    path(f"{BODY}invite/", coming_in.invite, name="invite"),
    path(f"{BODY}people/", coming_in.people, name="people"),
    path(f"{BODY}seats/", seats.seats, name="seats"),
    path(f"{BODY}seats.csv", seats.seats_csv, name="seats-csv"),
    path(f"{BODY}seats/fill/", seats.fill, name="fill"),
]

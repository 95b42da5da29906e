from django.urls import path

from . import views

app_name = "notices"
urlpatterns = [
    path("letters/leave/<str:token>/", views.leave, name="leave"),
    path("mail/", views.mailbox, name="mailbox"),
    path("mail/<slug:key>/", views.kept, name="kept"),
    path("mail/<slug:key>/html/", views.kept_html, name="kept-html"),
]

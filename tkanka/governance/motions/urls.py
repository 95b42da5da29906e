from django.urls import path

from . import views

app_name = "motions"
urlpatterns = [
    path("", views.motions, name="motions"),
    path("new/", views.move, name="move"),
    path("<uuid:motion>/", views.motion, name="motion"),
    path("<uuid:motion>/answer/", views.answer, name="answer"),
    path("<uuid:motion>/withdraw/", views.withdraw, name="withdraw"),
]

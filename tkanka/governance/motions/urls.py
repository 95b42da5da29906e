from django.urls import path

from .views import choosing, moving

app_name = "motions"
urlpatterns = [
    path("", moving.motions, name="motions"),
    path("new/", moving.move, name="move"),
    path("secretariat/", choosing.choices, name="choices"),
    path("secretariat/<uuid:choice>/", choosing.choice, name="choice"),
    path("secretariat/<uuid:choice>/<slug:step>/", choosing.step, name="choice-step"),
    path("<uuid:motion>/", moving.motion, name="motion"),
    path("<uuid:motion>/answer/", moving.answer, name="answer"),
    path("<uuid:motion>/withdraw/", moving.withdraw, name="withdraw"),
]

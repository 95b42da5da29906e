from django.urls import path

from .views import candidates, elections, planning, results, voting

app_name = "elections"
urlpatterns = [
    path("", elections.elections, name="elections"),
    path("rules/", planning.process, name="process"),
    path("new/<uuid:body>/", planning.plan, name="plan"),
    path("<uuid:election>/", elections.election, name="election"),
    path("<uuid:election>/edit/", planning.edit, name="edit"),
    path("<uuid:election>/step/<slug:step>/", planning.step, name="step"),
    path("<uuid:election>/nominate/", candidates.nominate, name="nominate"),
    path("<uuid:election>/candidates/<uuid:candidacy>/", candidates.candidacy, name="candidacy"),
    path("<uuid:election>/candidates/<uuid:candidacy>/withdraw/", candidates.withdraw, name="withdraw"),
    path("<uuid:election>/candidates/<uuid:candidacy>/about-me/", candidates.about_me, name="about-me"),
    path("<uuid:election>/lot/", elections.lot, name="lot"),
    path("<uuid:election>/roll/", elections.roll, name="roll"),
    path("<uuid:election>/ballot/", voting.ballot, name="ballot"),
    path("<uuid:election>/result/", results.result, name="result"),
    path("<uuid:election>/files/<slug:kind>/", results.file, name="file"),
]

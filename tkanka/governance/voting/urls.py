from django.urls import path

from .views import listing, papers, preparing, voting

app_name = "voting"
urlpatterns = [
    path("", listing.polls, name="polls"),
    path("new/", preparing.scopes, name="scopes"),
    path("new/members/", preparing.new_of_members, name="new-of-members"),
    path("new/body/<uuid:body>/", preparing.new_of_body, name="new-of-body"),
    path("rules/", listing.rules, name="rules"),
    path("rules/<uuid:rule>/end/", listing.end_rule, name="end-rule"),
    path("<uuid:poll>/", voting.poll, name="poll"),
    path("<uuid:poll>/edit/", preparing.edit, name="edit"),
    path("<uuid:poll>/roll/", voting.roll, name="roll"),
    path("<uuid:poll>/hands/", voting.hands, name="hands"),
    path("<uuid:poll>/vote.json", papers.file, name="file"),
    path("<uuid:poll>/vote.pdf", papers.paper, name="paper"),
    path("<uuid:poll>/<slug:vote_step>/", voting.step, name="step"),
]

from django.urls import path

from .views import invitations, links, people

app_name = "representation"
urlpatterns = [
    path("people/", people.our_people, name="our-people"),
    path("my-mandates/", people.my_mandates, name="my-mandates"),
    path("organisations/<uuid:organisation>/people/", people.people, name="people"),
    path("organisations/<uuid:organisation>/links/", links.links, name="links"),
    path("mandates/<uuid:mandate>/reissue/", people.reissue, name="reissue"),
    path("mandates/<uuid:mandate>/end/", people.end, name="end-mandate"),
    path("invitations/<uuid:invitation>/resend/", invitations.resend, name="resend-invitation"),
    path("invitations/<uuid:invitation>/revoke/", invitations.revoke, name="revoke-invitation"),
    path("invitation/<str:token>/", invitations.invitation, name="invitation"),
    path("links/<uuid:link>/", links.answer, name="answer-link"),
]

from django.urls import path

from .views import book, cards, organisations, profile, writing

app_name = "directory"
urlpatterns = [
    path("organisations/", organisations.organisations, name="organisations"),
    path("my-organisation/", profile.my_organisation, name="my-organisation"),
    path("organisations/<uuid:key>/edit/", profile.profile, name="profile"),
    path("organisations/<uuid:key>/edit/<slug:section>/", profile.edit_section, name="edit"),
    path("organisations/<uuid:key>/confirm/", profile.confirm, name="confirm"),
    path("organisations/<uuid:key>/contact.vcf", book.organisation_vcard, name="vcard"),
    path("organisations/<uuid:key>/write/", writing.write, name="write"),
    path("organisations/<uuid:key>/contacts/", cards.contacts, name="contact-persons"),
    path("organisations/<uuid:key>/contacts/propose/", cards.propose, name="propose-contact"),
    path("organisations/<uuid:key>/contacts/me/", cards.add_own, name="add-own-card"),
    path("contacts/", book.contact_base, name="contact-base"),
    path("contacts/mine/", cards.my_cards, name="my-cards"),
    path("contacts/answer/<str:token>/", cards.answer_proposal, name="answer-proposal"),
    path("contacts/<uuid:key>/answer/", cards.answer_signed_in, name="answer-signed-in"),
    path("contacts/<uuid:key>/", cards.change, name="change-card"),
    path("contacts/<uuid:key>/remove/", cards.take_down, name="take-down-card"),
]

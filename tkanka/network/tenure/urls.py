from django.urls import path

from .views import confirming, hosting, leaving, quiet, removing

app_name = "tenure"
urlpatterns = [
    path("organisations/<uuid:organisation>/leave/", leaving.resign, name="resign"),
    path("organisations/<uuid:organisation>/leave/undo/", leaving.undo, name="undo-resignation"),
    path("former-members/", leaving.former_members, name="former-members"),
    path("secretariat/removals/", removing.cases, name="cases"),
    path("secretariat/removals/new/<uuid:organisation>/", removing.prepare, name="prepare-removal"),
    path("removals/<uuid:case>/", removing.case, name="case"),
    path("removals/<uuid:case>/evidence/", removing.add_evidence, name="add-evidence"),
    path("removals/<uuid:case>/notify/", removing.notify, name="notify"),
    path("removals/<uuid:case>/answer/", removing.answer, name="answer"),
    path("removals/<uuid:case>/decide/", removing.decide, name="decide"),
    path("removals/<uuid:case>/object/", removing.object_to, name="object"),
    path("evidence/<uuid:evidence>/", removing.evidence, name="evidence"),
    path("secretariat/quiet/", quiet.quiet, name="quiet"),
    path("secretariat/quiet/<uuid:organisation>/ask/", quiet.ask, name="ask"),
    path("secretariat/quiet/<uuid:organisation>/call/", quiet.call, name="call"),
    path("host/", hosting.host, name="host"),
    path("host/guarantee/", hosting.guarantee, name="guarantee"),
    path("confirm/<str:token>/", confirming.confirm, name="confirm"),
]

from django.urls import path

from .views import cases

app_name = "separation"
urlpatterns = [
    path("", cases.cases, name="cases"),
    path("<uuid:case>/", cases.case, name="case"),
    path("<uuid:case>/answer/<uuid:successor>/", cases.answer, name="answer"),
    path("<uuid:case>/matters/<uuid:matter>/", cases.matter, name="matter"),
    path("<uuid:case>/<slug:case_step>/", cases.step, name="step"),
]

from django.urls import path

from .views import pages, steps, writing

app_name = "positions"
urlpatterns = [
    path("", pages.positions, name="positions"),
    path("new/", writing.begin, name="begin"),
    path("<uuid:position>/", pages.position, name="position"),
    path("<uuid:position>/edit/", writing.edit, name="edit"),
    path("<uuid:position>/pdf/", pages.position_pdf, name="pdf"),
    path("<uuid:position>/<slug:step>/", steps.step, name="step"),
    path("<uuid:position>/to/<uuid:addressee>/<slug:step>/", steps.with_addressee, name="with-addressee"),
]

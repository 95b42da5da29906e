from django.urls import path

from .views import amendments

app_name = "amendments"
urlpatterns = [
    path("", amendments.amendments, name="amendments"),
    path("new/", amendments.new, name="new"),
    path("<uuid:amendment>/", amendments.amendment, name="amendment"),
    path("<uuid:amendment>/terms/<uuid:term>/drop/", amendments.drop, name="drop-term"),
    path("<uuid:amendment>/<slug:amendment_step>/", amendments.step, name="step"),
]

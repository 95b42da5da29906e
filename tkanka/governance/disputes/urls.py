from django.urls import path

from .views import files

app_name = "disputes"
urlpatterns = [
    path("", files.disputes, name="disputes"),
    path("new/", files.bring, name="bring"),
    path("<uuid:dispute>/", files.dispute, name="dispute"),
    path("<uuid:dispute>/readings/", files.readings, name="readings"),
    path("<uuid:dispute>/<slug:doing>/", files.do, name="do"),
]

from django.urls import path

app_name = "voting"
urlpatterns = [path("", lambda r: None, name="votes"), path("<uuid:poll>/", lambda r: None, name="poll")]

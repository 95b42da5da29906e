"""Boundaries of territorial units."""

from django.urls import path

from . import views

app_name = "places"
urlpatterns = [
    path("<slug:level>.geojson", views.boundaries, name="boundaries"),
]

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "tkanka.network.places"
    label = "places"

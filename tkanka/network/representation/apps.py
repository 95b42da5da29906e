from django.apps import AppConfig


class RepresentationConfig(AppConfig):
    name = "tkanka.network.representation"
    label = "representation"

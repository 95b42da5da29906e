from django.apps import AppConfig


class FrontConfig(AppConfig):
    name = "tkanka.house.front"
    label = "front"

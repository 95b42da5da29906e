from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "tkanka.ground.kit"
    label = "kit"

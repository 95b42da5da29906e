from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "tkanka.ground.notices"
    label = "notices"

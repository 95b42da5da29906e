from django.apps import AppConfig


class SeparationConfig(AppConfig):
    name = "tkanka.governance.separation"
    label = "separation"

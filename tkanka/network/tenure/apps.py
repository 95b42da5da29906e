from django.apps import AppConfig


class TenureConfig(AppConfig):
    name = "tkanka.network.tenure"
    label = "tenure"

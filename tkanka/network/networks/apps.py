from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "tkanka.network.networks"
    label = "networks"

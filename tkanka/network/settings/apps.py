from django.apps import AppConfig


class SettingsConfig(AppConfig):
    name = "tkanka.network.settings"
    label = "network_settings"

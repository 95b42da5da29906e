from django.apps import AppConfig


class MinutesConfig(AppConfig):
    name = "tkanka.governance.minutes"
    label = "minutes"

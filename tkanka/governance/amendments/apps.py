from django.apps import AppConfig


class AmendmentsConfig(AppConfig):
    name = "tkanka.governance.amendments"
    label = "amendments"

from django.apps import AppConfig


class ElectionsConfig(AppConfig):
    name = "tkanka.governance.elections"
    label = "elections"

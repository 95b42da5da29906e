from django.apps import AppConfig


class PositionsConfig(AppConfig):
    name = "tkanka.governance.positions"
    label = "positions"

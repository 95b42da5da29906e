from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "tkanka.ground.ledger"
    label = "ledger"

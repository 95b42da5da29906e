from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "tkanka.governance.bodies"
    label = "bodies"

from django.apps import AppConfig


class MotionsConfig(AppConfig):
    name = "tkanka.governance.motions"
    label = "motions"

from django.apps import AppConfig


class DisputesConfig(AppConfig):
    name = "tkanka.governance.disputes"
    label = "disputes"

from django.apps import AppConfig


class DiscussionsConfig(AppConfig):
    name = "tkanka.governance.discussions"
    label = "discussions"

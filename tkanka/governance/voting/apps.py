from django.apps import AppConfig


class VotingConfig(AppConfig):
    name = "tkanka.governance.voting"
    label = "voting"

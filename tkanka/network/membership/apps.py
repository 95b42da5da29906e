from django.apps import AppConfig


class MembershipConfig(AppConfig):
    name = "tkanka.network.membership"
    label = "membership"

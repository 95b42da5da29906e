from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "tkanka.governance.groups"
    label = "groups"

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "tkanka.network.people"
    label = "people"

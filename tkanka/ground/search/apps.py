from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "tkanka.ground.search"
    label = "search"

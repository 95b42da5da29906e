from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "tkanka.network.vocabulary"
    label = "vocabulary"

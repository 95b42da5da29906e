from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "tkanka.network.directory"
    label = "directory"

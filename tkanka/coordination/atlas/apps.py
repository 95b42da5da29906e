from django.apps import AppConfig


class AtlasConfig(AppConfig):
    name = "tkanka.coordination.atlas"
    label = "atlas"

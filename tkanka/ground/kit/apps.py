from django.apps import AppConfig

from .catalogues import merge_catalogues

merge_catalogues()  # here, for models name their choices before any `ready`


class KitConfig(AppConfig):
    name = "tkanka.ground.kit"
    label = "kit"

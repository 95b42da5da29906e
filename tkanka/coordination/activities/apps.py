from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "tkanka.coordination.activities"
    label = "activities"

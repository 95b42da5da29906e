from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "tkanka.governance.meetings"
    label = "meetings"

from django.apps import AppConfig


class CalendarConfig(AppConfig):
    name = "tkanka.governance.calendar"
    label = "calendar"

from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "tkanka.governance.consultations"
    label = "consultations"

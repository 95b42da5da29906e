from django.urls import path

from .views import about, acting, charter

app_name = "networks"
urlpatterns = [
    path("about/", about.about, name="about"),
    path("acting/", acting.act_for, name="act-for"),
    path("charter/", charter.charter, name="charter"),
    path("charter/defaults/", charter.defaults, name="defaults"),
    path("charter/terms/", charter.terms, name="terms"),
    path("charter/terms.csv", charter.terms_csv, name="terms-csv"),
    path("charter/terms.json", charter.terms_json, name="terms-json"),
    path("charter/rulebook.toml", charter.rulebook, name="rulebook"),
]

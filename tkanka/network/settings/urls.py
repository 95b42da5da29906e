from django.urls import path

from .views import concepts, details, offices, overview, subregions, vocabulary

app_name = "network_settings"
LIST = "vocabulary/<slug:codelist>/"
CONCEPT = f"{LIST}<uuid:key>/"

urlpatterns = [
    path("", overview.settings, name="settings"),
    path("details/", details.edit_details, name="details"),
    path("offices/", offices.offices, name="offices"),
    path("offices/give/", offices.give_office, name="give-office"),
    path("offices/<uuid:key>/end/", offices.end_office, name="end-office"),
    path("subregions/", subregions.subregions, name="subregions"),
    path("subregions/add/", subregions.add_subregion, name="add-subregion"),
    path("subregions/<uuid:key>/", subregions.edit_subregion, name="edit-subregion"),
    path("subregions/<uuid:key>/dissolve/", subregions.dissolve_subregion, name="dissolve-subregion"),
    path("vocabulary/", vocabulary.codelists, name="codelists"),
    path(LIST, vocabulary.codelist, name="codelist"),
    path(f"{LIST}add/", concepts.add_concept, name="add-concept"),
    path(f"{LIST}history/", vocabulary.history, name="codelist-history"),
    path(f"{LIST}export/<str:kind>/", vocabulary.export, name="export-codelist"),
    path(CONCEPT, concepts.concept, name="concept"),
    path(f"{CONCEPT}rename/", concepts.rename_concept, name="rename-concept"),
    path(f"{CONCEPT}retire/", concepts.retire_concept, name="retire-concept"),
    path(f"{CONCEPT}restore/", concepts.restore_concept, name="restore-concept"),
    path(f"{CONCEPT}place/", concepts.place_concept, name="place-concept"),
    path(f"{CONCEPT}synonyms/add/", concepts.add_synonym, name="add-synonym"),
    path(f"{CONCEPT}synonyms/<uuid:synonym>/remove/", concepts.remove_synonym, name="remove-synonym"),
]

from django.urls import path

from .views import entering, exporting, importing, listing, mine, own

app_name = "activities"
urlpatterns = [
    path("", listing.activities, name="activities"),
    path("new/", entering.enter, name="enter"),
    path("mine/", mine.mine, name="mine"),
    path("mine/copy/", mine.copy, name="copy"),
    path("mine/confirm/", mine.confirm, name="confirm"),
    path("mine/<uuid:organisation>.xlsx", exporting.own_file, name="own-file"),
    path("import/", importing.imports, name="import"),
    path("import/template.xlsx", exporting.template, name="template"),
    path("import/<uuid:run>/", importing.import_run, name="import-run"),
    path("import/<uuid:run>/columns/", importing.columns, name="import-columns"),
    path("import/<uuid:run>/answers/", importing.answers, name="import-answers"),
    path("import/<uuid:run>/apply/", importing.apply, name="import-apply"),
    path("import/<uuid:run>/drop/", importing.drop, name="import-drop"),
    path("import/<uuid:run>/refused/<slug:kind>/", importing.refused_file, name="import-refused"),
    path("export/", exporting.export, name="export"),
    path("export/<slug:kind>/", exporting.export_file, name="export-file"),
    path("<uuid:activity>/", listing.activity_page, name="activity"),
    path("<uuid:activity>/edit/", entering.edit, name="edit"),
    path("<uuid:activity>/numbers/", own.numbers, name="numbers"),
    path("<uuid:activity>/step/", own.step, name="step"),
]

from django.urls import path

from .views import maps

app_name = "atlas"
urlpatterns = [
    path("", maps.show_map, name="map"),
    path("table.csv", maps.table_csv, name="table-csv"),
    path("table.xlsx", maps.table_xlsx, name="table-xlsx"),
    path("cells.geojson", maps.cells, name="cells"),
    path("subregion/<uuid:subregion>/", maps.show_subregion, name="subregion"),
    path("<slug:code>/", maps.show_area, name="area"),
]

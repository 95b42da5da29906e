"""The columns a file of the register may have: their HXL tags, their names, and what headings people give them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.utils.translation import get_language

from tkanka.rules.names import words_of


@dataclass(frozen=True, slots=True)
class Field:
    """A column. `names` are its headings in Polish, English and Ukrainian; `also` other headings for it."""

    code: str
    tag: str
    names: tuple[str, str, str]
    also: tuple[str, ...] = ()
    written: bool = True

    @property
    def name(self) -> str:
        """Its heading in the reader's language."""
        languages = ("pl", "en", "uk")
        asked = (get_language() or "pl")[:2]
        return self.names[languages.index(asked) if asked in languages else 0]


def _f(code: str, tag: str, pl: str, en: str, uk: str, also: str = "", *, written: bool = True) -> Field:
    return Field(code, tag, (pl, en, uk), tuple(part for part in also.split("|") if part), written)


FIELDS: tuple[Field, ...] = (
    _f("organisation", "#org+name", "Organizacja", "Organisation", "Організація",
       "nazwa organizacji|organization|organisation name|organization name|ngo|podmiot|partner|назва організації"),
    _f("number", "#org+code", "Numer organizacji", "Organisation number", "Номер організації",
       "krs|nip|regon|numer krs|numer nip|org code|organisation code|organization code"),
    _f("title", "#activity+name", "Działanie", "Activity", "Діяльність",
       "nazwa działania|tytuł|nazwa projektu|projekt|activity name|project|title|назва діяльності"),
    _f("sector", "#sector", "Obszar", "Sector", "Сектор", "sektor|dziedzina|cluster|sector english|obszar działania"),
    _f("subsector", "#subsector", "Podobszar", "Subsector", "Підсектор", "podsektor|subcluster|sub sector"),
    _f("service", "#service", "Usługa", "Service", "Послуга", "rodzaj działania|co|services|usługi|rodzaj wsparcia"),
    _f("country", "#country", "Kraj", "Country", "Країна", "country name|państwo"),
    _f("adm1_code", "#adm1+code", "Kod województwa", "Voivodeship code", "Код воєводства",
       "teryt województwa|admin1 code|adm1 pcode|admin1pcod"),
    _f("adm1_name", "#adm1+name", "Województwo", "Voivodeship", "Воєводство",
       "admin level 1|admin1|adm1|region|province|oblast|woj|область"),
    _f("adm2_code", "#adm2+code", "Kod powiatu", "Powiat code", "Код повіту", "teryt powiatu|admin2 code|adm2 pcode"),
    _f("adm2_name", "#adm2+name", "Powiat", "Powiat", "Повіт", "admin level 2|admin2|adm2|district|county|район"),
    _f("adm3_code", "#adm3+code", "Kod gminy", "Gmina code", "Код ґміни", "teryt gminy|admin3 code|teryt|kod teryt"),
    _f("adm3_name", "#adm3+name", "Gmina", "Gmina", "Ґміна", "admin3|adm3|municipality|gmina lub miasto|громада"),
    _f("area", "#loc+area", "Miejsce działania", "Area", "Місце діяльності",
       "gdzie|teren|obszar terytorialny|miasto|miejscowość|location|where|lokalizacja|де|terytorium", written=False),
    _f("group", "#beneficiary", "Dla kogo", "For whom", "Для кого",
       "grupa|odbiorcy|grupa docelowa|beneficiary|beneficiaries|target group|population group|бенефіціари"),
    _f("targeted", "#targeted+ind", "Plan osób", "People targeted", "План осіб",
       "liczba osób plan|planowana liczba osób|targeted|target|annual target|planowane osoby|цільова кількість"),
    _f("reached", "#reached+ind", "Osoby objęte", "People reached", "Охоплено осіб",
       "liczba osób|liczba osób objętych|objęte osoby|reached|achieved|people|beneficiaries reached|охоплено"),
    _f("capacity", "#capacity+num", "Ile w miesiącu", "Monthly capacity", "Скільки на місяць",
       "pojemność|liczba miejsc|capacity|miejsca"),
    _f("starts", "#date+start", "Początek", "Start", "Початок",
       "od|od kiedy|data rozpoczęcia|start date|data początkowa|data od|дата початку"),
    _f("ends", "#date+end", "Koniec", "End", "Кінець",
       "do|do kiedy|data zakończenia|end date|data końcowa|data do|дата завершення"),
    _f("status", "#status", "Stan", "Status", "Стан", "status działania|activity status|статус"),
    _f("updated", "#date+updated", "Potwierdzone", "Confirmed", "Підтверджено", "aktualizacja|updated|last updated"),
    _f("description", "#description", "Opis", "Description", "Опис", "opis działania|details"),
    _f("funding_ends", "#date+funding", "Finansowanie do", "Funded until", "Фінансування до", "funding end"),
    _f("intake", "#status+intake", "Przyjęcia", "Intake", "Прийом", "czy przyjmuje"),
    _f("capacity_unit", "#capacity+unit", "Czego w miesiącu", "Capacity unit", "Чого на місяць"),
    _f("cost", "#cost", "Odpłatność", "Cost", "Оплата", "koszt|price|cena"),
    _f("channel", "#modality", "W jaki sposób", "Channel", "У який спосіб", "sposób|modality|delivery mode"),
    _f("remote", "#modality+remote", "Także zdalnie", "Also remote", "Також дистанційно", "zdalnie|online|remote"),
    _f("languages", "#lang", "Języki", "Languages", "Мови", "język|language|languages|мова"),
    _f("legal_statuses", "#eligibility", "Status pobytowy", "Legal status", "Правовий статус", "legal statuses"),
    _f("recipient_kind", "#beneficiary+kind", "Odbiorcy", "Recipients", "Одержувачі", "rodzaj odbiorców"),
    _f("horizon", "#activity+horizon", "Perspektywa", "Horizon", "Перспектива"),
    _f("place", "#loc+name", "Dokładne miejsce", "Exact place", "Точне місце", "adres|address|адреса"),
    _f("lat", "#geo+lat", "Szerokość", "Latitude", "Широта", "lat|szerokość geograficzna"),
    _f("lon", "#geo+lon", "Długość", "Longitude", "Довгота", "lon|lng|długość geograficzna"),
    _f("precision", "#geo+precision", "Dokładność publikacji", "Published precision", "Точність публікації"),
    _f("contact", "#contact+name", "Kontakt", "Contact", "Контакт", "osoba kontaktowa|contact person"),
    _f("email", "#contact+email", "E-mail", "E-mail", "Ел. пошта", "email|mail|adres e mail|електронна пошта"),
    _f("phone", "#contact+phone", "Telefon", "Phone", "Телефон", "tel|phone number|numer telefonu"),
    _f("website", "#contact+url", "Strona", "Website", "Вебсайт", "www|strona internetowa|url|strona www|сайт"),
)  # fmt: skip
BY_CODE = {field.code: field for field in FIELDS}
WRITTEN = tuple(field for field in FIELDS if field.written)
OTHER_TAGS = {"#lat_deg": "lat", "#lon_deg": "lon", "#geo+lng": "lon", "#loc": "place", "#subactivity": "title"}
# What a tag says of the same thing in another language or form, which takes nothing away from it.
WEIGHTLESS = frozenset({"pl", "en", "uk", "text", "v", "i", "main", "primary", "label", "all", "total", "type"})


def heading_key(text: str) -> str:
    """A heading as it is compared: no case, no marks, no brackets' signs."""
    return " ".join(words_of(text.replace("_", " ")))


@cache
def _headings() -> dict[str, str]:
    found: dict[str, str] = {}
    for place in (0, 1):
        for field in FIELDS:
            for name in (field.names, field.also)[place]:
                found.setdefault(heading_key(name), field.code)
    return found


def field_of_heading(text: str) -> str:
    """The field a heading speaks of; empty where none is recognised. What stands in brackets is passed over."""
    known = _headings()
    bare = text.partition("(")[0] or text
    return known.get(heading_key(text)) or known.get(heading_key(bare)) or ""


def field_of_tag(tag: str) -> str:
    """The field an HXL tag speaks of; empty where the register keeps no such thing."""
    base, *attributes = tag.lower().replace(" ", "").split("+")
    wanted = {one for one in attributes if one not in WEIGHTLESS}
    if found := OTHER_TAGS.get("+".join([base, *sorted(wanted)])):
        return found
    for field in FIELDS:
        own_base, *own = field.tag.split("+")
        if own_base == base and wanted == set(own):
            return field.code
    if base == "#country" and wanted == {"code"}:
        return "country"
    return DEFAULT_OF_BASE.get(base, "") if wanted <= {"name", "ind", "num"} else ""


DEFAULT_OF_BASE = {
    "#org": "organisation",
    "#activity": "title",
    "#adm1": "adm1_name",
    "#adm2": "adm2_name",
    "#adm3": "adm3_name",
    "#targeted": "targeted",
    "#reached": "reached",
    "#capacity": "capacity",
    "#country": "country",
    "#sector": "sector",
    "#subsector": "subsector",
    "#service": "service",
    "#beneficiary": "group",
    "#status": "status",
    "#contact": "contact",
}

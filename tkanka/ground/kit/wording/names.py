"""The members of the other enums of `rules`, by the name of their enum."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Promise

NAMES: dict[str, dict[str, Promise]] = {
    "Kind": {
        "foundation": _("fundacja"),
        "association": _("stowarzyszenie"),
        "federation": _("federacja"),
        "union_of_associations": _("związek stowarzyszeń"),
        "network": _("sieć lub porozumienie organizacji"),
        "consortium": _("konsorcjum"),
        "international_ngo": _("międzynarodowa organizacja pozarządowa"),
        "nonprofit_company": _("spółka non-profit"),
        "church_organisation": _("organizacja kościelna lub wyznaniowa"),
        "informal_group": _("grupa nieformalna"),
        "grassroots_initiative": _("inicjatywa oddolna"),
        "individual": _("osoba indywidualna"),
        "support_centre": _("ośrodek wsparcia"),
        "lag": _("lokalna lub rybacka grupa działania"),
        "public_body": _("instytucja publiczna"),
        "academia": _("uczelnia lub instytut badawczy"),
        "think_tank": _("ośrodek analityczny"),
        "un_agency": _("agencja ONZ"),
        "international_organisation": _("organizacja międzyrządowa"),
        "business": _("firma"),
        "other": _("inna organizacja"),
    },
    "Number": {
        "krs": _("numer KRS"),
        "nip": _("NIP"),
        "regon": _("REGON"),
        "foreign_registry": _("numer w rejestrze zagranicznym"),
    },
    "Office": {
        "coordinator": _("Koordynator_ka"),
        "secretariat": _("sekretariat"),
    },
    "Capacity": {
        "main": _("główna osoba reprezentująca"),
        "alternate": _("zastępcza osoba reprezentująca"),
        "director": _("osoba decyzyjna"),
        "communication": _("osoba do kontaktu w sprawach komunikacji"),
    },
    "Audience": {
        "public": _("wszyscy"),
        "members": _("członkowie sieci"),
        "secretariat": _("sekretariat"),
        "nobody": _("nikt"),
    },
    "Mode": {
        "verified": _("po sprawdzeniu wniosku"),
        "declared": _("przez własne oświadczenie"),
        "open": _("udział jest otwarty"),
    },
    "Refusal": {
        "kind": _("podmiot tego rodzaju nie może należeć do sieci"),
        "eligibility": _("nie jest spełniony warunek członkostwa"),
        "declaration": _("brakuje oświadczenia"),
        "not_genuine": _("oświadczenie nie odpowiada prawdzie"),
        "duplicate": _("ta organizacja ma już wniosek lub członkostwo"),
        "unanswered": _("pytanie sekretariatu pozostało bez odpowiedzi"),
    },
    "RemovalGround": {
        "breach_of_good_cooperation_in_tools": _("naruszanie zasad dobrej współpracy w narzędziach sieci"),
        "silent_and_inactive": _("brak informacji o działalności i brak aktywności"),
        "breach_of_humanitarian_standards": _("nieprzestrzeganie standardów humanitarnych we własnej działalności"),
    },
    "Status": {
        "observer": _("stały obserwator"),
        "partner": _("partner"),
    },
    "Right": {
        "ballot": _("głosowanie"),
        "motion": _("zgłaszanie spraw"),
        "sign_on": _("podpisywanie stanowisk"),
        "key": _("współdecydowanie"),
        "publish_activity": _("publikowanie działań"),
        "post_offer": _("zamieszczanie ofert"),
        "see_meetings_invited_to": _("wgląd w spotkania, na które jest zaproszenie"),
    },
    "Freshness": {
        "fresh": _("aktualne"),
        "stale": _("dawno niepotwierdzone"),
    },
    "NextStep": {
        "ask": _("pierwsze pytanie"),
        "call": _("telefon"),
        "wait": _("poczekać na odpowiedź"),
        "prepare": _("zawiadomienie z prawem odpowiedzi"),
        "follow": _("sprawa w toku"),
    },
    "Silence": {
        "heard": _("jest z nią kontakt"),
        "fading": _("odzywa się rzadziej"),
        "silent": _("dawno nic nie słychać"),
    },
    "Guarantee": {
        "given": _("zapewnienie trwa"),
        "running_out": _("zapewnienie dobiega końca"),
        "none_on_record": _("brak zapewnienia na piśmie"),
    },
    "Price": {
        "free": _("bezpłatnie"),
        "at_cost": _("po kosztach"),
        "paid": _("odpłatnie"),
    },
    "Contribution": {
        "website": _("strona sieci"),
        "meetings": _("spotkanie"),
        "email": _("e-mail"),
        "activity": _("działanie"),
        "group": _("grupa"),
        "offer": _("oferta lub potrzeba"),
    },
    "Case": {
        "nominative": _("mianownik"),
        "genitive": _("dopełniacz"),
        "dative": _("celownik"),
        "accusative": _("biernik"),
        "instrumental": _("narzędnik"),
        "locative": _("miejscownik"),
        "vocative": _("wołacz"),
    },
}

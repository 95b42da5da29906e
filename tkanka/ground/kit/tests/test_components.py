"""Each part as a page writes it."""

from datetime import date
from types import SimpleNamespace

import pytest
from django import forms
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from django_cotton.compiler_regex import CottonCompiler

from tkanka.rules.ruling import Ground, Ruling


def shown(source, **context):
    request = context.pop("request", None) or RequestFactory().get("/")
    template = engines["django"].from_string(CottonCompiler().process(source))
    with translation.override("pl"):
        return template.render(context, request).strip()


class Application(forms.Form):
    name = forms.CharField(label="Nazwa", help_text="Tak jak chcecie")
    krs = forms.CharField(label="KRS", required=False)
    kind = forms.ChoiceField(label="Kim", choices=[("a", "grupa"), ("b", "fundacja")], widget=forms.RadioSelect)
    terms = forms.BooleanField(label="Zgoda", help_text="wersja 4")
    key = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.mark.parametrize("bound", [Application(), Application({"name": ""})])
def test_label_hint_error_and_input_stand_in_this_order(bound):
    html = shown('<c-field :field="form.name" />', form=bound)
    marks = ["<label", 'id="id_name_helptext"', *(['id="id_name_error"'] if bound.errors else []), "<input"]
    places = [html.index(mark) for mark in marks]
    assert places == sorted(places)


def test_what_is_wrong_is_tied_to_its_input():
    html = shown('<c-field :field="form.name" />', form=Application({"name": ""}))
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html


def test_a_field_that_may_stay_empty_says_so():
    assert "(nieobowiązkowe)" in shown('<c-field :field="form.krs" />', form=Application())
    assert "nieobowiązkowe" not in shown('<c-field :field="form.name" />', form=Application())


def test_choices_stand_in_a_named_group_and_keep_what_was_chosen():
    html = shown('<c-field :field="form.kind" />', form=Application({"kind": "b"}))
    assert html.startswith("<fieldset")
    assert "<legend>Kim" in html
    assert html.count("checked") == 1


def test_one_tick_has_its_label_beside_it():
    html = shown('<c-field :field="form.terms" />', form=Application({}))
    assert html.index("<input") < html.index("Zgoda") < html.index("wersja 4")
    assert 'id="id_terms_error"' in html


def test_what_people_typed_is_escaped():
    html = shown('<c-field :field="form.name" />', form=Application({"name": '"><script>'}))
    assert "<script>" not in html


def test_the_summary_links_to_every_field_that_needs_mending():
    html = shown('<c-errors :form="form" />', form=Application({}))
    for place in ("#id_name", "#id_kind", "#id_terms"):
        assert f'href="{place}"' in html
    assert 'role="alert"' in html
    assert shown('<c-errors :form="form" />', form=Application()) == ""


def test_a_whole_form_sends_safely_and_validates_here():
    html = shown('<c-form :form="form" submit="Wyślij" />', form=Application())
    assert "csrfmiddlewaretoken" in html
    assert "novalidate" in html
    assert html.count("<button") == 1


def test_a_refused_button_stays_with_reason_and_paragraph():
    refused = Ruling(failed=(Ground("nobody_worded_this", "§7"),))
    html = shown('<c-refusal :ruling="ruling" label="Powołaj"><button>Powołaj</button></c-refusal>', ruling=refused)
    assert 'aria-disabled="true"' in html
    assert "nobody_worded_this" in html
    assert "§\u00a07" in html
    assert "<button" not in html


def test_an_allowed_button_is_just_the_button():
    html = shown('<c-refusal :ruling="ruling" label="x"><button>Powołaj</button></c-refusal>', ruling=Ruling())
    assert html == "<button>Powołaj</button>"


def test_a_table_gives_every_cell_the_name_of_its_column():
    html = shown(
        '<c-table columns="Kto|#Osób|-Działanie" caption="Spis"><tr><th scope="row">Nić</th><td>3</td>'
        "<td><a>Otwórz</a></td></tr></c-table>"
    )
    assert '<th role="rowheader" scope="row">Nić</th>' in html
    assert '<td role="cell" data-th="Osób" class="num">3</td>' in html
    assert '<td role="cell"><a>Otwórz</a></td>' in html
    assert html.count('role="columnheader"') == 3


def test_a_table_escapes_names_and_what_was_not_safe():
    html = shown('<c-table :columns="columns">{{ bad }}</c-table>', columns="<b>|x", bad="<tr><td>")
    assert "<b>" not in html
    assert "&lt;tr&gt;" in html


def test_an_overdue_duty_says_by_how_much_without_saffron():
    html = shown('<c-duty kind="late" title="Potwierdź" :due="due" url="/x" label="Idź" />', due=date(2020, 1, 1))
    assert "po terminie" in html
    assert 'class="late"' in html
    assert "było do" in html


def test_nothing_verified_yet_is_said():
    assert "jeszcze niesprawdzone" in shown("<c-stamp />")


def test_no_day_shows_nothing():
    assert shown('{{ none|day }}{{ none|moment }}{{ none|ago }}{% when none %}<c-day :at="none" />', none=None) == ""


def test_one_page_has_no_pager_and_several_name_the_current():
    pages = SimpleNamespace(pages=2, number=2, first=26, last=30, total=30, links=[(1, "?page=1"), (2, "?page=2")])
    html = shown('<c-pager :page="page" />', page=pages)
    assert 'href="?page=2" aria-current="page"' in html
    assert "26–30 z 30" in html
    assert shown('<c-pager :page="page" />', page=SimpleNamespace(pages=1)) == ""


def test_a_part_does_not_take_a_word_of_the_page_for_its_own():
    assert "obce" not in shown("<c-note><p>tekst</p></c-note>", title="obce", kind="obce", icon="obce", id="obce")


def test_parts_that_stand_inside_a_sentence_bring_no_space_of_their_own():
    assert shown('(<c-cite p="9" />)<c-state kind="done">x</c-state>.').endswith("x</span>.")
    assert shown('(<c-cite p="9" />)').endswith("</span>)")


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ('{% role "coordinator" %}', "Koordynator_ka"),
        ('{% role "coordinator" "genitive" %}', "Koordynatora_ki"),
        ('{% role "coordinator" "dative" plural=1 %}', "Koordynatorom_kom"),
    ],
)
def test_a_role_is_named_in_its_case(tag, said):
    assert shown(tag) == said


def test_a_history_says_what_was_done_by_whom_for_whom_and_on_what_ground():
    line = SimpleNamespace(at=date(2026, 3, 1), sentence="zmieniono profil", who="Ada", behalf="Dach", cites=("§3",))
    said = shown('<c-history :lines="lines" />', lines=[line]).replace("\u00a0", " ")
    assert "zmieniono profil" in said
    assert "Ada, w imieniu: Dach" in said
    assert "§ 3" in said

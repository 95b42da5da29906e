from django import forms

from tkanka.ground.kit.folding import Folded


class Trip(Folded):
    FOLDS = (("Bilet", ("seat", "meal", "quiet")), ("Tematy", ("themes",)), ("Bagaż", ("luggage",)))

    name = forms.CharField()
    seat = forms.ChoiceField(label="Miejsce", choices=[("", "—"), ("w", "okno")], required=False)
    meal = forms.IntegerField(label="Posiłki", initial=2, min_value=0)
    quiet = forms.BooleanField(label="Strefa ciszy", required=False)
    themes = forms.MultipleChoiceField(label="Tematy", choices=[("1", "jeden"), ("2", "dwa")], required=False)


def folds(form):
    return {fold.title: fold for fold in form.folds}


def test_what_is_named_lies_folded_and_the_rest_stands_open():
    form = Trip()
    assert [field.name for field in form.unfolded] == ["name"]
    assert list(folds(form)) == ["Bilet", "Tematy"], "a fold without a field of this form is left out"
    assert not any(fold.said or fold.is_open for fold in form.folds), "what stands there by itself is not told"


def test_a_fold_says_what_is_set_in_it():
    form = Trip(initial={"seat": "w", "meal": 3, "quiet": True, "themes": ["2", "1"]})
    assert folds(form)["Bilet"].said == ["Miejsce: okno", "Posiłki: 3", "Strefa ciszy"]
    assert folds(form)["Tematy"].said == ["dwa, jeden"]


def test_a_fold_with_an_error_is_open_and_strange_values_are_not_told():
    form = Trip({"name": "x", "meal": "-1", "themes": ["9"]})
    assert not form.is_valid()
    found = folds(form)
    assert found["Bilet"].is_open
    assert found["Tematy"].is_open
    assert found["Tematy"].said == []

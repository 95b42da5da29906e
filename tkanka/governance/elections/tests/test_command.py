"""`manage.py count_election`: what it prints, and what it refuses."""

import json

import pytest
from django.core.management import CommandError, call_command

BLT = '4 2\n3 1 2 4 0\n2 2 1 0\n1 4 0\n1 3 0\n0\n"Anna"\n"Borys"\n"Celina"\n"Daria"\n"Wybory"\n'
BOUNDS = """\
[candidates.Anna]
organisation = "X"
[candidates.Borys]
organisation = "X"
[candidates.Celina]
organisation = "Y"
kind = "foundation"
[[bound]]
attribute = "organisation"
max_each = 1
"""


@pytest.fixture
def count(tmp_path, capsys):
    def run(blt=BLT, bounds=None, *more):
        (tmp_path / "wybory.blt").write_text(blt, "utf-8")
        if bounds is not None:
            (tmp_path / "progi.toml").write_text(bounds, "utf-8")
            more = (*more, "--bounds", str(tmp_path / "progi.toml"))
        call_command("count_election", str(tmp_path / "wybory.blt"), *more)
        return capsys.readouterr().out

    return run


def test_it_prints_the_elected_in_order_the_rounds_and_the_displaced(count):
    assert count() == "Anna\nBorys\n"
    told = json.loads(count(BLT, None, "--seats", "2", "--json"))
    assert told["elected"] == ["Anna", "Borys"] and told["displaced"] == []
    assert told["rounds"][0]["votes"] == {"Anna": "3", "Borys": "2", "Celina": "1", "Daria": "1"}
    assert (told["quota"], told["valid"], told["exact"]) == (3, 7, True)


def test_within_bounds_whoever_was_displaced_is_named_with_the_bound(count):
    told = json.loads(count(BLT, BOUNDS, "--json"))
    assert told["elected"] == ["Anna", "Celina"]
    assert told["displaced"] == [{"name": "Borys", "bound": "organisation = X: max 1"}]
    assert "Próg odebrał miejsce: Borys (organisation = X: max 1)" in count(BLT, BOUNDS)
    assert json.loads(count(BLT, BOUNDS, "--json", "--most-votes"))["displaced"][0]["name"] == "Borys"


@pytest.mark.parametrize(
    ("blt", "bounds", "more", "said"),
    [
        (BLT.replace("4 2", "1 2"), None, (), "wybory.blt, wiersz 1: kandydatur (1) jest mniej niż miejsc (2)."),
        (BLT, None, ("--seats", "5"), "Kandydatur jest mniej niż miejsc."),
        (BLT, None, ("--seats", "0"), "Miejsc musi być co najmniej jedno."),
        (BLT.replace("1 3 0", "1 7 0"), None, (), "wiersz 5: nie ma kandydatury numer 7, jest ich 4."),
        (BLT.replace("2 2 1 0", "2 2 2 0"), None, (), "wiersz 3: kandydatura numer 2 stoi na karcie dwa razy."),
        (BLT.replace("\n0\n", "\n"), None, (), "wiersz 6: brakuje wiersza z samym zerem, który kończy karty"),
        (BLT.replace("1 3 0", "1 3"), None, (), "wiersz 5: karta nie kończy się zerem."),
        (BLT, BOUNDS.replace("candidates.Anna", "candidates.Zofia"), (), "nie ma kandydatury „Zofia”"),
        (BLT, BOUNDS + 'value = "X"', (), "progi.toml, próg 1: max_each stoi samo"),
        (BLT, BOUNDS + "[[bound]]\nattribute = 'kind'\nvalue = 'foundation'\nmin = 2", (),
         "Tych progów nie da się spełnić razem przy tych kandydaturach: kind = foundation: min 2."),
        (BLT, "= 1", (), "progi.toml: plik z progami nie jest poprawnym TOML"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_right_is_refused_by_its_line_and_nothing_is_counted(count, capsys, blt, bounds, more, said):
    with pytest.raises(CommandError) as refused:
        count(blt, bounds, *more)
    assert said in str(refused.value)
    assert capsys.readouterr().out == ""


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(CommandError):
        call_command("count_election", str(tmp_path / "none.blt"))
    (tmp_path / "latin.blt").write_bytes(b"\xb1\xe6")
    with pytest.raises(CommandError, match="UTF-8"):
        call_command("count_election", str(tmp_path / "latin.blt"))

"""manage.py recount FILE.json"""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tkanka.rules.tests.test_voting_steps import line, published
from tkanka.rules.voting import PollKind, rule_for

from .objects import RULE


def kept(tmp_path, data):
    file = tmp_path / "vote.json"
    file.write_text(data if isinstance(data, str) else json.dumps(data), "utf8")
    return str(file)


def test_a_published_vote_is_counted_again(tmp_path):
    out = StringIO()
    call_command("recount", kept(tmp_path, published(RULE, [line("for"), line("for"), line("against")])), stdout=out)
    assert "Przyjęto. Za: 2 z 3" in out.getvalue().replace("\xa0", " ")
    out = StringIO()
    call_command("recount", kept(tmp_path, published(RULE, [line("against")])), "--json", stdout=out)
    said = json.loads(out.getvalue())
    assert (said["same"], said["verdict"]["outcome"], said["entitled"]) == (True, "failed", 1)


def test_a_changed_file_ends_with_one(tmp_path):
    data = published(RULE, [line("for"), line("against"), line("for")])
    data["voters"][0]["choice"] = "against"
    with pytest.raises(CommandError, match="says something else") as error:
        call_command("recount", kept(tmp_path, data), stdout=StringIO())
    assert error.value.returncode == 1


@pytest.mark.parametrize("data", ["", "[" * 100_000, "{}", "[]", "nonsense", '{"form": "tkanka-vote-1"}'])
def test_what_is_no_vote_is_refused_with_its_reason(tmp_path, data):
    with pytest.raises(CommandError, match=r"vote\.json"):
        call_command("recount", kept(tmp_path, data), stdout=StringIO())


def test_a_file_that_is_not_there():
    with pytest.raises(CommandError, match="No such file"):
        call_command("recount", "/nowhere/vote.json")


def test_every_kind_of_rule_can_be_published():
    from tkanka.rules.tests.cast import RAZEM

    for kind in PollKind:
        assert published(rule_for(RAZEM, kind, body="advisory_group"), [line("for")] * 5)["verdict"]

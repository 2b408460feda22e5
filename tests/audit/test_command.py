"""`factcheck audit`, as somebody types it."""

import json
from pathlib import Path

import pytest

from tests.cli.told import LITE
from tests.conftest import Program
from tests.web import Web

LOCAL = ("--allow-private", "127.0.0.1", "--interval", "0")
QUOTE = "around 60 kilometers per hour"
BEFORE = f"The train can reach speeds of {QUOTE}, officials said on Monday."


@pytest.fixture
def cited(cli: Program, web: Web) -> str:
    """A decided claim that rests on one page; its address."""
    url = web.put("/a", BEFORE)
    cli("add", "The train reaches 60 km/h", "--source", url, "--evidence", QUOTE)
    cli("verify", "1", "--ok", "--because", "the page says so")
    return url


def codes(shape: dict[str, list[dict[str, str]]]) -> list[str]:
    return [each["code"] for each in shape["findings"]]


def test_an_altered_page_is_an_error(cli: Program, web: Web, cited: str) -> None:
    cli("audit", *LOCAL)
    web.put("/a", BEFORE.replace("60", "80"))
    done = cli("audit", *LOCAL)
    assert done.status == 1
    assert done.out.startswith("1 claim lost its only support; 0 pages changed with evidence")
    assert '60 became 80: it has "around 80 kilometers per hour"' in done.out
    assert "RE-CHECK" in cli("list").out


def test_the_shape_of_the_json(cli: Program, web: Web, cited: str) -> None:
    web.put("/a", BEFORE.replace("60", "80"))
    shape = cli("audit", *LOCAL, "--select", "D", "--json").json
    (found,) = shape["findings"]
    names = ("id", "code", "severity", "state", "claim", "source")
    assert {name: found[name] for name in names} == {
        "id": 1, "code": "D203", "severity": "error", "state": "new", "claim": 1, "source": 1,
    }  # fmt: skip
    assert found["record"] == {"kind": "evidence", "id": 1}
    assert found["help"] == "factcheck verify 1 with the new figure"
    assert found["detail"]["changes"] == [["figure", "60", "80"]]
    told = shape["summary"]
    assert (told["claims_at_risk"], told["sources_checked"], told["could_not_look"]) == (1, 1, 0)


@LITE
def test_one_line_a_finding(cli: Program, web: Web, cited: str) -> None:
    web.put("/a", BEFORE.replace("60", "80"))
    done = cli("audit", *LOCAL, "--select", "D", "--format", "lines")
    assert done.out == (
        'evidence:1: error D203 [1] source: 60 became 80: it has "around 80 kilometers per hour"\n'
    )


@LITE
def test_sarif_to_a_file(cli: Program, web: Web, cited: str) -> None:
    web.put("/a", BEFORE.replace("60", "80"))
    cli("audit", *LOCAL, "--select", "D", "--format", "sarif", "-o", "out.sarif")
    log = json.loads(Path("out.sarif").read_text(encoding="utf-8"))
    assert log["version"] == "2.1.0"
    assert [each["ruleId"] for each in log["runs"][0]["results"]] == ["D203"]


@LITE
@pytest.mark.parametrize(
    ("least", "status"), [("error", 0), ("warning", 1), ("note", 1), ("WARNING", 1)]
)
def test_the_exit_status_is_from_the_severity_that_is_named(
    cli: Program, cited: str, least: str, status: int
) -> None:
    done = cli("audit", "--offline", "--select", "S303", "--fail-on", least, "--json")
    assert codes(done.json) == ["S303"]
    assert done.status == status


@LITE
def test_select_and_ignore_take_codes_and_families(cli: Program, cited: str) -> None:
    assert codes(cli("audit", "--offline", "--select", "l,s303", "--json").json) == ["L108", "S303"]
    assert codes(cli("audit", "--offline", "--ignore", "S", "--ignore", "L", "--json").json) == []


def test_offline_asks_nobody(cli: Program, web: Web, cited: str) -> None:
    done = cli("audit", "--offline", "--json")
    assert web.asked == []
    assert done.json["summary"]["sources_checked"] == 0


def test_without_a_network_nothing_is_dead_and_the_status_says_so(cli: Program) -> None:
    url = "http://127.0.0.1:9/nobody"
    cli("add", "The train reaches 60 km/h", "--source", url, "--evidence", QUOTE)
    done = cli("audit", *LOCAL)
    assert done.status == 5
    assert "nothing was called gone" in done.err
    assert codes(cli("audit", "--offline", "--select", "L101,L102", "--json").json) == []


def test_since_last_shows_what_is_new_and_what_is_fixed(cli: Program, web: Web, cited: str) -> None:
    web.put("/a", BEFORE.replace("60", "80"))
    cli("audit", *LOCAL, "--select", "D")
    assert codes(cli("audit", *LOCAL, "--select", "D", "--since-last", "--json").json) == []
    web.put("/a", BEFORE)
    (fixed,) = cli("audit", *LOCAL, "--select", "D", "--since-last", "--json").json["findings"]
    assert (fixed["code"], fixed["state"]) == ("D203", "fixed")


def test_setting_aside_takes_a_reason_and_a_name(cli: Program, web: Web, cited: str) -> None:
    web.put("/a", BEFORE.replace("60", "80"))
    cli("audit", *LOCAL, "--select", "D")
    done = cli("audit", "--set-aside", "1", "--because", "a misprint", "--by", "Maria Keller")
    assert done.out == "Set aside: 1 (D203:1).\n"
    again = cli("audit", *LOCAL, "--select", "D")
    assert again.status == 0
    assert "Maria Keller: a misprint" in again.out


@LITE
def test_explaining_needs_no_database(cli: Program) -> None:
    done = cli("audit", "--explain", "d203")
    assert done.status == 0
    assert done.out.startswith("D203  figures in the quoted passage changed (error, drift)\n")
    assert "{" not in done.out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--explain", "Z9"], 2, "no code"),
        (["--select", "Z9"], 2, "no code and no family"),
        (["--fail-on", "grave"], 2, "no severity"),
        (["--format", "xml"], 2, "no format"),
        (["--json", "--format", "sarif"], 2, "do not go together"),
        (["--interval", "-1"], 2, "no interval"),
        (["--budget", "soon"], 2, "no length of time"),
        (["--because", "why"], 2, "--set-aside"),
        (["--set-aside", "1"], 2, "needs a reason"),
        (["--resume"], 3, "No audit was interrupted"),
        (["99"], 3, "no claim 99"),
        (["nowhere"], 3, "nowhere"),
    ],
)
@LITE
def test_what_cannot_be_asked(
    cli: Program, cited: str, arguments: list[str], status: int, said: str
) -> None:
    done = cli("audit", *arguments)
    assert (done.status, said in done.err) == (status, True)


@LITE
def test_only_the_pages_that_are_named_are_asked(cli: Program, web: Web, cited: str) -> None:
    other = web.put("/b", BEFORE)
    cli("add", "The train is slow", "--source", other, "--evidence", QUOTE)
    cli("audit", "2", *LOCAL)
    assert [path for path in web.asked if path != "/robots.txt"] == ["/b"]
    web.asked.clear()
    cli("audit", "source:1", *LOCAL)
    assert [path for path in web.asked if path != "/robots.txt"] == ["/a"]


@LITE
def test_factcheck_toml_names_private_hosts_and_the_pace(
    cli: Program, web: Web, cited: str
) -> None:
    Path("factcheck.toml").write_text(
        '[fetch]\nallow_private = ["127.0.0.1"]\ninterval = 0\n', encoding="utf-8"
    )
    assert cli("audit", "--json").json["summary"]["sources_checked"] == 1


@LITE
def test_a_private_address_is_refused_and_nothing_is_sent(
    cli: Program, web: Web, cited: str
) -> None:
    done = cli("audit", "--select", "L", "--json")
    assert codes(done.json)[0] == "L107"
    assert web.asked == []


@LITE
def test_robots_are_heeded(cli: Program, web: Web, cited: str) -> None:
    web.reply("/robots.txt", b"User-agent: *\nDisallow: /a\n", content_type="text/plain")
    web.put("/b", "Another page of this site.")
    cli("source", "add", f"{web.base}/b")
    assert "L106" in codes(cli("audit", *LOCAL, "--json").json)
    assert "/a" not in web.asked


def test_a_budget_leaves_the_rest_for_resume(cli: Program, web: Web, cited: str) -> None:
    done = cli("audit", *LOCAL, "--budget", "0")
    assert "1 page is left" in done.err
    assert web.asked == []
    cli("audit", *LOCAL, "--resume")
    assert "/a" in web.asked


def test_retractions_come_from_crossref(cli: Program, web: Web) -> None:
    web.reply(
        "/works/10.1000%2F182",
        json.dumps(
            {
                "message": {
                    "updated-by": [
                        {
                            "DOI": "10.1000/183", "type": "retraction", "label": "Retraction",
                            "updated": {"date-time": "2019-07-26T00:00:00Z"},
                        }
                    ]
                }
            }
        ).encode(),
        content_type="application/json",
    )  # fmt: skip
    Path("factcheck.toml").write_text(f'[fetch]\ncrossref = "{web.base}"\n', encoding="utf-8")
    cli("add", "It heals", "--source", web.put("/doi/10.1000/182", BEFORE), "--evidence", QUOTE)
    (found,) = [e for e in cli("audit", *LOCAL, "--json").json["findings"] if e["code"] == "D205"]
    assert (found["severity"], found["source"]) == ("error", 1)
    assert "Retraction" in found["message"]


def test_the_claims_at_risk_are_those_of_all_codes(cli: Program, web: Web, cited: str) -> None:
    web.put("/a", BEFORE.replace("60", "80"))
    cli("audit", *LOCAL)
    done = cli("audit", "--offline", "--select", "L", "--json")
    assert codes(done.json) == []
    assert done.json["summary"]["claims_at_risk"] == 1


def test_resume_goes_on_with_what_was_asked(cli: Program, web: Web, cited: str) -> None:
    cli("add", "The train is slow", "--source", web.put("/b", BEFORE), "--evidence", QUOTE)
    cli("audit", "2", *LOCAL, "--budget", "0")
    cli("audit", *LOCAL, "--resume")
    assert [path for path in web.asked if path != "/robots.txt"] == ["/b"]
    assert cli("audit", *LOCAL, "--resume").status == 3


@LITE
def test_a_file_of_findings_is_said(cli: Program, cited: str) -> None:
    done = cli("audit", "--offline", "--format", "lines", "-o", "found.txt")
    assert (done.out, "Wrote found.txt." in done.err) == ("", True)
    assert Path("found.txt").read_text(encoding="utf-8").startswith("source:1: note L108 ")


def test_what_is_set_aside_stands_in_the_report(cli: Program, web: Web, cited: str) -> None:
    web.put("/a", BEFORE.replace("60", "80"))
    cli("audit", *LOCAL, "--select", "D")
    cli("audit", "--set-aside", "1", "--because", "a <misprint>", "--by", "Maria Keller")
    told = cli("report", "1").out
    assert "## Set aside\n\n- **1** D203 figures in the quoted passage changed: a " in told
    assert r"a \<misprint\> (Maria Keller, " in told
    (shape,) = cli("report", "1", "--format", "json").json["let_stand"]
    assert (shape["code"], shape["claim"], shape["by"]) == ("D203", 1, "Maria Keller")


def test_what_was_set_aside_and_changed_again_is_new(cli: Program, web: Web, cited: str) -> None:
    for figure, state in (("80", "new"), ("90", "new")):
        web.put("/a", BEFORE.replace("60", figure))
        done = cli("audit", *LOCAL, "--select", "D", "--since-last", "--json")
        assert [each["state"] for each in done.json["findings"]] == [state]
        cli("audit", "--set-aside", "1", "--because", "a misprint")
    assert cli("audit", *LOCAL, "--select", "D", "--since-last").out.endswith("Nothing new.\n")


def test_evidence_that_moves_between_sources_is_looked_for_anew(cli: Program, web: Web) -> None:
    one, two = web.put("/a", BEFORE), web.put("/b", BEFORE)
    cli("source", "add", two, "--key", "two")
    cli("add", "The train is slow", "--source", one, "--evidence", QUOTE)
    cli("audit", *LOCAL)
    web.put("/b", BEFORE.replace("60", "80"))
    cli("source", "merge", "source", "two")
    assert codes(cli("audit", *LOCAL, "--select", "D", "--json").json) == ["D203"]
    cli("undo")
    assert codes(cli("audit", "--offline", "--select", "D", "--json").json) == []


@LITE
def test_a_hidden_source_is_named_as_such(cli: Program, web: Web) -> None:
    cli("source", "add", web.put("/a", BEFORE), "--key", "one")
    cli("source", "rm", "one")
    for words in (["source", "capture", "one", *LOCAL], ["audit", "source:one", *LOCAL]):
        done = cli(*words)
        assert (done.status, "source restore one" in done.err) == (2, True)

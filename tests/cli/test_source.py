"""`factcheck source`: recorded once, cited often."""

import pytest

from tests.cli.conftest import Stored
from tests.cli.told import LITE
from tests.conftest import Program


@pytest.mark.parametrize(
    "address",
    [
        "https://tass.com/economy/1672415",
        "http://www.tass.com/economy/1672415/?utm_source=feed#top",
        "HTTPS://TASS.com/economy/1672415?fbclid=x",
    ],
)
def test_an_address_recorded_once(cli: Program, stored: Stored, address: str) -> None:
    again = cli("source", "add", address, "--key", "other", "--json")
    assert (again.status, again.json["id"]) == (0, 3)
    assert cli("source", "add", address).err == "That source was there already, as tass.\n"
    assert stored("SELECT count(*) FROM source") == [(3,)]


def test_the_original_is_kept(cli: Program) -> None:
    typed = "http://www.b.example/a?utm_source=x&id=7#part"
    assert cli("source", "add", typed, "--json").json["url"] == typed


def test_what_is_said_of_it(cli: Program) -> None:
    added = cli(
        "source", "add", "Interview with the driver", "--key", "driver", "--kind", "recording",
        "--publisher", "The Desk", "--author", "Bo", "--published", "2023-09", "--tier", "primary",
        "--origin", "tass", "--kept", "box 2, tape 3", "--terms", "on-record",
    )  # fmt: skip
    assert added.out == (
        "driver  source 4, recording\n"
        "  title       Interview with the driver\n"
        "  publisher   The Desk\n"
        "  author      Bo\n"
        "  published   2023-09\n"
        "  tier        primary\n"
        "  kept        box 2, tape 3\n"
        "  terms       on-record\n"
        "  origin      tass\n"
        "  cited       0 times\n"
    )


def test_a_source_as_json(cli: Program) -> None:
    shown = cli("source", "show", "tass", "--json").json
    expected = {
        "id": 3, "key": "tass", "title": "tass.com", "url": "https://tass.com/economy/1672415",
        "publisher": "TASS", "kind": "page", "origin": None, "protected": False, "alias": None,
        "merged_into": None, "cited": 0, "hidden": False, "notes": [], "evidence": [],
    }  # fmt: skip
    assert expected.items() <= shown.items()


def test_sources_are_listed(cli: Program, run: Program) -> None:
    cli("add", "x", "--from", "atlas p. 3")
    assert run("source", "list").out == (
        "#  key     kind    cited  title                 address\n"
        "1  author  person  0      Maria Keller, author\n"
        "2  atlas   book    1      The Times Atlas\n"
        "3  tass    page    0      tass.com              https://tass.com/economy/1672415\n"
    )


@pytest.mark.parametrize(
    "word", ["2", "source:2", "atlas", "ATLAS", "source:atlas", "The times atlas"]
)
def test_ways_to_name_it(cli: Program, word: str) -> None:
    assert cli("source", "show", word, "--json").json["id"] == 2


def test_options_change_a_source(cli: Program) -> None:
    edited = cli(
        "source", "edit", "atlas", "--publisher", "Times Books", "--key", "ta", "--origin", "tass",
        "--json",
    ).json  # fmt: skip
    assert (edited["publisher"], edited["key"]) == ("Times Books", "ta")
    assert edited["origin"] == {"id": 3, "key": "tass"}
    cleared = cli("source", "edit", "ta", "--publisher", "", "--origin", "", "--json").json
    assert (cleared["publisher"], cleared["origin"]) == (None, None)


def test_two_sources_become_one(cli: Program, stored: Stored) -> None:
    cli("add", "x", "--from", "tass par. 2")
    cli("note", "source:tass", "read twice")
    kept = cli("source", "merge", "tass", "atlas", "--because", "the same book", "--json").json
    assert (kept["key"], kept["cited"]) == ("atlas", 1)
    assert stored("SELECT hidden, merged_into_id FROM source WHERE id = 3") == [(True, 2)]
    assert [s["key"] for s in cli("source", "list", "--json").json] == ["author", "atlas"]
    assert cli("source", "show", "tass", "--json").json["notes"][0]["text"] == "read twice"


def test_a_source_is_hidden(cli: Program) -> None:
    assert cli("source", "rm", "tass", "--json").json["hidden"]
    assert cli("add", "x", "--from", "tass").err == (
        "Error: Source tass is hidden.\nHint: factcheck source restore tass\n"
    )
    assert len(cli("source", "list", "--hidden", "--json").json) == 3
    assert not cli("source", "restore", "tass", "--json").json["hidden"]


def test_a_merged_one_stays(cli: Program) -> None:
    cli("source", "merge", "tass", "atlas")
    assert cli("source", "restore", "tass").err == (
        "Error: Source atlas is not hidden.\nHint: factcheck undo takes a merge back.\n"
    )


def test_a_cited_source_stays(cli: Program) -> None:
    cli("add", "x", "--from", "atlas p. 3")
    assert cli("source", "rm", "atlas").err == (
        "Error: Source atlas is cited 1 time.\n"
        "Hint: Retract that evidence, or factcheck source merge it.\n"
    )


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("add x --key atlas", 2, "There is a source 'atlas' already."),
        ("add x --key 1234", 2, "'1234' cannot be a key."),
        ("add x --key author", 2, "'author' cannot be a key."),
        ("add x --kind boook", 2, "'boook' is no kind of source."),
        ("add x --terms of-record", 2, "'of-record' is no terms."),
        ("add x --tier first", 2, "'first' is no tier."),
        ("add x --published soon", 2, "'soon' is no day."),
        ("add x --origin atals", 2, "There is no source 'atals'."),
        ("add x --protected", 2, "A protected source needs an alias to be shown by."),
        ("show atals", 2, "There is no source 'atals'."),
        ("show 99", 3, "There is no source 99."),
        (f"show {'9' * 400}", 3, "There is no source 2147483648."),
        ("edit tass --title=", 2, "A source needs a title."),
        (
            "edit atlas --url https://tass.com/economy/1672415",
            2,
            "That address is source tass already.",
        ),
        ("edit tass --origin tass", 2, "tass cannot come from tass: that one comes from tass."),
        ("merge atlas atlas", 2, "atlas is atlas already."),
        ("merge author atlas", 2, "author is the author of an article and cannot be merged away."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(cli: Program, words: str, status: int, message: str) -> None:
    refused = cli("source", *words.split(), "--json")
    assert refused.status == status
    assert refused.json["error"]["message"] == message
    assert refused.json["error"]["hint"]


SECRETS = ("grigory", "secretov", "hidden.example", "tape 9")


@pytest.fixture
def protected(cli: Program) -> Program:
    """A source with a name that must not be read, cited, noted, edited and undone."""
    cli(
        "source", "add", "https://hidden.example/x", "--title", "Grigory Secretov", "--author",
        "Grigory Secretov", "--publisher", "Secretov Press", "--kept", "tape 9", "--kind", "person",
        "--protected", "--alias", "a senior official", "--key", "official",
    )  # fmt: skip
    cli("verify", 1, "--ok", "--from", "official call")
    cli("source", "edit", "official", "--author", "G. Secretov")
    cli("source", "edit", "official", "--title", "Grigory A. Secretov")
    cli("undo")
    return cli


LINES = [
    "list", "list --json", "show 1", "show 1 --json", "show 1 --history", "verify 1 --json",
    "search Secretov", "search official --json", "source list", "source list --json",
    "source show official", "source show official --json", "evidence list",
    "evidence list --json", "report", "report --format json", "log", "log --json",
    "log source:official", "log step:6", "stats", "undo --dry-run", "undo 6 --json",
    "undo 8 --dry-run --json", "source show author", "article show --json",
]  # fmt: skip


def test_an_alias_stands_everywhere(protected: Program) -> None:
    for line in LINES:
        done = protected(*line.split())
        told = (done.out + done.err).casefold()
        assert not [name for name in SECRETS if name in told], line


def test_only_reveal_shows_names(protected: Program) -> None:
    for line in ("source list", "source show official", "evidence list --json", "show 1"):
        assert "Secretov" in protected(*line.split(), "--reveal").out, line
    assert "a senior official" in protected("show", 1).out


def test_a_removed_name_stays_veiled(protected: Program) -> None:
    for step in (8, 7, 6):
        assert protected("undo").status == 0, step
    assert protected("source", "list", "--json").json[-1]["key"] == "tass"
    told = (protected("log").out + protected("log", "--json").out).casefold()
    assert not [name for name in SECRETS if name in told]

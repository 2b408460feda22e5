"""`factcheck search`: claims by any words that belong to them."""

from tests.conftest import Program


def found(cli: Program, *words: str) -> list[int]:
    return [claim["id"] for claim in cli("search", *words, "--json").json]


def test_words_find_their_claims(cli: Program) -> None:
    cli("verify", 1, "--partly", "--because", "the timetable differs", "--from", "atlas p. 1")
    cli("note", 2, "telephoned the ministry")
    cli("query", "ask", 3, "How about windows?")
    cli("evidence", "add", 3, "tass", "--quote", "perforated roof")
    assert found(cli, "timetable") == [1]
    assert found(cli, "ministry") == [2]
    assert [found(cli, w) for w in ("windows", "perforated", "economy")] == [[3], [3], [3]]


def test_forms_of_a_word(cli: Program) -> None:
    assert found(cli, "carriage") == [1]
    assert found(cli, "CARRIAGES", "train") == [1]
    assert found(cli, "carriages", "vents") == []


def test_filters_as_in_list(cli: Program) -> None:
    assert sorted(found(cli, "train")) == [1, 2, 3]
    assert found(cli, "train", "--kind", "number") == [1]
    assert len(found(cli, "train", "--limit", "2")) == 2


def test_nothing_is_syntax_error(cli: Program) -> None:
    odd = [
        '"',
        "AND",
        "OR NOT",
        "a*b(c",
        "text:",
        "'; --",
        "-$5",
        "%_",
        "",
        " ",
        "\u0130",
        "x" * 5000,
    ]
    for words in odd:
        assert cli("search", words).status == 0, words


def test_what_is_shown_for_people(cli: Program, run: Program) -> None:
    assert run("search", "vents").out == (
        "#  outcome  kind   claim\n3  OPEN     other  The train has 14 vents\n"
    )
    assert cli("search", "zeppelin").out == "No claims.\n"


def test_what_is_undone_is_lost(cli: Program) -> None:
    cli("edit", 3, "--text", "The zeppelin has 14 vents")
    assert found(cli, "zeppelin") == [3]
    cli("undo")
    assert found(cli, "zeppelin") == []

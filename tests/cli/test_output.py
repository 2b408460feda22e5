"""JSON, tables, files, ids and days."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.cli import ask, output
from factcheck.cli.options import parse_day, parse_ids, parse_when
from factcheck.errors import BadInput, Usage
from factcheck.words import Kind


def test_json_has_a_form_for_what_records_hold(capsys: pytest.CaptureFixture[str]) -> None:
    record = {
        "high": Decimal("37.0"),
        "count": Decimal(3),
        "huge": Decimal("1e40"),
        "at": datetime(2026, 11, 23, 9, tzinfo=UTC),
        "on": date(2026, 11, 23),
        "kind": Kind.NAME,
        "text": "é",
    }
    output.emit([record], as_jsonl=True)
    assert capsys.readouterr().out == (
        '{"high":37.0,"count":3,"huge":null,"at":"2026-11-23T09:00:00Z",'
        '"on":"2026-11-23","kind":"name","text":"é"}\n'
    )


def test_a_list_of_none_is_an_array(capsys: pytest.CaptureFixture[str]) -> None:
    output.emit(iter(()), as_json=True)
    assert json.loads(capsys.readouterr().out) == []


def test_text_is_only_made_when_it_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    output.emit({}, as_json=True, text=lambda: pytest.fail("not asked for"))
    assert capsys.readouterr().out == "{}\n"


def test_a_piped_table_is_plain_and_whole() -> None:
    rows = [(1, "OK", "x" * 200), (12, "WRONG", "two\nlines \x1b[31m")]
    assert output.table(rows, ["id", "outcome", "claim"]) == (
        f"id  outcome  claim\n1   OK       {'x' * 200}\n12  WRONG    two lines \\x1b[31m"
    )


def test_a_table_on_a_terminal_fits_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("NO_COLOR", "1")
    lines = output.table([(1, "OK", "word " * 40)], ["id", "outcome", "claim"]).splitlines()
    assert max(map(len, lines)) <= 40
    assert lines[1].endswith("...")


@pytest.mark.parametrize(
    ("label", "style"),
    [
        ("OK", "green"),
        ("wrong", "red"),
        ("false", "red"),
        ('CHANGE TO "47"', "yellow"),
        ("RE-CHECK: 37 became 47", "red"),
        ("something", ""),
        ("ASK AUTHOR", "magenta"),
    ],
)
def test_outcomes_have_colours(label: str, style: str) -> None:
    assert output.outcome_style(label) == style


def test_colour_follows_the_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert output.colour("x", "red") == "\x1b[31mx\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert output.colour("x", "red") == "x"


def broken() -> Iterator[str]:
    yield "half"
    raise KeyboardInterrupt


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("before")
    file.chmod(0o640)
    with pytest.raises(KeyboardInterrupt):
        output.write_file(file, broken())
    assert file.read_text() == "before"
    output.write_file(file, ["af", b"ter"])
    assert file.read_text() == "after"
    assert file.stat().st_mode & 0o777 == 0o640
    assert not list(tmp_path.glob(".*"))


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    output.write_file(link, "text")
    assert link.is_symlink()
    assert (tmp_path / "real").read_text() == "text"


@pytest.mark.parametrize("name", [".", "no/such/folder.txt", "x" * 300])
def test_what_cannot_be_written_is_said(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        output.write_file(tmp_path / name, "text")


def test_nobody_is_asked_where_nobody_is() -> None:
    assert ask.confirm("Hide 3 claims?", yes=True)
    with pytest.raises(Usage, match="Hide 3 claims"):
        ask.confirm("Hide 3 claims?", yes=False)


def test_an_editor_changes_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho more >> "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    assert ask.edit_text("text\n", ".toml") == "text\nmore\n"


@pytest.mark.parametrize("editor", ["", "no-such-editor", "false", "'"])
def test_an_editor_that_fails_is_said(editor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    with pytest.raises(BadInput, match="editor"):
        ask.edit_text("text")


@pytest.mark.parametrize(
    ("tokens", "numbers", "single"),
    [
        (["3"], [3], True),
        (["claim:3"], [3], True),
        (["#3"], [3], True),
        (["3", "5", "8-10"], [3, 5, 8, 9, 10], False),
        (["5,3", "3"], [5, 3], False),
        (["3-3"], [3], False),
    ],
)
def test_ids(tokens: list[str], numbers: list[int], *, single: bool) -> None:
    ids = parse_ids(tokens)
    assert (ids.numbers, ids.single) == (numbers, single)


def test_a_number_typed_beside_its_range_must_be_there() -> None:
    assert parse_ids(["1-3", "2"]).ranges == {1, 3}


@pytest.mark.parametrize(
    "token",
    ["x", "0", "0-3", "8-3", "-5", "source:3", "1-100001", "9" * 400, "", "3.5", "\u0663", "3-"],
)
def test_bad_ids_are_usage_errors(token: str) -> None:
    with pytest.raises(Usage) as caught:
        parse_ids([token])
    assert len(caught.value.message) < 120
    assert token[:20] in caught.value.message


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-23", "2026-11-23"),
        ("23 Nov", "2026-11-23"),
        ("23 november 2025", "2025-11-23"),
        ("Nov 23, 2025", "2025-11-23"),
        ("today", "2026-11-24"),
        ("yesterday", "2026-11-23"),
        ("2 Jan", "2027-01-02"),
    ],
)
def test_days(text: str, day: str) -> None:
    assert parse_day(text, today=date(2026, 11, 24)) == day


def test_part_of_a_day_only_where_it_is_allowed() -> None:
    assert parse_day("2026-11", partial=True) == "2026-11"
    assert parse_day("1999", partial=True) == "1999"
    with pytest.raises(BadInput, match="2026-11"):
        parse_day("2026-11")


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-02-30", "0000-01-01", "31 Nov", "2026-13", "23 Foo", "9" * 400]
)
def test_bad_days_are_said(text: str) -> None:
    with pytest.raises(BadInput):
        parse_day(text, partial=True)


def test_moments() -> None:
    assert parse_when("2026-11-23T14:30+01:00") == "2026-11-23T13:30:00Z"
    assert parse_when("2026-11-23") == "2026-11-23"
    assert parse_when("9:05").endswith("Z")
    for bad in ("25:00", "2026-11-23T99", "0001-01-01T00:00+10:00"):
        with pytest.raises(BadInput):
            parse_when(bad)

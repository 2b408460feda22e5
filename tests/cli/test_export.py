"""`factcheck export` and `factcheck import`: everything, and the working sheet, out and back."""

from pathlib import Path

from factcheck.errors import ExitStatus
from tests.conftest import Program, run_here


def filled(cli: Program) -> None:
    """Beside the desk's own claims one that is decided and one that is hidden."""
    cli("verify", "1", "--ok", "--from", "atlas p. 2")
    cli("add", "The train is green")
    cli("rm", "4")


def test_export_comes_back_the_same(cli: Program) -> None:
    filled(cli)
    lines = cli("export").out
    assert run_here(["--db", "copy.db", "import", "-"], lines).status == ExitStatus.DONE
    assert run_here(["--db", "copy.db", "export"]).out == lines
    assert run_here(["--db", "copy.db", "db", "check"]).status == ExitStatus.DONE


def test_import_twice_changes_nothing(cli: Program) -> None:
    filled(cli)
    cli("export", "-o", "all.jsonl")
    steps = cli("log", "--json").json
    again = cli("import", "all.jsonl", "--json")
    assert (again.status, again.json["added"]) == (ExitStatus.DONE, {})
    assert cli("log", "--json").json == steps


def test_dry_run_makes_no_database(cli: Program) -> None:
    filled(cli)
    cli("export", "-o", "all.jsonl")
    tried = run_here(["--db", "copy.db", "import", "all.jsonl", "--dry-run"])
    assert (tried.status, Path("copy.db").exists()) == (ExitStatus.DONE, False)
    assert "4 claims" in tried.out


def test_conflict_keeps_ours_and_says_so(cli: Program) -> None:
    filled(cli)
    cli("export", "-o", "all.jsonl")
    cli("edit", "1", "--text", "The train has twenty carriages")
    met = cli("import", "all.jsonl", "--json")
    assert met.status == ExitStatus.CHECK_FAILED
    assert [(each["kind"], each["fields"]) for each in met.json["conflicts"]] == [
        ("claim", ["text"])
    ]
    assert cli("show", "1", "--json").json["text"] == "The train has twenty carriages"


def test_theirs_takes_the_files_record(cli: Program) -> None:
    filled(cli)
    cli("export", "-o", "all.jsonl")
    cli("edit", "1", "--text", "The train has twenty carriages")
    assert cli("import", "all.jsonl", "--theirs").status == ExitStatus.DONE
    assert cli("show", "1", "--json").json["text"] == "The train has 20 carriages"
    cli("undo")
    assert cli("show", "1", "--json").json["text"] == "The train has twenty carriages"


def test_cut_file_changes_nothing(cli: Program) -> None:
    filled(cli)
    lines = cli("export").out
    refused = run_here(["--db", "copy.db", "import", "-"], lines[:-40])
    assert (refused.status, Path("copy.db").exists()) == (ExitStatus.USAGE, False)


def test_protected_source_is_announced(cli: Program) -> None:
    cli("source", "add", "Irene Holt", "--protected", "--alias", "an official")
    told = cli("export")
    assert "Irene Holt" in told.out
    assert "1 protected source is named in full" in told.err
    assert "Irene Holt" not in cli("export", "--format", "csv").out


def test_sheet_comes_back_edited(cli: Program) -> None:
    filled(cli)
    sheet = cli("export", "--format", "csv").out
    Path("sheet.csv").write_text(sheet.replace(",other,", ",number,"), encoding="utf-8", newline="")
    assert cli("import", "sheet.csv", "--json").json["changed"] == [3]
    assert cli("show", "3", "--json").json["kind"] == "number"


def test_unknown_format_names_the_nearest(cli: Program) -> None:
    refused = cli("export", "--format", "csvv")
    assert (refused.status, "Did you mean csv?" in refused.err) == (ExitStatus.USAGE, True)


def test_other_file_is_refused(cli: Program) -> None:
    Path("letter.txt").write_text("Dear editor,\n", encoding="utf-8")
    assert cli("import", "letter.txt").status == ExitStatus.USAGE
    assert cli("import", "nowhere.jsonl").status == ExitStatus.USAGE

"""Secrets planted in every field: no report of any format to anybody tells them."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.cli.told import LITE
from tests.conftest import Program

NAME, PEN, URL = "Ignatius Quellmann", "Quellmann-Privat", "https://leaks.example/quellmann/tape"
KEPT, PUBLISHER, OFF, BACK = "box 77 tape 9", "Quellverlag", "Otto Offrecord", "Berta Background"
PLACE, CALL = "in the garden of number 12", "2026-03-04"
HOST = "leaks.example/quellmann/tape"
FORMATS = ("markdown", "json", "html", "docx", "csv", "xlsx")
AUDIENCES = ("internal", "author", "editor", "public")


@pytest.fixture
def planted(cli: Program) -> Program:
    """Claim 1 decided on a protected source, 2 asked about, 3 on background and off the record."""
    about = f"{NAME} told us at {URL}, see {KEPT}"
    for words in (
        ["source", "add", URL, "--key", "deep", "--title", NAME, "--author", PEN, "--kept", KEPT,
         "--publisher", PUBLISHER, "--protected", "--alias", "a rail engineer"],
        ["source", "add", OFF, "--key", "ottokar", "--kind", "person", "--terms", "off-record"],
        ["source", "add", BACK, "--key", "berta", "--kind", "person", "--terms", "background",
         "--alias", "a ministry official"],
        ["evidence", "add", "1", "deep", "--quote", "there are twenty carriages",
         "--locator", PLACE, "--on", CALL, "--how", "meeting", "--note", about],
        ["verify", "1", "--ok", "--because", about],
        ["note", "1", about],
        ["note", "source:deep", about],
        ["note", "article:kim-train", about],
        ["query", "ask", "2", f"Do you know {NAME}?"],
        ["verify", "2", "--attribute", "--because", about],
        ["evidence", "add", "3", "ottokar", "--says", "he said fourteen, privately"],
        ["evidence", "add", "3", "berta", "--says", "there are fourteen",
         "--locator", PLACE],
        ["verify", "3", "--ok", "--because", f"{BACK} and {OFF} agree"],
        ["audit", "kim-train", "--offline"],
    ):  # fmt: skip
        done = cli(*words)
        assert done.status in {0, 1}, done.err
    return cli


def told(cli: Program, form: str, audience: str, *more: str) -> str:
    """Everything in a report, whatever it is packed in."""
    file = Path(f"report.{form}")
    done = cli("report", "kim-train", "--format", form, "--audience", audience, "-o", file, *more)
    assert done.status == 0, done.err
    data = file.read_bytes()
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


@LITE
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("form", FORMATS)
def test_a_protected_source_is_never_named(planted: Program, form: str, audience: str) -> None:
    report = told(planted, form, audience)
    secrets = (NAME, PEN, URL, HOST, KEPT, PUBLISHER)
    assert [secret for secret in secrets if secret.casefold() in report.casefold()] == []


@LITE
@pytest.mark.parametrize("audience", AUDIENCES[1:])
@pytest.mark.parametrize("form", FORMATS)
def test_terms_hold_outside_the_desk(planted: Program, form: str, audience: str) -> None:
    report = told(planted, form, audience)
    secrets = (OFF, BACK, "berta", "ottokar", PLACE, "he said fourteen, privately")
    assert [secret for secret in secrets if secret in report] == []


@LITE
@pytest.mark.parametrize("form", FORMATS)
def test_the_alias_is_told(planted: Program, form: str) -> None:
    assert "a rail engineer" in told(planted, form, "internal")


@LITE
@pytest.mark.parametrize("form", FORMATS)
def test_the_desk_may_ask_for_names(planted: Program, form: str) -> None:
    assert NAME in told(planted, form, "internal", "--reveal")


@LITE
@pytest.mark.parametrize("form", FORMATS)
def test_the_public_sees_no_work(planted: Program, form: str) -> None:
    report = told(planted, form, "public")
    work = ("Do you know", "ATTRIBUTE", "ASK AUTHOR", "Ann Checker", "S303", "A506")
    assert [word for word in work if word in report] == []
    assert "20 carriages" in report


def test_names_in_public_are_for_the_house_to_allow(planted: Program) -> None:
    assert "Ann Checker" not in told(planted, "markdown", "public")
    planted("house", "edit", "name_checkers", "yes")
    assert "Ann Checker" in told(planted, "markdown", "public")


def test_a_claim_that_names_its_source_is_not_published(planted: Program) -> None:
    planted("edit", "1", "--text", f"{NAME} counted 20 carriages")
    planted("verify", "1", "--ok", "--because", "counted")
    refused = planted("report", "kim-train", "--audience", "public")
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith(
        "Error: The words of claim 1 name a source that may not be named.\n"
    )


@LITE
@pytest.mark.parametrize("audience", AUDIENCES[1:])
def test_names_stay_in_the_house(planted: Program, audience: str) -> None:
    refused = planted("report", "kim-train", "--audience", audience, "--reveal")
    assert (refused.status, refused.out) == (2, "")


@LITE
@pytest.mark.parametrize("form", ["csl", "bibtex", "annotations"])
def test_an_exchange_names_none(planted: Program, form: str) -> None:
    out = planted("export", "--format", form, "--article", "kim-train").out
    assert out
    assert [word for word in (NAME, PEN, URL, HOST, KEPT, PUBLISHER) if word in out] == []
    assert [word for word in (OFF, BACK, PLACE) if word in out] == []


def test_a_package_names_none(planted: Program) -> None:
    assert planted("export", "kim-train", "--package", "all.zip").status == 0
    with zipfile.ZipFile("all.zip") as packed:
        for name in packed.namelist():
            held = packed.read(name)
            parts = [held]
            if held.startswith(b"PK"):
                with zipfile.ZipFile(io.BytesIO(held)) as inner:
                    parts = [inner.read(each) for each in inner.namelist()]
            every = b"\n".join(parts).decode("utf-8", "replace")
            found = [s for s in (NAME, PEN, URL, HOST, KEPT, PUBLISHER) if s in every]
            assert (name, found) == (name, [])

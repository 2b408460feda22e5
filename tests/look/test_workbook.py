"""The workbook, opened and saved again by LibreOffice Calc."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck.exchange import sheet, workbook
from factcheck.reports import content
from factcheck.services import claims, listing
from factcheck.services.claims import NewClaim
from tests.exchange.copies import Copy

COUNTS = "SELECT (SELECT count(*) FROM step), (SELECT count(*) FROM event)"

HOSTILE = (
    '=HYPERLINK("http://e.org")', "-12 C", "'=x", "a \x07bell", "_x0041_ and _x005F_",
    "one\r\ntwo\n  three", "1e5", "TRUE", "\u202eabc\u2069 \u05d0", "\U0001f600" * 9, "w" * 40_000,
)  # fmt: skip

CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1"


@pytest.fixture
def desk(sqlite_template: Path, tmp_path: Path) -> Copy:
    path = tmp_path / "desk.db"
    shutil.copyfile(sqlite_template, path)
    found = Copy(f"sqlite:///{path}", tmp_path).seeded()
    for text in HOSTILE:
        found.do(claims.add, NewClaim(text, claimant=text))
    return found


@pytest.fixture
def written(desk: Copy, tmp_path: Path) -> Path:
    path = tmp_path / "sheet.xlsx"
    with desk.reading() as session:
        ids = listing.chosen(session, listing.Filter())
        path.write_bytes(workbook.write(content.of_claims(session, ids)))
    return path


def converted(path: Path, form: str) -> bytes:
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed: apt-get install libreoffice-calc"
    folder = path.parent / "converted"
    home = f"-env:UserInstallation={(path.parent / 'office').as_uri()}"
    command = [office, home, "--headless", "--convert-to", form, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    made = folder / f"sheet.{form.partition(':')[0]}"
    assert made.exists(), "LibreOffice Calc is needed: apt-get install libreoffice-calc"
    return made.read_bytes()


@pytest.mark.parametrize("form", ["xlsx", CSV])
def test_what_calc_saved_again_changes_nothing(desk: Copy, written: Path, form: str) -> None:
    data = converted(written, form)
    before = desk.ask(COUNTS)
    with desk.writing() as session:
        result = sheet.import_(session, data)
    assert (result.added, result.changed, result.unchanged) == ([], [], 14 + len(HOSTILE))
    assert desk.ask(COUNTS) == before


def test_no_cell_that_calc_saved_as_csv_is_a_formula(written: Path) -> None:
    text = converted(written, CSV).decode()
    cells = [cell for row in csv.reader(text.splitlines(), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@"}]


def test_calc_prints_it(written: Path) -> None:
    assert converted(written, "pdf").startswith(b"%PDF")

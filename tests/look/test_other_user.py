"""What a user meets who may read the folder but not write it; root may always write."""

import json
import os
from pathlib import Path

import pytest

from tests.conftest import Result, run_here

NOBODY = 65534


def as_nobody(arguments: list[str]) -> Result:
    """The program in a child that gives its rights away; what it imports is there already."""
    run_here(arguments)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setuid(NOBODY)
        result = run_here(arguments)
        os.write(writer, json.dumps([result.status, result.out, result.err]).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        answer = json.loads(pipe.read())
    os.waitpid(child, 0)
    return Result(*answer)


@pytest.fixture
def shelf(tmp_path: Path) -> str:
    """A database in a folder that only its owner may write."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    database = str(folder / "factcheck.db")
    run_here(["--db", database, "init"])
    run_here(["--db", database, "add", "The train is green"])
    for path in (folder / "factcheck.db", folder):
        path.chmod(0o555)
    for above in folder.parents[: len(folder.parents) - 2]:
        above.chmod(0o755)
    return database


def test_read_only_folder_can_be_read(shelf: str) -> None:
    result = as_nobody(["--db", shelf, "list"])
    assert (result.status, result.err) == (0, "")
    assert "The train is green" in result.out


def test_read_only_folder_cannot_be_written(shelf: str) -> None:
    result = as_nobody(["--db", shelf, "add", "Another claim"])
    assert result.status == 4
    assert "cannot be written" in result.err

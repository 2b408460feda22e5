"""The wheel is what people get: built from the sdist, installed clean, started elsewhere."""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment of the wheel and its plain dependencies, without network."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    install = ["install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run([*pip, *install], check=True, capture_output=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    lend(required_by(wheel), packages)
    return folder / "bin" / "factcheck"


def required_by(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = archive.read(name).decode("utf-8")
    return re.findall(r"^Requires-Dist: (.+)$", metadata, flags=re.MULTILINE)


def lend(requirements: list[str], packages: Path) -> None:
    """Link what the running environment has of these, and of what they require."""
    for found in closure(requirements, {}).values():
        for name in {file.parts[0] for file in found.files or [] if file.parts[0] != ".."}:
            place = packages / name
            if name != "__pycache__" and not place.exists():
                place.symlink_to(Path(str(found.locate_file(name))))


def closure(requirements: list[str], found: dict[str, Distribution]) -> dict[str, Distribution]:
    for requirement in map(Requirement, requirements):
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and requirement.name not in found:
            found[requirement.name] = distribution(requirement.name)
            closure(found[requirement.name].requires or [], found)
    return found


def files_of(folder: str) -> Iterator[str]:
    for path in sorted((ROOT / folder).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(path.relative_to(ROOT))


def test_the_wheel_holds_every_migration_and_the_seed(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    expected = {
        f"factcheck/{name}" for folder in ("migrations", "seed") for name in files_of(folder)
    }
    assert expected <= names
    assert {name for name in names if "__pycache__" in name or name.endswith(".pyc")} == set()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {
        "factcheck",
        "factcheck_desk",
    }


def start(command: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(command), *arguments],
        capture_output=True,
        check=False,
        text=True,
        stdin=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
    )


def test_the_wheel_starts_outside_the_checkout(installed: Path) -> None:
    script = "import factcheck; print(factcheck.__file__)"
    python = installed.with_name("python")
    where = subprocess.check_output([str(python), "-c", script], text=True)
    assert Path(where.strip()).is_relative_to(installed.parent.parent)
    for arguments in (["--version"], ["init"], ["db", "status"], ["demo"]):
        done = start(installed, *arguments)
        assert (done.returncode, done.stderr if done.returncode else "") == (0, ""), arguments

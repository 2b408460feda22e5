"""Help and version come fast: they load nothing that they do not need."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "alembic", "httpcore", "httpx", "jinja2", "lxml", "pydantic", "pypdfium2", "rapidfuzz",
    "resiliparse", "rich", "sqlalchemy",
}  # fmt: skip
SCRIPT = """
import sys
from factcheck.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_a_quick_answer_loads_nothing_heavy(option: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, option],
        capture_output=True,
        check=True,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUTF8": "1", "COLUMNS": "80"},
    )
    assert done.stdout
    assert HEAVY.isdisjoint(done.stderr.split())

"""Draws docs/report.png: the report of the seed article, as a browser shows it.

    python -m docs.generate.picture

Needs Chromium; run it when the look of the report has changed.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from docs.generate.desk import Desk

PICTURE = Path(__file__).resolve().parents[1] / "report.png"
SWITCHES = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--window-size=1300,1640",
]  # fmt: skip


def draw(target: Path = PICTURE) -> None:
    """Raises RuntimeError where there is no Chromium."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise RuntimeError("there is no Chromium to draw with")
    desk = Desk("demo")
    desk.seed()
    desk.run("factcheck report kim-train --audience editor -o report.html")
    source = desk.folder / "report.html"
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, *SWITCHES, f"--user-data-dir={profile}", f"--screenshot={target}"]
        command.append(source.as_uri())
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - ours


if __name__ == "__main__":
    draw()
    sys.stdout.write(f"Drew {PICTURE}.\n")

"""Draws docs/report.png: the report of the seed article, as a Markdown viewer shows it.

    python -m docs.generate.picture

Needs Chromium; run it when the look of the report has changed.
"""

import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from docs.generate.desk import Desk

PICTURE = Path(__file__).resolve().parents[1] / "report.png"
STYLE = """
body { font: 16px/1.5 "Liberation Sans", Arial, sans-serif; color: #1f2328; margin: 36px 48px; }
h1 { font-size: 27px; border-bottom: 1px solid #d1d9e0; padding-bottom: 8px; }
h2 { font-size: 21px; border-bottom: 1px solid #d1d9e0; padding-bottom: 5px; margin-top: 26px; }
h3 { font-size: 17px; margin-top: 22px; }
table { border-collapse: collapse; }
td, th { border: 1px solid #d1d9e0; padding: 4px 13px; text-align: left; }
td:last-child, th:last-child { text-align: right; }
code { background: #eff1f3; padding: 2px 5px; border-radius: 5px; font-size: 14px; }
a { color: #0969da; text-decoration: none; }
li { margin: 4px 0; }
"""
SWITCHES = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--window-size=1000,1284",
]  # fmt: skip


def page(markdown: str) -> str:
    """HTML of the Markdown that the report is made of, and of no other."""
    blocks = groupby(markdown.splitlines(), key=_kind)
    body = "\n".join(part for kind, lines in blocks for part in _block(kind, list(lines)))
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{body}"


def _kind(line: str) -> str:
    marks = {"#": "heading", "-": "list", "|": "table"}
    return marks.get(line[:1], "text" if line else "blank")


def _block(kind: str, lines: list[str]) -> Iterator[str]:
    if kind == "heading":
        for line in lines:
            level = len(line) - len(line.lstrip("#"))
            yield f"<h{level}>{_inline(line.lstrip('# '))}</h{level}>"
    elif kind == "list":
        yield "<ul>" + "".join(f"<li>{_inline(line[2:])}</li>" for line in lines) + "</ul>"
    elif kind == "table":
        rows = [line.strip("|").split("|") for line in lines if not line.startswith("|---")]
        yield "<table>" + "".join(_row(row) for row in rows) + "</table>"
    elif kind == "text":
        yield f"<p>{_inline(' '.join(lines))}</p>"


def _row(cells: list[str]) -> str:
    return "<tr>" + "".join(f"<td>{_inline(cell.strip())}</td>" for cell in cells) + "</tr>"


def _inline(text: str) -> str:
    kept = re.sub(r"\\([^\w\s])", lambda found: f"\0{ord(found[1])}\0", text)
    shown = html.escape(kept, quote=False)
    shown = re.sub(r"\[([^\]]*)\]\(&lt;(.*?)&gt;\)", r'<a href="\2">\1</a>', shown)
    shown = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", shown)
    shown = re.sub(r"`([^`]+)`", r"<code>\1</code>", shown)
    return re.sub("\0(\\d+)\0", lambda found: html.escape(chr(int(found[1]))), shown)


def draw(target: Path = PICTURE) -> None:
    """Raises RuntimeError where there is no Chromium."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise RuntimeError("there is no Chromium to draw with")
    desk = Desk("demo")
    desk.seed()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.html")
        source.write_text(page(desk.run("factcheck report kim-train")), encoding="utf-8")
        profile = f"--user-data-dir={folder}/profile"
        command = [browser, *SWITCHES, profile, f"--screenshot={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - ours


if __name__ == "__main__":
    draw()
    sys.stdout.write(f"Drew {PICTURE}.\n")

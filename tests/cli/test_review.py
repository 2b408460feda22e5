"""`factcheck review`: one open claim after another, a key each."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.review_page import View, fill, help_lines, key_lines, page
from factcheck.services.reviewing import Passage
from factcheck.text.show import width_of
from tests.cli.conftest import Stored
from tests.cli.terminal import ROOT, _without_echo
from tests.cli.told import LITE
from tests.conftest import Program, Result

Claim = Callable[[int], Any]

KEYS = (
    "o ok  w wrong  p partly right  d sources differ  c can't confirm  x opinion\n"
    "f change  a ask author  e evidence  b open  n note  s skip  u undo  q quit  ?\n"
)
FIRST = (
    "\n"
    "1 of 3 · 0 decided · kim-train\n"
    "Claim 1: OPEN\n"
    "The train has 20 carriages\n"
    "\n"
    "  Kim’s armored train left Pyongyang on Monday with [[20 carriages]].\n"
    "  It can reach speeds of up to 37 mph, according to Yonhap.\n"
    "  The train has 14 vents. Nobody knows why the train is green.\n"
    "\n"
    "number\n"
    "No evidence yet.\n"
    "\n"
)
LEFT = "Go on with: factcheck review"


class Session:
    """A walk at a terminal that is watched while it goes on."""

    def __init__(self, process: "subprocess.Popen[bytes]", terminal: int) -> None:
        self.process, self.terminal, self.shown = process, terminal, ""

    def type(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def wait(self, words: str) -> str:
        """What was shown up to these words; the rest is waited for next time."""
        while words not in self.shown:
            assert self._read(), f"{words!r} is not in {self.shown!r}"
        before, found, self.shown = self.shown.partition(words)
        return before + found

    def end(self) -> str:
        """All that is shown until nobody holds the other end."""
        while self._read():
            pass
        return self.shown

    def _read(self) -> bool:
        assert select.select([self.terminal], [], [], 30)[0], f"it waits after {self.shown!r}"
        try:
            self.shown += os.read(self.terminal, 65536).decode()
        except OSError:
            return False
        return True


@contextmanager
def session(*arguments: object) -> Iterator[Session]:
    ours, theirs = pty.openpty()
    _without_echo(theirs)
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", "review", *map(str, arguments)],
        stdin=theirs, stdout=subprocess.PIPE, stderr=theirs,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    ) as process:  # fmt: skip
        os.close(theirs)
        try:
            yield Session(process, ours)
        finally:
            process.kill()
            os.close(ours)


def review(*options: object, keys: str) -> Result:
    """A walk with all keys typed ahead."""
    with session(*options) as walk:
        walk.type(keys)
        shown = walk.end()
        assert walk.process.stdout is not None
        assert walk.process.stdout.read() == b""
        return Result(walk.process.wait(30), "", shown)


def cite(cli: Program, number: int, source: str, place: str | None = None, *more: str) -> None:
    """Evidence for a claim, by a command of its own."""
    words = ["--locator", place] if place else []
    assert cli("evidence", "add", number, source, *words, *more).status == 0


# The whole walk


def test_a_sentence_from_first_to_last(cli: Program, stored: Stored) -> None:
    done = review(keys="oatlas p. 212\nwthe timetable says 47\n\nup to 47 mph\no1\n")
    assert done.status == 0
    assert done.err.startswith(f"{FIRST}{KEYS}SOURCE PLACE, as in atlas p. 212: atlas p. 212\n")
    assert done.err.endswith("\nDecided 3, skipped 0, 0 left.\n")
    assert stored("SELECT claim_id, conclusion, reason FROM verdict ORDER BY id") == [
        (1, "supported", None), (2, "refuted", "the timetable says 47"), (3, "supported", None),
    ]  # fmt: skip
    assert stored(
        "SELECT e.claim_id, s.key, e.locator, e.stance, e.seen_at IS NOT NULL "
        "FROM evidence e JOIN source s ON s.id = e.source_id ORDER BY e.id"
    ) == [
        (1, "atlas", "p. 212", "supports", True),
        (2, "atlas", "p. 212", "refutes", True),
        (3, "atlas", "p. 212", "supports", True),
    ]
    assert stored("SELECT claim_id, action, wording FROM fix") == [(2, "change", "up to 47 mph")]


def test_each_decision_is_a_step(cli: Program, stored: Stored) -> None:
    review("kim-train", keys="oatlas\nsx opinion\nq")
    assert stored("SELECT kind, command, why, who FROM step WHERE id > 5 ORDER BY id") == [
        ("command", "review kim-train", None, "Ann Checker"),
        ("command", "review kim-train", "opinion", "Ann Checker"),
    ]
    assert cli("db", "check").status == 0


CONCLUSIONS = [
    ("oatlas p. 1\n", "supported", None, None),
    ("wno\natlas p. 1\n\n", "refuted", None, "no"),
    ("phalf\natlas p. 1\n\n", "mixed", None, "half"),
    ("dtwo counts\natlas p. 1\n", "conflicting", None, "two counts"),
    ("c1three calls\n", "not-enough-evidence", "no-answer", "three calls"),
    ("c2he hung up\n", "not-enough-evidence", "refused", "he hung up"),
    ("c3no archive\n", "not-enough-evidence", "no-record", "no archive"),
    ("c4closing\n", "not-enough-evidence", "no-time", "closing"),
    ("c5nobody can\n", "not-enough-evidence", "unknowable", "nobody can"),
    ("xa prediction\n", "not-checkable", None, "a prediction"),
    ("Xsmall or large\n", "not-checkable", None, "small or large"),
]


@LITE
@pytest.mark.parametrize(("keys", "told"), [(each[0], each[1:]) for each in CONCLUSIONS])
def test_a_key_for_each_conclusion(
    cli: Program, stored: Stored, keys: str, told: tuple[str | None, ...]
) -> None:
    done = review(keys=f"{keys}q")
    assert done.err.endswith(f"\nDecided 1, skipped 0, 2 left. {LEFT}\n")
    assert stored("SELECT claim_id, conclusion, why, reason FROM verdict") == [(1, *told)]


def test_a_change_and_a_question_are_decisions(cli: Program, claim: Claim) -> None:
    done = review(keys="f21 carriages\nMaria\naWhich train?\nf14 holes\n\n")
    assert done.err.endswith("\nDecided 3, skipped 0, 0 left.\n")
    told = [(claim(n)["outcome"], claim(n)["verdict"]) for n in (1, 2, 3)]
    assert told == [("change", None), ("ask", None), ("change", None)]
    fixes = [(claim(n)["fix"]["wording"], claim(n)["fix"]["agreed_with"]) for n in (1, 3)]
    assert fixes == [("21 carriages", "Maria"), ("14 holes", None)]
    assert [query["question"] for query in claim(2)["queries"]] == ["Which train?"]
    assert review(keys="").err == "Nothing open in kim-train.\n"


def test_evidence_and_notes_stay_with_the_claim(cli: Program, claim: Claim) -> None:
    done = review(keys="eatlas p. 3\n20 carriages\nsnasked twice\n\x1b[Ao\nq")
    [piece] = claim(1)["evidence"]
    assert (piece["source"]["key"], piece["locator"], piece["quote"], piece["stance"]) == (
        "atlas", "p. 3", "20 carriages", "supports",
    )  # fmt: skip
    assert claim(1)["status"] == "supported"
    assert '\n+ atlas, p. 3: "20 carriages"\n' in done.err
    assert "\nnote: asked twice (Ann Checker, " in done.err
    assert "\nEnter keeps what was seen: atlas, p. 3. [1] atlas p. 3 (last used)\n" in done.err
    assert done.err.count("1 of 3 ") == 4, "an arrow shows the page again"
    assert cli("show", 1).out.count("asked twice") == 1


@LITE
@pytest.mark.parametrize(
    ("key", "stance"), [("s", "supports"), ("r", "refutes"), ("c", "context"), ("\n", None)]
)
def test_what_evidence_does_to_the_claim(
    cli: Program, stored: Stored, key: str, stance: str | None
) -> None:
    review(keys=f"eatlas\n\n{key}q")
    assert stored("SELECT stance FROM evidence") == [(stance,)]


# Sources on offer


def test_enter_takes_the_cited_source(cli: Program, claim: Claim) -> None:
    cite(cli, 1, "tass", "par. 2", "--quote", "20 carriages", "--cited")
    cite(cli, 1, "atlas", None, "--cited")
    done = review(keys="o\nq")
    assert '? tass, par. 2 (cited, not seen): "20 carriages"\n' in done.err
    assert "\nSeen in: [1] tass, par. 2 (cited) [2] atlas (cited)\n" in done.err
    assert "\nEnter takes [1]; a number, or SOURCE PLACE: " in done.err
    told = [(p["source"]["key"], p["stance"], bool(p["seen"])) for p in claim(1)["evidence"]]
    assert told == [("tass", "supports", True), ("atlas", None, False)]
    assert claim(1)["outcome"] == "ok"


@LITE
def test_the_source_used_last_in_another_walk(cli: Program, claim: Claim) -> None:
    cli("verify", 3, "--ok", "--from", "atlas p. 9")
    done = review(keys="o\nq")
    assert "\nSeen in: [1] atlas p. 9 (last used)\n" in done.err
    assert [piece["locator"] for piece in claim(1)["evidence"]] == ["p. 9"]


@LITE
def test_enter_keeps_what_was_seen(cli: Program, stored: Stored) -> None:
    cite(cli, 1, "atlas", "p. 9", "--stance", "supports")
    review(keys="o\nq")
    assert stored("SELECT count(*) FROM evidence") == [(1,)]
    assert stored("SELECT conclusion FROM verdict") == [("supported",)]


@LITE
def test_a_source_is_asked_for_until_there_is_one(cli: Program, stored: Stored) -> None:
    done = review(keys="o\n\natlas\nq")
    assert done.err.count("SOURCE PLACE, as in atlas p. 212: ") == 3
    assert stored("SELECT count(*) FROM verdict") == [(1,)]


# What is refused


@LITE
def test_a_refusal_is_a_sentence_and_the_claim_stays(cli: Program, stored: Stored) -> None:
    done = review(keys="wthe timetable\natlsa p. 3\n\nw\natlas p. 3\n\nq")
    assert f"\nThere is no source 'atlsa'. Did you mean atlas?\n{KEYS}" in done.err
    assert 'The reason (Enter: "the timetable"): \n' in done.err, "no reason is typed twice"
    assert stored("SELECT claim_id, reason FROM verdict") == [(1, "the timetable")]


@LITE
@pytest.mark.parametrize("keys", ["w\n", "w.\n", "o.\n", "c\n", "cz", "f\n",
                                  "a\n", "n\n", "e\n", "eatlas\n\nz", "f21\n.\n"])  # fmt: skip
def test_a_question_left_open_records_nothing(cli: Program, stored: Stored, keys: str) -> None:
    done = review(keys=f"{keys}q")
    assert f"\nNothing was recorded.\n{KEYS}" in done.err
    assert done.err.endswith(f"\nDecided 0, skipped 0, 3 left. {LEFT}\n")
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
def test_hints_for_the_command_line_are_left_out(cli: Program) -> None:
    cli("source", "rm", "atlas")
    done = review(keys="oatlas\nq")
    assert f"\nSource atlas is hidden. factcheck source restore atlas\n{KEYS}" in done.err
    cli("verify", 1, "--wrong", "--because", "no", "--from", "tass")
    changed = review("--all", keys="oyes\n\nq")
    assert changed.err.count("The reason: ") == 1


@LITE
def test_what_cannot_be_stored_is_refused(cli: Program, stored: Stored) -> None:
    with session() as walk:
        walk.wait(KEYS)
        os.write(walk.terminal, b"n\xff\xfe\n")
        walk.wait("The note contains byte 0xff, which is not UTF-8.")
        walk.type("q")
    assert stored("SELECT count(*) FROM note") == [(0,)]


@LITE
def test_keys_that_are_none(cli: Program, stored: Stored) -> None:
    done = review(keys="z\x1b[A\x1bOP\x1b[15~é\t\nq")
    assert "\nz is no key here; ? shows them.\n" in done.err
    assert done.err.endswith(f"\nDecided 0, skipped 0, 3 left. {LEFT}\n")
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
def test_arrow_keys_leave_nothing_in_an_answer(cli: Program, stored: Stored) -> None:
    review(keys="nasked\x1b[D\x1bOC twice\x07\nq")
    assert stored("SELECT text FROM note") == [("asked twice",)]


# Back, on, and out


def test_undo_goes_back_to_the_claim(cli: Program, stored: Stored) -> None:
    before = cli("export").out
    done = review(keys="oatlas\nnkept\nuuq")
    assert done.err.count("1 of 3 · 0 decided") == 2
    assert "\nStep 7 was taken back.\n" in done.err
    assert "\nStep 6 was taken back.\n" in done.err
    assert cli("export").out == before
    assert stored("SELECT kind, undoes_id FROM step WHERE id > 5 ORDER BY id") == [
        ("command", None), ("command", None), ("undo", 7), ("undo", 6),
    ]  # fmt: skip


@LITE
def test_decided_otherwise_after_an_undo(cli: Program, claim: Claim) -> None:
    review(keys="oatlas\nsuc3two archives\nq")
    assert claim(1)["verdict"]["why"] == "no-record"
    assert claim(2)["status"] == "unverified"


@LITE
def test_nothing_to_undo(cli: Program, stored: Stored) -> None:
    cli("verify", 3, "--ok", "--from", "atlas")
    done = review(keys="uq")
    assert "\nNothing to take back in this walk; factcheck undo goes further back.\n" in done.err
    assert stored("SELECT count(*) FROM step") == [(6,)]


@LITE
def test_an_undo_that_is_refused(cli: Program) -> None:
    with session() as walk:
        walk.wait(KEYS)
        walk.type("f21 carriages\n\n")
        walk.wait(KEYS)
        cli("verify", 1, "--agreed", "Maria")
        walk.type("u")
        assert "Step 6 cannot be undone: fix 1 was changed since by step 7" in walk.wait(KEYS)
        walk.type("q")


def test_resumed_where_it_was_left(cli: Program) -> None:
    done = review("--kind", "number", "--kind", "other", keys="oatlas\nq")
    assert done.err.endswith(
        "\nDecided 1, skipped 0, 1 left. Go on with: factcheck review --kind number --kind other\n"
    )
    again = review(keys="ssq")
    assert again.err.startswith("\n1 of 2 · 0 decided · kim-train\nClaim 2: OPEN\n")
    assert again.err.endswith(f"\nDecided 0, skipped 2, 0 left. {LEFT}\n")
    assert "Claim 2: OPEN" in review(keys="q").err


@LITE
@pytest.mark.parametrize("end", ["q", "\x04", "Q"])
def test_to_leave_keeps_what_was_decided(cli: Program, stored: Stored, end: str) -> None:
    done = review(keys=f"oatlas\ns{end}")
    assert done.status == 0
    assert done.err.endswith(f"\nDecided 1, skipped 1, 1 left. {LEFT}\n")
    assert stored("SELECT claim_id FROM verdict") == [(1,)]


@LITE
@pytest.mark.parametrize("keys", ["oatlas\n", "oatlas\nwbecause"])
def test_interrupted_nothing_is_lost(cli: Program, stored: Stored, keys: str) -> None:
    with session() as walk:
        walk.wait(KEYS)
        walk.type("oatlas\n")
        walk.wait(KEYS)
        walk.type(keys.removeprefix("oatlas\n"))
        walk.process.send_signal(signal.SIGINT)
        walk.wait(f"\nDecided 1, skipped 0, 2 left. {LEFT}\n")
    assert stored("SELECT claim_id FROM verdict") == [(1,)]


@LITE
def test_the_end_of_input_at_a_question(cli: Program, stored: Stored) -> None:
    with session() as walk:
        walk.wait(KEYS)
        walk.type("w")
        walk.wait("The reason: ")
        walk.type("\x04")
        walk.wait("Decided 0")
    assert stored("SELECT count(*) FROM step") == [(5,)]


@LITE
def test_the_terminal_is_left_as_it_was(cli: Program) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    os.write(ours, b"q")
    subprocess.run(
        [sys.executable, "-m", "factcheck", "review"], stdin=theirs, stderr=theirs,
        stdout=subprocess.DEVNULL, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)


# Others at work


def test_a_claim_that_changed_is_shown_anew(cli: Program, stored: Stored) -> None:
    with session() as walk:
        walk.wait(KEYS)
        cite(cli, 1, "atlas", "p. 9", "--stance", "refutes", "--by", "Bo")
        walk.type("otass\n")
        assert "changed meanwhile; nothing was written. Look at it again.\n" in walk.wait(KEYS)
        walk.type("q")
    assert stored("SELECT count(*) FROM verdict") == [(0,)]
    assert stored("SELECT who FROM step WHERE id > 5") == [("Bo",)]


def test_what_others_decide_meanwhile_is_passed_over(cli: Program, stored: Stored) -> None:
    with session() as walk:
        walk.wait(KEYS)
        cli("verify", 2, "--ok", "--from", "atlas", "--by", "Bo")
        cli("rm", 3)
        walk.type("oatlas\n")
        walk.wait("\nDecided 1, skipped 0, 0 left.\n")
    assert stored("SELECT claim_id FROM verdict ORDER BY id") == [(2,), (1,)]


@LITE
def test_others_are_named_under_the_page(cli: Program) -> None:
    with session() as walk:
        walk.wait(KEYS)
        cli("verify", 2, "--ok", "--from", "atlas", "--by", "Bo")
        walk.type("oatlas\n")
        assert "\nSaved. Claim 1: OK. Claim 2 was meanwhile decided: OK.\n" in walk.wait(KEYS)
        walk.type("q")


# Which claims


def test_a_source_in_the_order_of_its_pages(cli: Program) -> None:
    for number, place in ((1, "p. 112"), (2, "p. 9"), (3, "p. 12")):
        cite(cli, number, "atlas", place, "--cited")
    done = review("--source", "atlas", keys="sss")
    assert re.findall(r"Claim (\d)", done.err) == ["2", "3", "1"]
    assert done.err.endswith("factcheck review --source atlas\n")


@LITE
def test_a_recheck_comes_with_its_reason(cli: Program) -> None:
    cli("verify", "1-3", "--ok", "--from", "atlas", "--yes")
    cli("edit", 1, "--text", "The train has 21 carriages")
    done = review(keys="q")
    assert "\nClaim 1: OK\nRE-CHECK: " in done.err
    assert "\ndecided: OK, Ann Checker, " in done.err


@LITE
def test_all_of_them(cli: Program) -> None:
    cli("verify", "1-3", "--ok", "--from", "atlas", "--yes")
    assert review(keys="").err == "Nothing open in kim-train.\n"
    assert "\n1 of 3 " in review("--all", keys="q").err
    assert "\n1 of 3 " in review("--outcome", "ok", keys="q").err
    assert review("--status", "refuted", keys="").err == "No such claim in kim-train.\n"


@LITE
def test_which_article(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("other.txt").write_text("One of 5 trains.\n", encoding="utf-8")
    cli("article", "add", "other.txt")
    cli("add", "Five trains", "--article", "other")
    several = review(keys="")
    assert several.status == 2
    assert several.err == (
        "Error: Several articles are open.\nHint: Name one: factcheck review kim-train\n"
    )
    assert "1 of 1 · 0 decided · other" in review("other", keys="q").err
    monkeypatch.setenv("FACTCHECK_ARTICLE", "other")
    assert "It stands nowhere in the text." in review(keys="q").err
    monkeypatch.delenv("FACTCHECK_ARTICLE")
    cite(cli, 4, "atlas", "p. 1", "--cited")
    cite(cli, 1, "atlas", "p. 2", "--cited")
    done = review("--source", "atlas", keys="ss")
    assert re.findall(r"Claim (\d)", done.err) == ["4", "1"]


@LITE
def test_claims_of_no_article_where_none_is_open(cli: Program) -> None:
    cli("article", "close", "kim-train")
    cli("add", "The moon is far")
    assert "1 of 4 " in review(keys="q").err


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("", 2, "There is nobody here to ask.\nHint: factcheck list, or factcheck verify -\n"),
        ("nope", 2, "There is nobody here to ask.\n"),
    ],
)
def test_there_must_be_a_terminal(cli: Program, words: str, status: int, message: str) -> None:
    refused = cli("review", *words.split())
    assert (refused.status, refused.out) == (status, "")
    assert refused.err.startswith(f"Error: {message}")


@LITE
@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        ("nope", 3, "There is no article 'nope'."),
        ("--source nope", 2, "There is no source 'nope'."),
        ("--kind nope", 2, "'nope' is no kind."),
        ("--outcome nope", 2, "'nope' is no outcome."),
    ],
)
def test_what_is_wrong_is_said(cli: Program, words: str, status: int, message: str) -> None:
    refused = review(*words.split(), keys="")
    assert refused.status == status
    assert refused.err.startswith(f"Error: {message}\n")


# In the browser


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down what it is asked to open."""
    log = tmp_path / "opened"
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> {log}\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{script} %s")
    return log


@LITE
def test_a_source_is_opened_at_its_words(cli: Program, opened: Path) -> None:
    cite(cli, 1, "tass", None, "--quote", "20 carriages")
    cite(cli, 1, "https://example.org/train", "p. 2")
    done = review(keys="b1b2bzb9q")
    assert "\nWhich one?\n  1 tass https://tass.com/economy/1672415\n" in done.err
    assert opened.read_text(encoding="utf-8") == (
        "https://tass.com/economy/1672415#:~:text=20%20carriages\nhttps://example.org/train\n"
    )


@LITE
def test_without_a_browser_the_address_is_shown(
    cli: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("BROWSER", raising=False)
    address = f"https://example.org/{'long/' * 40}"
    cite(cli, 2, address)
    done = review(keys="bsbq")
    assert f"{KEYS}No source of this claim has an address.\n" in done.err
    assert f"{KEYS}There is no browser here. The address is:\n{address}\n" in done.err


# The screen


@LITE
def test_help_for_each_key(cli: Program) -> None:
    done = review(keys="? q")
    assert "\nc can't confirm: looked for and not found: why, and a reason\n" in done.err
    assert done.err.count("Any key goes on.\n") == 1


@LITE
def test_a_desk_has_its_own_words(cli: Program) -> None:
    cli("house", "edit", "words", "desk")
    done = review(keys="f21 carriages\n\nwno\natlas\n\nq")
    assert (
        "o true  w false  p partly true, misleading  d sources conflict  c unproven\n"
        "x not checkable\n"
        "f change  a ask author  e evidence  b open  n note  s skip  u undo  q quit  ?\n"
    ) in done.err
    assert "\nSaved. Claim 1.\n" in done.err
    assert "\nSaved. Claim 2: false.\n" in done.err
    assert "Claim 1: open\n" in done.err


@LITE
def test_a_small_terminal(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("LINES", "10")
    done = review(keys="q")
    assert done.err == (
        "\n"
        "1 of 3 · 0 decided · kim-train\n"
        "Claim 1: OPEN\n"
        "The train has 20 carriages\n"
        "  ...Pyongyang on Monday with [[20\n"
        "  carriages]].\n"
        "  It can reach speeds of up...\n"
        "number\n"
        "No evidence yet.\n"
        "o w p d c x f a e b n s u q ?\n"
        f"\nDecided 0, skipped 0, 3 left. {LEFT}\n"
    )


@LITE
def test_a_terminal_with_colours_is_cleared(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR")
    done = review(keys="q")
    assert done.err.startswith("\x1b[H\x1b[2J1 of 3 ")
    assert "on Monday with \x1b[7m20 carriages\x1b[27m.\n" in done.err
    assert "\x1b[1mo\x1b[0m ok  \x1b[1mw\x1b[0m wrong" in done.err
    assert "[[" not in done.err


HOSTILE = [
    "\x1b[2J\x1b]0;owned\x07 \u202e gnorw \u2066\u2069 \u2061\u2062",
    "\u6f22\u5b57" * 900,
    "a" * 5000,
    "\U0001f682" * 400 + "\u0300" * 400,
    "line\r\nline\x00\u2028" * 300,
    "[[not]] the words ]]",
    "x " * 3000,
]


def hostile(words: str) -> dict[str, Any]:
    """A claim that holds these words wherever there is room for any."""
    source = {"key": words, "title": words, "url": words}
    piece = {
        "id": 1, "stance": None, "quote": words, "says": None, "note": None, "locator": words,
        "retracted": False, "seen": None, "source": source, "link": words,
        "comparison": {"result": "disagrees", "explanation": words},
    }  # fmt: skip
    by = {"by": words, "at": "2026-11-23T09:00:00Z"}
    return {
        "id": 7, "text": words, "kind": "number", "claimant": words, "priority": "high",
        "claimant_detail": {"role": words}, "tags": [words], "stale": True, "outcome": "ok",
        "stale_because": [words], "suggestion": {"conclusion": "refuted", "because": words},
        "verdict": {"conclusion": "supported", "reason": words, **by},
        "fix": {"action": "change", "wording": words, "state": "proposed", "agreed_with": words,
                **by},
        "queries": [{"id": 1, "question": words, "to": words, "by": words, "answer": words,
                     "asked_at": by["at"], "answered_at": None, "answered_by": None}],
        "evidence": [piece] * 12, "hidden": False,
        "below_need": [{"needs": words, "has": words, "blocks": True}],
    }  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 10), (30, 8), (200, 60)])
@pytest.mark.parametrize("house", ["line", "desk"])
def test_whatever_it_holds_the_keys_stay_in_sight(
    words: str, columns: int, rows: int, house: str
) -> None:
    note = {"kind": "note", "text": words, "by": words, "at": words, "on": None, "next": None}
    passage = Passage(words, words, words, 1, "exact")
    view = View(hostile(words), passage, "1 of 3", house, [note], words)
    shown = page(view, columns, rows).split("\n")
    keys = key_lines(house, columns - 1, max(2, rows // 5))
    assert shown[-len(keys) :] == keys
    assert len(shown) < rows
    assert max(map(width_of, shown)) < columns
    assert not re.search("[\x00-\x09\x0b-\x1f\u2028\u202e\u2061-\u2069]", "".join(shown))
    assert json.dumps("".join(shown))


@pytest.mark.parametrize(
    ("conclusion", "told"),
    [
        ("supported", "The evidence points for it."),
        ("refuted", "The evidence points against it."),
        ("conflicting", "The evidence points both ways."),
        (None, "The evidence points nowhere, look again: 37 mph is 59.5 km/h."),
    ],
)
def test_what_a_machine_says_is_no_verdict(conclusion: str | None, told: str) -> None:
    said = {"conclusion": conclusion, "because": "37 mph is 59.5 km/h"}
    claim = hostile("37 mph is 59.5 km/h") | {"verdict": None, "suggestion": said}
    shown = page(View(claim, None, "1 of 1", "line"), 80, 40)
    assert f"\n{told}\n" in shown
    assert "\n    figures differ: 37 mph is 59.5 km/h\n" in shown
    assert "\nneeds 37 mph is 59.5 km/h; has 37 mph is 59.5 km/h\n" in shown
    assert "refuted" not in shown


def test_retracted_evidence_is_not_shown() -> None:
    claim = hostile("20")
    claim["evidence"] = [{**claim["evidence"][0], "retracted": True}]
    assert "\nNo evidence yet.\n" in page(View(claim, None, "1 of 1", "line"), 80, 40)


def test_words_that_are_lost_are_said_to_be() -> None:
    passage = Passage("It has ", "20 carriages", ".", 3, "lost")
    shown = page(View(hostile("20"), passage, "1 of 1", "line"), 80, 40)
    assert "\n  Not in draft 3 any more:\n  It has [[20 carriages]].\n" in shown


def test_a_long_mark_is_shown_from_its_beginning() -> None:
    passage = Passage("before " * 100, "words " * 200, " after" * 100, 1, "exact")
    shown = page(View(hostile("20"), passage, "1 of 1", "line"), 80, 24).split("\n")
    marked = next(at for at, line in enumerate(shown) if "[[" in line)
    assert "before" not in "".join(shown[marked + 1 :])
    assert sum("words words" in line for line in shown) >= 2


def test_lines_are_counted_in_cells() -> None:
    assert fill("\u6f22" * 5 + " ab", 4) == ["\u6f22\u6f22", "\u6f22\u6f22", "\u6f22", "ab"]
    assert fill("one two three", 7) == ["one two", "three"]
    assert fill("", 7) == [""]


def test_help_fits_a_narrow_terminal() -> None:
    assert max(map(len, help_lines("desk", 30))) <= 30

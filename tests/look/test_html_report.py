"""The HTML report in a real browser: nothing asked of the network, nothing to complain of."""

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it carries none
import pytest

from factcheck.reports import html
from tests.bench import bench_report

Message = dict[str, Any]

#: Chromium reads commands from file 3 and answers on file 4.
START = """
import os, sys
come, go, *command = sys.argv[1:]
high = [os.dup2(int(each), 100 + at) for at, each in enumerate((come, go))]
for at, each in enumerate(high):
    os.dup2(each, 3 + at)
os.execv(command[0], command)
"""


class Browser:
    """Chromium, spoken to through a pipe (DevTools protocol)."""

    def __init__(self, home: Path) -> None:
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        assert found, "Chromium is needed: apt-get install chromium"
        come, self._out = os.pipe()
        self._in, go = os.pipe()
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"]
        command = [found, *options, f"--user-data-dir={home}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, str(come), str(go), *command],
            pass_fds=(come, go),
            stderr=subprocess.DEVNULL,
        )
        os.close(come)
        os.close(go)
        self._read = os.fdopen(self._in, "rb")
        self._number, self._rest, self._session = 0, b"", None
        #: What the page did: requests, messages of the console, errors.
        self.events: list[Message] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> Any:
        self._number += 1
        message: Message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self.events.append(answer)

    def _next(self) -> Message:
        while b"\0" not in self._rest:
            got = os.read(self._in, 1 << 20)
            assert got, "Chromium has gone."
            self._rest += got
        message, self._rest = self._rest.split(b"\0", 1)
        found: Message = json.loads(message)
        return found

    def open(self, page: Path, *, width: int = 1400, height: int = 1000) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        self.events.clear()
        self.call("Page.navigate", url=page.as_uri())
        while not any(each["method"] == "Page.loadEventFired" for each in self.events):
            self.events.append(self._next())

    def run(self, script: str) -> Any:
        """What an expression gives; it may await."""
        said = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in said, said
        return said["result"].get("value")

    def press(self, key: str) -> None:
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, text=key)

    def emulate(self, **features: str) -> None:
        listed = [{"name": n.replace("_", "-"), "value": v} for n, v in features.items()]
        self.call("Emulation.setEmulatedMedia", features=listed)

    def picture(self) -> bytes:
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])

    def pdf(self) -> bytes:
        printed = self.call("Page.printToPDF", preferCSSPageSize=True)
        return base64.b64decode(printed["data"])

    def close(self) -> None:
        self.call("Browser.close")
        self._process.wait(30)
        os.close(self._out)
        self._read.close()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    started = Browser(tmp_path_factory.mktemp("chromium"))
    yield started
    started.close()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A report of forty claims, and one piece of text that would ask the network."""
    given = bench_report.content(40)
    evil = "<img src=http://127.0.0.1:9/x><script>fetch('http://127.0.0.1:9')</script>"
    given["claims"][0]["text"] = evil
    written = tmp_path / "report.html"
    written.write_text(html.report(given), encoding="utf-8")
    return written


def complaints(browser: Browser) -> list[Message]:
    """Messages of the console, errors, and requests for anything but the page."""
    told = {"Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"}
    asked = [each for each in browser.events if each["method"] == "Network.requestWillBeSent"]
    return [each for each in browser.events if each["method"] in told] + asked[1:]


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_asked_and_nothing_complained_of(
    browser: Browser, page: Path, width: int, scheme: str
) -> None:
    browser.emulate(prefers_color_scheme=scheme)
    browser.open(page, width=width)
    for key in "jjkjk":
        browser.press(key)
    browser.run("document.querySelectorAll('button').forEach((each) => each.click())")
    assert complaints(browser) == []
    assert browser.run("document.documentElement.scrollWidth <= innerWidth")
    assert browser.picture().startswith(b"\x89PNG")


def test_the_keys_go_through_the_claims_that_are_shown(browser: Browser, page: Path) -> None:
    browser.open(page)
    current = "document.querySelector('.card.current').id"
    browser.press("j")
    browser.press("j")
    assert browser.run(current) == "claim-2"
    browser.press("k")
    assert browser.run(current) == "claim-1"
    browser.run("document.querySelector('button[data-f=wrong]').click()")
    assert browser.run("document.querySelector('output').textContent") == "2 of 40 claims shown"
    browser.press("j")
    assert browser.run(f"[{current}, document.activeElement.id]") == ["claim-12", "claim-12"]
    assert browser.run("document.querySelector('output').textContent") == "Claim 1 of 2"
    browser.run("document.querySelector('.help input').click()")
    browser.press("j")
    assert browser.run(current) == "claim-12"


def test_the_filter_says_what_is_pressed(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelector('button[data-f=ok]').click()")
    pressed = "[...document.querySelectorAll('[aria-pressed=true]')].map((each) => each.dataset.f)"
    assert browser.run(pressed) == ["ok"]
    shown = "[...document.querySelectorAll('.card')].filter((each) => !each.hidden)"
    assert browser.run(f"{shown}.map((each) => each.dataset.o)") == ["ok", "ok", "ok"]
    browser.run("document.querySelector('button[data-f=\"\"]').click()")
    assert browser.run(f"{shown}.length") == 40


@pytest.mark.parametrize("width", [1400, 390])
def test_words_and_cards_lead_to_each_other(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width=width)
    browser.run("document.getElementById('at-30').scrollIntoView({block: 'center'})")
    browser.run("document.querySelector('.text [data-n=\"30\"]').click()")
    browser.run(SETTLED)
    assert browser.run("location.hash") == "#claim-30"
    assert browser.run(in_sight("#claim-30 h3"))
    browser.run("document.querySelector('#claim-30 [data-at]').click()")
    browser.run(SETTLED)
    assert browser.run("document.activeElement.id") == "at-30"
    assert browser.run(in_sight("#at-30"))


def test_without_script_the_links_lead_there(browser: Browser, page: Path) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(page)
        assert browser.run("getComputedStyle(document.querySelector('.tools')).display") == "none"
        browser.call("Page.navigate", url=f"{page.as_uri()}#claim-30")
        browser.picture()
        assert browser.run(in_sight("#claim-30 h3"))
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)


def test_the_words_are_read_as_they_stand(browser: Browser, page: Path) -> None:
    """What a reader copies from the article is the article."""
    browser.open(page)
    seen = browser.run("document.querySelector('article.text').textContent")
    for new in browser.run(
        "[...document.querySelectorAll('article.text ins')].map((each) => each.textContent)"
    ):
        seen = seen.replace(new, "", 1)
    assert seen == bench_report.content(40)["draft"]["text"]


def test_the_paper_has_everything(browser: Browser, page: Path) -> None:
    browser.open(page)
    document = pypdfium2.PdfDocument(browser.pdf())
    words = " ".join(
        " ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document
    )
    document.close()
    assert "[\u2717 12]" in words.replace("\u00a0", " ")
    assert words.count("37 mile/hour = 59.5 km/h") == 80
    assert "https://news.example.org/2026/11/20/the-train" in words.replace(" ", "")


#: The page has been drawn twice.
SETTLED = "new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"


def in_sight(css: str) -> str:
    return f"""(() => {{
      const box = document.querySelector({css!r}).getBoundingClientRect();
      return box.top >= -1 && box.bottom <= innerHeight + 1;
    }})()"""

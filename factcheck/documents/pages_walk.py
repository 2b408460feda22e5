"""A page as text: all that it shows, block by block, and apart from that all that it hides."""

import html
import re
from dataclasses import dataclass, field

from factcheck.documents.html_tree import BLOCKS
from factcheck.documents.html_writer import Mark as Place
from factcheck.documents.html_writer import Writer
from factcheck.documents.page import Mark
from factcheck.documents.pages_tokens import TOKEN, VOID, attributes
from factcheck.looks import PageMark

_APART = BLOCKS | {"button", "dialog", "optgroup", "option", "select", "text", "textarea", "title"}
_CELLS = frozenset({"td", "th"})

_HIDE, _DROP, _NAME, _STRIKE, _KEEP, _RAISE = "hide", "drop", "name", "strike", "keep", "raise"
_EFFECTS = {
    # What a browser that runs scripts and plays films does not show; the readings beside
    # Chinese characters, too, would come between them.
    **dict.fromkeys(
        ("audio", "canvas", "datalist", "dialog", "noscript", "object", "rp", "rt", "video"), _HIDE
    ),
    "template": _DROP,
    "title": _NAME,
    **dict.fromkeys(("del", "s", "strike"), _STRIKE),
    **dict.fromkeys(("pre", "textarea", "listing"), _KEEP),
    "sup": _RAISE,
}
_SIGNS = frozenset({"a", "base", "body", "frame", "html", "input", "link", "meta", "time"})
_SAYING = re.compile(r' (?:alt|title|aria-label|placeholder|label)="([^"]{12,})"')
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_RAISED = re.compile("\\s*[0-9+\u2212-]+\\s*")
# Ten squared must not become 102.
_RAISER = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_MOST_SIGNS = 3_000
_MOST_SAID = 20_000


class Sheet(Writer):
    """A writer to which all blanks are one, the no-break space too: ten times as quick."""

    __slots__ = ()

    def words(self, text: str) -> None:
        core = " ".join(text.split())
        if not core:
            self.blank()
            return
        if text[0].isspace():
            self.blank()
        self._put(core)
        if text[-1].isspace():
            self.blank()


@dataclass(slots=True)
class Walk:
    """What one pass over the markup of a page finds."""

    shown: Sheet = field(default_factory=Sheet)
    unseen: Sheet = field(default_factory=Sheet)
    #: The content of <title>.
    title: str | None = None
    #: Alternative texts and the like, each once.
    said: dict[str, None] = field(default_factory=dict)
    #: Tags of _SIGNS with their attributes, but not those inside of a noscript.
    signs: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    #: The types and texts of scripts.
    scripts: list[tuple[str, str]] = field(default_factory=list)
    links: int = 0
    password: bool = False
    _run: list[str] = field(default_factory=list)
    _open: list[tuple[str, str | None]] = field(default_factory=list)
    _struck: list[tuple[Sheet, Place]] = field(default_factory=list)
    _striking: list[tuple[Sheet, Place]] = field(default_factory=list)
    _raised: list[int] = field(default_factory=list)
    _hidden: int = 0
    _dropped: int = 0
    _kept: int = 0

    def read(self, markup: str) -> None:
        run = self._run
        for match in TOKEN.finditer(markup):
            text, raw, said, inner, tag, attrs, stray = match.groups()
            if text:
                run.append(text)
            if tag:
                if tag[0] == "/":
                    self._leave(tag[1:])
                else:
                    self._enter(tag, attrs)
            elif raw:
                self._raw(raw, said, inner)
            elif stray:
                run.append(stray)
        self._flush()

    def text(self) -> tuple[str, int, list[Mark]]:
        """All of the text, how much of it is shown, and the marks on it."""
        for each in self.said:
            self.unseen.line()
            self.unseen.words(each)
        shown, unseen = self.shown.text, self.unseen.text
        start = len(shown) + 1 if shown else 0
        marks = [Mark(start, start + len(unseen), PageMark.HIDDEN)] if unseen else []
        for writer, place in self._struck:
            if place.holds:
                shift = 0 if writer is self.shown else start
                marks.append(Mark(place.start + shift, place.end + shift, PageMark.STRUCK))
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        return "\n".join(filter(None, (shown, unseen))), len(shown), marks

    def say(self, text: str) -> None:
        """Keeps a text that is nowhere shown."""
        if len(self.said) < _MOST_SAID:
            self.said.setdefault(text)

    def _enter(self, tag: str, attrs: str) -> None:
        effect = _EFFECTS.get(tag)
        if attrs:
            effect = self._effect(tag, attrs, effect)
        if tag in _SIGNS:
            self._sign(tag, attrs)
        if tag in _APART:
            self._break(tag)
        if tag in VOID:
            return
        self._open.append((tag, effect))
        if effect:
            self._begin(effect)

    def _effect(self, tag: str, attrs: str, effect: str | None) -> str | None:
        if "alt=" in attrs or "title=" in attrs or "label=" in attrs or "placeholder=" in attrs:
            for each in _SAYING.findall(attrs):
                self.say(html.unescape(each))
        if effect and (tag, " open=" in attrs) == ("dialog", True):
            return None
        if effect is _DROP and " shadowrootmode=" in attrs:
            return None
        # Pages that hide themselves whole are shown by a script a moment later.
        if ("hidden=" in attrs or "style=" in attrs) and tag not in {"html", "body"}:
            return _styled(attrs) or effect
        return effect

    def _sign(self, tag: str, attrs: str) -> None:
        if tag == "a":
            self.links += " href=" in attrs
        elif tag == "input":
            self.password = self.password or 'type="password"' in attrs.lower()
        elif not self._hidden and len(self.signs) < _MOST_SIGNS:
            self.signs.append((tag, attributes(attrs)))

    def _raw(self, tag: str, attrs: str, inner: str) -> None:
        if tag == "script":
            self.scripts.append((attributes(attrs).get("type", "").lower(), inner))
        elif tag in {"plaintext", "xmp"}:
            self._break(tag)
            (self.unseen if self._hidden else self.shown).verbatim(inner)
            self._break(tag)
        elif tag != "style":
            self.unseen.line()
            self.unseen.words(html.unescape(_TAG.sub("\n", inner)))
            self.unseen.line()

    def _leave(self, tag: str) -> None:
        # Only what is void in one place and not in another closes out of turn.
        if tag in VOID or not self._open or self._open[-1][0] != tag:
            return
        effect = self._open.pop()[1]
        if effect:
            self._end(effect)
        if tag in _APART and tag not in _CELLS:
            self._break(tag)

    def _break(self, tag: str) -> None:
        self._flush()
        writer = self.unseen if self._hidden else self.shown
        if tag not in _CELLS:
            writer.line()
        elif writer.pending != "\n":
            writer.tab()

    def _begin(self, effect: str) -> None:
        if effect is _RAISE:
            self._raised.append(len(self._run))
            return
        self._flush()
        if effect is _HIDE:
            self._hidden += 1
            self.unseen.line()
        elif effect is _STRIKE:
            writer = self.unseen if self._hidden else self.shown
            self._striking.append((writer, writer.open()))
        elif effect is _KEEP:
            self._kept += 1
        else:
            self._dropped += effect is _DROP

    def _end(self, effect: str) -> None:
        if effect is _RAISE:
            self._raise(self._raised.pop())
        elif effect is _NAME:
            self._name()
        else:
            self._flush()
        if effect is _HIDE:
            self._hidden -= 1
            self.unseen.line()
        elif effect is _STRIKE:
            writer, place = self._striking.pop()
            writer.close(place)
            self._struck.append((writer, place))
        else:
            self._kept -= effect is _KEEP
            self._dropped -= effect is _DROP

    def _raise(self, start: int) -> None:
        if len(self._run) == start + 1 and _RAISED.fullmatch(self._run[start]):
            self._run[start] = self._run[start].translate(_RAISER)

    def _name(self) -> None:
        """The first <title> names the page; others name pictures."""
        text = html.unescape("".join(self._run))
        self._run.clear()
        if self.title is None:
            self.title = text
        else:
            self.say(text)

    def _flush(self) -> None:
        if not self._run:
            return
        text = "".join(self._run)
        self._run.clear()
        if self._dropped:
            return
        if "&" in text:
            text = html.unescape(text)
        writer = self.unseen if self._hidden else self.shown
        if self._kept:
            writer.verbatim(text)
        else:
            writer.words(text)


def _styled(attrs: str) -> str | None:
    said = attributes(attrs)
    style = "".join(said.get("style", "").lower().split())
    if "hidden" in said or "display:none" in style or "visibility:hidden" in style:
        return _HIDE
    return _STRIKE if "line-through" in style else None

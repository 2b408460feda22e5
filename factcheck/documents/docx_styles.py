"""What the styles of a DOCX file say: zones, colours, addresses."""

import colorsys
import re

from factcheck.documents.docx_package import Element, Part
from factcheck.words import Zone

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# Word calls its styles by English names in every language; other programs translate them.
_ZONES = {
    **dict.fromkeys(
        ["title", "titel", "titre", "título", "titulo", "titolo", "headline"], Zone.HEADLINE
    ),
    **dict.fromkeys(
        ["subtitle", "untertitel", "sous-titre", "soustitre", "subtítulo", "subtitulo"], Zone.DECK
    ),
    **dict.fromkeys(
        ["sottotitolo", "ondertitel", "deck", "dek", "standfirst", "teaser", "vorspann"], Zone.DECK
    ),
    **dict.fromkeys(
        ["caption", "beschriftung", "bildunterschrift", "légende", "epígrafe", "descripción"],
        Zone.CAPTION,
    ),
    **dict.fromkeys(
        ["didascalia", "legenda", "bijschrift", "illustration", "figure"], Zone.CAPTION
    ),
    **dict.fromkeys(
        ["quote", "intensequote", "pullquote", "pull-quote", "quotations", "blockquotation"],
        Zone.PULL_QUOTE,
    ),
    **dict.fromkeys(
        ["zitat", "intensiveszitat", "citation", "citationintense", "cita", "citazione", "citat"],
        Zone.PULL_QUOTE,
    ),
    **dict.fromkeys(["footnotetext", "endnotetext", "fußnotentext"], Zone.FOOTNOTE),
}
_HEADING = re.compile(
    r"(?:heading|[üu]?berschrift|titre|título|titulo|titolo|kop|rubrik|otsikko|nagłówek"
    r"|заголовок|标题|見出し)\d"
)
_BLANKS = re.compile(r"[\s_]+")
_LONGEST_CHAIN = 20

_SCHEMES = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_FIELD = re.compile(r"""\s*HYPERLINK\s+"?([^"\s\\]+)""", re.IGNORECASE)

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HUES = {
    "red": 0,
    "orange": 30,
    "yellow": 57,
    "green": 120,
    "cyan": 180,
    "blue": 230,
    "magenta": 300,
    "red ": 360,
}


class Styles:
    """The styles of a document; without a part of them, the ids speak."""

    def __init__(self, part: Part | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._zones: dict[str, Zone | None] = {}
        self.language: str | None = None
        if part is not None:
            for style in part.root.iter(f"{W}style"):
                self._by_id[style.get(f"{W}styleId", "")] = style
            self.language = _value(part.root.find(f"{W}docDefaults//{W}lang"))

    def zone(self, paragraph: Element) -> Zone | None:
        """Where a paragraph stands, by its style or outline level; None is body."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return None
        if _is_outlined(properties):
            return Zone.HEADLINE
        style = _value(properties.find(f"{W}pStyle"))
        if style is None:
            return None
        if style not in self._zones:
            self._zones[style] = self._by_chain(style)
        return self._zones[style]

    def _by_chain(self, name: str | None) -> Zone | None:
        for _ in range(_LONGEST_CHAIN):
            if name is None:
                return None
            style = self._by_id.get(name)
            zone = _named(name) or _declared(style)
            if zone or style is None:
                return zone
            name = _value(style.find(f"{W}basedOn"))
        return None


def _declared(style: Element | None) -> Zone | None:
    if style is None:
        return None
    properties = style.find(f"{W}pPr")
    if properties is not None and _is_outlined(properties):
        return Zone.HEADLINE
    return _named(_value(style.find(f"{W}name")) or "")


def _is_outlined(properties: Element) -> bool:
    level = _value(properties.find(f"{W}outlineLvl"))
    # 9 is body text.
    return level is not None and level in "012345678"


def _named(name: str) -> Zone | None:
    bare = _BLANKS.sub("", name).casefold()
    return _ZONES.get(bare) or (Zone.HEADLINE if _HEADING.match(bare) else None)


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get(f"{W}val") or None


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a run is set so: underlined, hidden ..."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and is_true(found.get(f"{W}val", "1"))


def is_true(value: str) -> bool:
    return value not in {"0", "false", "off", "none"}


def language(properties: Element | None) -> str | None:
    return None if properties is None else _value(properties.find(f"{W}lang"))


def colour(properties: Element | None) -> str | None:
    """The name of the colour behind a run: `yellow`, `dark blue`."""
    if properties is None:
        return None
    name = _value(properties.find(f"{W}highlight"))
    if name:
        return _CAPITAL.sub(" ", name).lower() if name not in {"none", "white"} else None
    shading = properties.find(f"{W}shd")
    return None if shading is None else nearest(shading.get(f"{W}fill", ""))


def nearest(fill: str) -> str | None:
    """`FFF2CC` -> `yellow`; None for white, near white and what is no colour."""
    if not re.fullmatch("[0-9A-Fa-f]{6}", fill):
        return None
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    if max(red, green, blue) - min(red, green, blue) < 0.08:  # noqa: PLR2004  hardly a colour
        return _grey(green)
    hue = colorsys.rgb_to_hsv(red, green, blue)[0] * 360
    return min(_HUES, key=lambda name: abs(_HUES[name] - hue)).strip()


def _grey(light: float) -> str | None:
    if light > 0.94:  # noqa: PLR2004  the white of pages that were pasted
        return None
    return "grey" if light > 0.2 else "black"  # noqa: PLR2004  too dark to read on


def web(address: str | None) -> str | None:
    """`address` when it leads out: http, https or mailto."""
    bare = (address or "").strip()
    return bare if _SCHEMES.match(bare) else None


def field_address(instruction: str) -> str | None:
    """The address of a HYPERLINK field; None for other fields and places in the document."""
    found = _FIELD.match(instruction)
    return web(found[1]) if found else None

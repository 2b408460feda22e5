"""What a file is: its first bytes say it, its name only where they do not."""

import re
from pathlib import PurePath

from factcheck.errors import BadInput
from factcheck.words import Format

HEAD = 4096
NAMES = {
    Format.TEXT: "plain text",
    Format.MARKDOWN: "Markdown",
    Format.HTML: "HTML",
    Format.DOCX: "DOCX",
    Format.PDF: "PDF",
}
ENDINGS = {
    **dict.fromkeys((".txt", ".text"), Format.TEXT),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), Format.MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Format.HTML),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), Format.DOCX),
    ".pdf": Format.PDF,
}
WRITTEN = (Format.TEXT, Format.MARKDOWN, Format.HTML)

AS_DOCX = "Save it as DOCX, PDF or text."
AS_TEXT = "Give the text itself: DOCX, PDF, HTML, Markdown or plain text."
UNPACK = "Unpack it and give the document itself."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# What stands at the start of files that hold no text we can reach.
_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (rb"\{\\rtf", "an RTF document", AS_DOCX),
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|II\*\0|MM\0\*", "an image", AS_TEXT),
    (rb"RIFF.{4}WEBP|.{4}ftyp(?:hei|mif1|avif)|8BPS\0|\0\0\x01\0", "an image", AS_TEXT),
    (rb"ID3[\x02-\x04]|OggS\0|fLaC\0|\xff[\xf2\xf3\xfb]|.{4}ftypM4A", "a recording", AS_TEXT),
    (rb"RIFF.{4}WAVE|FORM.{4}AIF", "a recording", AS_TEXT),
    (rb".{4}ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI|\0\0\x01\xba", "a video", AS_TEXT),
    (
        rb"\x1f\x8b|BZh\d1AY|\xfd7zXZ\0|\x28\xb5\x2f\xfd|7z\xbc\xaf|Rar!\x1a",
        "a packed file",
        UNPACK,
    ),
    (rb".{257}ustar", "a packed file", UNPACK),
    (rb"%!PS", "PostScript", "Save it as PDF."),
    (rb"SQLite format 3\0", "a database", AS_TEXT),
    (rb"\x7fELF|MZ[^ -~]|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe", "a program", AS_TEXT),
)
_REFUSED = tuple((re.compile(start, re.DOTALL), what, hint) for start, what, hint in _STARTS)

# Which of the parts of a zip file stands first says what wrote it.
_PARTS: tuple[tuple[bytes, str | None, str], ...] = (
    (b"word/", None, ""),
    (b"xl/", "a spreadsheet", "Save the text as DOCX; take figures as a source."),
    (b"ppt/", "a presentation", AS_DOCX),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file", AS_DOCX),
    (b"mimetypeapplication/epub", "an EPUB book", "Save the chapter as HTML or text."),
    (b"Index/Document.iwa", "a Pages document", AS_DOCX),
)

_TAGS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*"
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|article)\b)",
    re.IGNORECASE,
)
_SVG = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*(?:<!DOCTYPE )?<?svg\b")


def guess(data: bytes, name: str, said: Format | None = None) -> tuple[Format, list[str]]:
    """The format of `data`, and a remark where its name or `said` claims another.

    `said` decides between plain text, Markdown and HTML; the bytes decide all else.
    Raises BadInput, saying what it is, for a file of a kind that is not read.
    """
    ending = ENDINGS.get(PurePath(name).suffix.lower())
    claimed = said or ending
    found = _by_bytes(data)
    if found is None:
        found = claimed if claimed in WRITTEN else Format.TEXT
    if found is Format.HTML and said in WRITTEN:
        found = said
    if claimed in {None, found}:
        return found, []
    what = f"was said to be {NAMES[said]}" if said else f"is called {PurePath(name).name}"
    return found, [f"The file {what}, but it is {NAMES[found]} and was read as that."]


def _by_bytes(data: bytes) -> Format | None:
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if head.startswith(_OLE):
        raise _ole(data)
    for start, what, hint in _REFUSED:
        if start.match(head):
            raise _refused(what, hint)
    return _marked_up(_characters(head))


def _zipped(data: bytes) -> Format:
    # Only the names of the parts are looked for: nothing is unpacked here.
    places = [(data.find(mark), what, hint) for mark, what, hint in _PARTS]
    first = min((place for place in places if place[0] >= 0), default=None, key=lambda x: x[0])
    if first is None:
        raise _refused("a zip file", UNPACK)
    if first[1] is None:
        return Format.DOCX
    raise _refused(first[1], first[2])


def _ole(data: bytes) -> BadInput:
    if "EncryptedPackage".encode("utf-16-le") in data:
        message = "The file is protected with a password."
        return BadInput(message, hint="Open it, take the password off, and save it again.")
    if "WordDocument".encode("utf-16-le") in data:
        return _refused("a .doc document of old Word", AS_DOCX)
    return _refused("an Office file of the old kind", AS_DOCX)


def _refused(what: str, hint: str) -> BadInput:
    return BadInput(f"The file is {what}, a kind that is not supported.", hint=hint)


def _characters(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    return head.decode("utf-8-sig", "ignore")


def _marked_up(text: str) -> Format | None:
    if _SVG.match(text):
        raise _refused("an image (SVG)", AS_TEXT)
    return Format.HTML if _TAGS.match(text) else None

"""DOCX files put together from raw XML, as programs write them and as none would."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.{place}"'
    for prefix, place in {
        "w": "openxmlformats.org/wordprocessingml/2006/main",
        "r": "openxmlformats.org/officeDocument/2006/relationships",
        "mc": "openxmlformats.org/markup-compatibility/2006",
        "m": "openxmlformats.org/officeDocument/2006/math",
        "wp": "openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "microsoft.com/office/word/2010/wordml",
        "w15": "microsoft.com/office/word/2012/wordml",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ROOTS = {
    "comments": "comments",
    "commentsExtended": "commentsEx",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "styles": "styles",
}
PREFIXES = {"commentsExtended": "w15"}


def p(*runs: str, style: str | None = None) -> str:
    """A paragraph; what does not begin with `<` is a run of text."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(map(_run, runs))}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _run(each: str) -> str:
    return each if each.startswith("<") else r(each)


def table(*rows: list[str]) -> str:
    """Cells are paragraphs, or XML."""
    return f"<w:tbl>{''.join(f'<w:tr>{_cells(row)}</w:tr>' for row in rows)}</w:tbl>"


def _cells(row: list[str]) -> str:
    return "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row)


def note(kind: str, number: int, *paragraphs: str) -> str:
    """A footnote, endnote or comment; what does not begin with `<` is a paragraph."""
    inner = "".join(each if each.startswith("<") else p(each) for each in paragraphs)
    return f'<w:{kind} w:id="{number}">{inner}</w:{kind}>'


def comment(number: int, text: str, author: str = "Maria Keller", extra: str = "") -> str:
    inner = text if text.startswith("<") else p(text)
    day = 'w:date="2024-05-01T10:00:00Z"'
    return (
        f'<w:comment w:id="{number}" w:author="{author}" {day} w:initials="MK"{extra}>'
        f"{inner}</w:comment>"
    )


def mark(kind: str, number: int) -> str:
    """The reference to a footnote, an endnote or a comment."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def begin(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>{mark("comment", number)}'


def style(name: str, shown: str, based_on: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{shown}"/>{based}</w:style>'


def docx(
    *body: str,
    links: dict[str, str] | None = None,
    note_links: dict[str, str] | None = None,
    core: str = "",
    **parts: str,
) -> bytes:
    """A file with `body`; `footnotes`, `comments` ... are what stands in their roots.

    `links` are addresses by relationship id, `note_links` those of every other part.
    """
    files = {"word/document.xml": whole("document", f"<w:body>{''.join(body)}</w:body>")}
    related = [_relation(each, address) for each, address in (links or {}).items()]
    for name, content in parts.items():
        files[f"word/{name}.xml"] = whole(ROOTS[name], content, PREFIXES.get(name, "w"))
        related.append(
            f'<Relationship Id="part-{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        )
        noted = [_relation(each, address) for each, address in (note_links or {}).items()]
        files[f"word/_rels/{name}.xml.rels"] = relations(*noted)
    files["word/_rels/document.xml.rels"] = relations(*related)
    if core:
        files["docProps/core.xml"] = (
            f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp:coreProperties>'
        )
    return packed(files)


def whole(root: str, content: str, prefix: str = "w") -> str:
    return f"{HEAD}<{prefix}:{root} {NAMESPACES}>{content}</{prefix}:{root}>"


def relations(*each: str) -> str:
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'


def _relation(name: str, address: str) -> str:
    return (
        f'<Relationship Id="{name}" Type="{OFFICE}/hyperlink" Target="{address}" '
        'TargetMode="External"/>'
    )


def packed(files: dict[str, str]) -> bytes:
    """A zip file; what every DOCX has is added."""
    core = f'<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties"'
    always = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations(
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>',
            f'{core} Target="docProps/core.xml"/>',
        ),
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in {**always, **files}.items():
            # A time of its own would give tests other names in each process.
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return made.getvalue()

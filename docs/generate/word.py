"""The story of docs/how-to/write-reports.md: a draft as a Word file, and how its author answers."""

# ruff: noqa: TID253  nothing here is part of the program's start

from docx import Document

from docs.generate.desk import Desk

COMMANDS = """
article add draft.docx --slug bay --title "The tunnel" --author "Maria Keller"
source add "Atlas of the Northern Coast" --key atlas --kind book
source add "Irene Holt" --key engineer --kind person --protected \\
    --alias "an engineer of the tunnel" --terms background --kept "notebook 7"
add "The tunnel is the longest in the county" --quote "the longest in the county" --kind superlative
verify 1 --ok --from "atlas p. 212" --fix "the longest on the coast" \\
    --because "true, but too weak: the table ranks the whole coast"
add "The tunnel was opened in 1971" --quote "opened in 1971" --kind date
verify 2 --ok --from "atlas p. 215"
add "The tunnel has 12 vents" --quote "12 vents" --kind number
verify 3 --ok --from "engineer call 3 June" --how call
add "Two hundred miners dug for six years" \\
    --quote "Two hundred miners had dug for six years" --kind history
query ask 4 "Who counted the miners?"
"""


def draft(name: str, desk: Desk) -> None:
    """A file as Maria sends it, with words of hers in bold."""
    document = Document()
    document.core_properties.author = ""
    document.add_heading("The tunnel under the bay", 0)
    first = document.add_paragraph("The tunnel under Varde Bay is ")
    first.add_run("the longest").bold = True
    first.add_run(" in the county. It was opened in 1971 and has 12 vents.")
    document.add_paragraph("Two hundred miners had dug for six years.")
    document.save(str(desk.folder / name))


def begin(name: str) -> Desk:
    """A desk with the draft checked: one fix, one question, one source who may not be named."""
    desk = Desk(name)
    desk.run("factcheck init")
    draft("draft.docx", desk)
    for line in COMMANDS.replace("\\\n", "").strip().splitlines():
        desk.run(f"factcheck {line}")
    return desk


def comments(name: str, desk: Desk) -> str:
    """The comments of a file, as a block to show."""
    document = Document(str(desk.folder / name))
    return "```text\n" + "\n\n".join(each.text for each in document.comments) + "\n```\n"


def answered(name: str, desk: Desk, comment: int, words: str, target: str) -> None:
    """The file as it comes back: somebody typed below one of our comments."""
    document = Document(str(desk.folder / name))
    list(document.comments)[comment].add_paragraph(words)
    document.save(str(desk.folder / target))

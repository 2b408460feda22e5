"""Our comments in a file that has been here before."""

from collections.abc import Collection

from factcheck.documents import docx_threads, own_comments
from factcheck.documents.docx_package import Element
from factcheck.documents.docx_styles import W
from factcheck.documents.docx_threads import W15
from factcheck.reports.docx_file import Copy
from factcheck.reports.docx_marks import BOUNDS

_W16CID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
#: Parts that say more of comments, and how they name them.
_LISTS = {"commentsExtended": f"{W15}paraId", "commentsIds": f"{_W16CID}paraId"}


def leave_out(copy: Copy) -> None:
    """Takes them out with what was answered to them, which was taken in with the file.

    What is said now stands in new ones; those before may have been for another audience.
    """
    extended = copy.part("commentsExtended")
    every = copy.comments.root.findall(f"{W}comment")
    threads = docx_threads.read(every, extended)
    ours = {_id(each) for each in every if own_comments.reference(_text(each)) is not None}
    old = [each for each in every if threads.first(_id(each)) in ours or _id(each) in ours]
    if not old:
        return
    _unlist(copy, {name for each in old for name in _paragraphs(each)})
    _unmark(copy.body.root, {_id(each) for each in old})
    for each in old:
        each.getparent().remove(each)


def _id(comment: Element) -> str:
    return str(comment.get(f"{W}id", ""))


def _text(comment: Element) -> str:
    lines = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p"))
    return "\n".join(lines)


def _paragraphs(comment: Element) -> list[str]:
    return [each.get(f"{docx_threads.W14}paraId", "") for each in comment.iter(f"{W}p")]


def _unlist(copy: Copy, names: Collection[str]) -> None:
    for kind, attribute in _LISTS.items():
        part = copy.part(kind)
        if part is None:
            continue
        for each in [each for each in part.root if each.get(attribute) in names]:
            part.root.remove(each)


def _unmark(root: Element, numbers: Collection[str]) -> None:
    for each in list(root.iter(*BOUNDS)):
        if each.get(f"{W}id", "") in numbers:
            run = each.getparent()
            run.remove(each)
            if run.tag == f"{W}r" and all(child.tag == f"{W}rPr" for child in run):
                run.getparent().remove(run)

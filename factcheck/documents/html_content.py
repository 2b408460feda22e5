"""Which part of a page is the article."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from resiliparse.extract.html2text import extract_plain_text

from factcheck.documents.html_roles import headline, is_consent, is_deck, is_left_out, is_notes
from factcheck.documents.html_text import Written, write
from factcheck.documents.html_tree import Element, Page, ancestors, walk

# Resiliparse's main-content extraction takes time in the square of the depth: 0.2 s at 3,000
# nested elements, 20 s at 30,000.
_DEEPEST = 1_500
_FAR = 4
_ENOUGH = 0.6
_NEAR_BEST = 0.9


def article(page: Page) -> Written:
    """The text of the article on a page."""
    title = headline(page.root)
    spared = _wrappers(page, title)
    ids = _ids(page.root)
    parts = [_tops(page, top, title) for top in _candidates(page, spared)]
    choices = [write(tops, spared, ids) for tops in parts]
    chosen = _chosen(choices, page)
    tops = parts[choices.index(chosen)]
    notes = _apart(chosen, tops)
    return write([*tops, *notes], spared, ids) if notes else chosen


def _candidates(page: Page, spared: set[Element]) -> list[Element]:
    """The narrowest first: the longest <article>, <main>, the whole body."""
    shown = [one for one in _shown(page.body, spared) if one.weight]
    articles = [one for one in shown if one.tag == "article"]
    mains = [one for one in shown if one.tag == "main" or one.get("role") == "main"]
    found = [max(group, key=_running) for group in (articles, mains) if group]
    return [*dict.fromkeys(found), page.body]


def _running(element: Element) -> int:
    """Characters outside of links."""
    return element.weight - element.linked


def _shown(top: Element, spared: set[Element]) -> Iterator[Element]:
    waiting = [top]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(
            child
            for child in reversed(element.children)
            if isinstance(child, Element) and not is_left_out(child, spared)
        )


def _wrappers(page: Page, title: Element | None) -> set[Element]:
    """What holds the headline, or most of the text: no chrome, whatever it is called.

    Old pages wrap everything in one <form>, new ones in <div class="cookie-notice-shown">.
    """
    held = {one for one in walk(page.body) if 2 * one.weight > page.body.weight > 0}
    if title is None:
        return {one for one in held if 2 * one.linked < one.weight and not is_consent(one)}
    above = set(ancestors(title))
    return {one for one in above if one in held or one.tag == "header"} | {title}


def _tops(page: Page, top: Element, title: Element | None) -> list[Element]:
    """`top`, after the headline and the standfirst that stand outside of it."""
    if title is None or top is page.body or top in ancestors(title):
        return [top]
    siblings = title.parent.children if title.parent is not None else []
    after = siblings[siblings.index(title) + 1 :]
    near = [one for one in after if isinstance(one, Element) and one.weight][:3]
    for place, one in enumerate(near):
        if one is not top and (is_deck(one) or (place == 0 and one.tag == "h2")):
            return [title, one, top]
    return [title, top]


def _chosen(choices: list[Written], page: Page) -> Written:
    """The narrowest text that keeps the article, as Resiliparse's own extraction sees it.

    Some pages put the first lines in an <article> and the rest beside it, or an <article>
    around each teaser. Enough is six tenths of the extraction's words, because that often has
    related links too; where nothing is enough, the narrowest within a tenth of the best.
    """
    if len(choices) == 1 or page.deepest > _DEEPEST:
        return next((one for one in choices if one.text), choices[-1])
    main = _words(
        extract_plain_text(page.tree, main_content=True, alt_texts=False, list_bullets=False)
    )
    kept = [_share(main, one.text) for one in choices]
    least = min(_ENOUGH, _NEAR_BEST * max(kept))
    return next(
        one for one, share in zip(choices, kept, strict=True) if one.text and share >= least
    )


def _share(main: Counter[str], text: str) -> float:
    """How much of the words of `main` stands in `text`, 0 to 1."""
    both = main & _words(text)
    return sum(map(len, both.elements())) / max(1, sum(map(len, main.elements())))


def _words(text: str) -> Counter[str]:
    return Counter(text.split())


def _apart(written: Written, tops: list[Element]) -> list[Element]:
    """The footnotes that the text refers to and that stand outside of `tops`."""
    found: dict[Element, None] = {}
    for note in written.notes:
        near = [note.target, *islice(ancestors(note.target), _FAR)]
        if not any(one in tops for one in chain(near, ancestors(near[-1]))):
            found.setdefault(next(filter(is_notes, reversed(near)), note.target))
    return list(found)


def _ids(root: Element) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for element in walk(root):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else ""):
            if name:
                found.setdefault(name, element)
    return found

"""An article's text with its claims, its gaps and its drafts, as text for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any

from factcheck.cli.output import CODES, colour, in_colour, outcome_style, table
from factcheck.cli.views import clean, counted, wrapped
from factcheck.words import Fate, label

if TYPE_CHECKING:
    from factcheck.services.coverage import Coverage, Gap
    from factcheck.services.marking import Shown

Shape = Mapping[str, Any]

STRUCK = 9


def marked_text(text: str, shown: "Sequence[Shown]", words: str) -> str:
    """The text with its claims: coloured and struck on a terminal, else in brackets."""
    pieces = _painted(text, shown, words) if in_colour() else _bracketed(text, shown, words)
    return "".join(pieces)


def _bracketed(text: str, shown: "Sequence[Shown]", words: str) -> Iterator[str]:
    """`[[words]]{12 OK}`, as `article mark` has them; what crosses another is in two pieces."""
    opened: list[Shown] = []
    for part, around in [*_parts(text, shown), ("", [])]:
        pairs = zip(opened, around, strict=False)
        kept = len(list(takewhile(lambda pair: pair[0] is pair[1], pairs)))
        for each in reversed(opened[kept:]):
            yield f"]]{{{_name(each, words)}}}"
        yield "[[" * len(around[kept:]) + clean(part)
        opened = around


def _parts(text: str, shown: "Sequence[Shown]") -> "Iterator[tuple[str, list[Shown]]]":
    """The text cut at each border of a claim; the claims that hold each part, the longest first."""
    ahead = sorted(shown, key=lambda each: each.span.start, reverse=True)
    borders = sorted({0, len(text), *(at for each in shown for at in each.span)})
    around: list[Shown] = []
    for start, end in pairwise(borders):
        around = [each for each in around if each.span.end > start]
        while ahead and ahead[-1].span.start <= start:
            around.append(ahead.pop())
        # What ends last opens first.
        around.sort(key=lambda each: (-each.span.end, each.span.start, each.number))
        yield text[start:end], around


def _name(each: "Shown", words: str) -> str:
    recheck = ", RE-CHECK" if each.stale else ""
    return f"{each.number} {label(words, each.outcome)}{recheck}"


def _painted(text: str, shown: "Sequence[Shown]", words: str) -> Iterator[str]:
    """Each part in the style of the shortest claim that holds it, the numbers behind."""
    done = 0
    for part, around in _parts(text, shown):
        inner = min(around, key=lambda each: each.span.end - each.span.start, default=None)
        yield _styled(clean(part), inner, words) if inner else clean(part)
        done += len(part)
        for each in reversed(around):
            if each.span.end == done:
                yield colour(f"[{each.number}]", "bold")


def _styled(part: str, each: "Shown", words: str) -> str:
    """Checked words are struck through, so that the eye finds the others."""
    style = "red" if each.stale else outcome_style(label(words, each.outcome))
    struck = [STRUCK] if style in {"green", "dim"} else []
    codes = ";".join(map(str, [CODES[style], *struck])) if style in CODES else "4"
    # A style that runs over the end of a line colours the rest of the terminal.
    return "\n".join(f"\x1b[{codes}m{line}\x1b[0m" if line else "" for line in part.split("\n"))


# Proposals


def proposals_table(proposals: Sequence[Shape]) -> str:
    """What could be claimed, then the opinions, questions and predictions."""
    if not proposals:
        return "Nothing is left to propose."
    checkable = [_proposal_row(each) for each in proposals if each["checkable"]]
    apart = [_proposal_row(each) for each in proposals if not each["checkable"]]
    parts = []
    if checkable:
        parts.append(table(checkable, PROPOSED))
    if apart:
        parts.append("Opinions, questions and predictions:\n" + table(apart, PROPOSED))
    return "\n\n".join(parts)


PROPOSED = ("#", "line", "kind", "claimant", "why", "words")


def _proposal_row(each: Shape) -> tuple[object, ...]:
    source = f" <- {each['source']}" if each["source"] else ""
    return (
        each["id"],
        each["span"]["line"],
        each["kind"],
        each["claimant"] or "",
        ", ".join(each["why"]),
        each["text"] + source,
    )


def proposal_page(each: Shape, done: int, of: int) -> str:
    """One proposal, to be decided on."""
    head = f"{done} of {of}: proposal {each['id']}, line {each['span']['line']}"
    said = f", said by {each['claimant']}" if each["claimant"] else ""
    lines = [colour(head, "bold"), f"  {each['kind']}{said}: {', '.join(each['why'])}"]
    lines += [f"  {line}" for line in wrapped(clean(each["text"]), 2)]
    if each["source"]:
        lines.append(f"  would cite: {clean(each['source'])}")
    return "\n".join(lines)


# Coverage


def coverage_page(found: "Coverage") -> str:
    """The share, and each sentence with a gap, what is missing in it named."""
    sentences = f"{found.sentences_covered} of {counted(found.sentences, 'sentence')}"
    head = (
        f"{found.share:.0%} covered: {found.covered} of {found.checkable} checkable elements, "
        f"{sentences}."
    )
    return "\n".join([head, *_gap_lines(found.gaps)])


def _gap_lines(gaps: "Iterable[Gap]") -> Iterator[str]:
    by_sentence: dict[Any, list[Gap]] = {}
    for gap in gaps:
        by_sentence.setdefault(gap.sentence, []).append(gap)
    for several in by_sentence.values():
        first = several[0]
        whole = len(several) == 1 and first.span == first.sentence
        words = "; ".join(" ".join(clean(gap.text).split()) for gap in several)
        zone = "" if first.zone == "body" else f" {first.zone}"
        place = f"  line {first.line}{zone}: "
        yield place + (words if not whole else f"(whole sentence) {words}")


# Drafts

FATES: dict[str, str] = {
    Fate.LOST: "Lost: the words are gone",
    Fate.CHANGED: "Changed: need a look",
    Fate.CUT: "Cut as agreed",
    Fate.AGREED: "Changed as agreed",
    Fate.RETURNED: "Back again",
}


def comparison_page(found: Shape) -> str:
    """What became of the claims, what needs a look first; the sum of it is the last line."""
    return "\n".join([*_fix_lines(found), *_fate_lines(found), *_new_lines(found), summary(found)])


def summary(found: Shape) -> str:
    """`draft 2: 31 carried, 9 changed as agreed, 4 changed and need a look, 1 lost, 6 new ...`."""
    numbers = found["summary"]
    told = [f"{numbers['carried']} carried"]
    told += [f"{numbers[fate]} {words}" for fate, words in SUMMED.items() if numbers[fate]]
    if numbers["new"]:
        told.append(counted(numbers["new"], "new sentence"))
    return f"draft {found['to']}: {', '.join(told)}"


SUMMED: dict[str, str] = {
    Fate.AGREED: "changed as agreed",
    Fate.CHANGED: "changed and need a look",
    Fate.CUT: "cut as agreed",
    Fate.RETURNED: "back again",
    Fate.LOST: "lost",
}


def _fix_lines(found: Shape) -> Iterator[str]:
    fixes = found["fixes"]
    if fixes["agreed"]:
        missing = fixes["missing"]
        not_yet = f", {len(missing)} not yet ({_numbers(missing)})" if missing else ""
        yield f"agreed {fixes['agreed']}: {len(fixes['in_draft'])} in the draft{not_yet}"


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _fate_lines(found: Shape) -> Iterator[str]:
    for fate, heading in FATES.items():
        places = [each for each in found["claims"] if each["fate"] == fate]
        if places:
            yield colour(heading, "bold")
        for each in places:
            yield from _place_lines(each)
    for each in found["claims"]:
        if each["ambiguous"] and each["fate"] == Fate.CARRIED:
            yield f"  {each['claim']}  stands at several places now; this is one of them"


def _place_lines(each: Shape) -> Iterator[str]:
    number = colour(str(each["claim"]), "bold")
    if each["after"] is None:
        yield f'  {number}  "{_short(each["before"])}"'
        return
    what = "; ".join(_difference(difference) for difference in each["changed"])
    yield f"  {number}  {what or 'the same words'}"
    yield f'      was "{_short(each["before"])}"'
    yield f'      is  "{_short(each["after"])}"'
    if each["fix"] and each["fate"] == Fate.CHANGED:
        yield f'      not as agreed: "{_short(each["fix"])}"'


def _difference(difference: Shape) -> str:
    before, after = clean(difference["before"]), clean(difference["after"])
    if before and after:
        told = f"{before} became {after}"
    else:
        told = f'"{before}" is gone' if before else f'"{after}" was added'
    return told if difference["what"] == "other" else f"{difference['what']}: {told}"


def _new_lines(found: Shape) -> Iterator[str]:
    if found["new"]:
        yield colour("New sentences", "bold")
    for each in found["new"]:
        yield f"  line {each['line']}: {_short(each['text'])}"


def _short(words: str) -> str:
    from factcheck.text.show import shorten

    return shorten(clean(" ".join(words.split())), 160)

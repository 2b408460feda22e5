"""Whether the reason of a verdict speaks of a piece of evidence; in doubt it does."""

import re
from typing import Any, NamedTuple

from factcheck.text.letters import bare
from factcheck.text.lexicon.shape import words

#: Words with which one thing is weighed against another, in four languages.
WEIGHING = words("""
    however although though but despite nevertheless nonetheless yet while whereas whilst albeit
    against contrary contradict contradicts contradicted contradicting contradiction counter
    dispute disputes disputed disagree disagrees disagreed differ differs differed different
    difference deny denies denied refute refutes refuted rebut rebuts outdated obsolete stale
    superseded outweigh outweighs outweighed weigh weighs weighed weight wrong wrongly
    mistake mistaken mistakes error errors erroneous typo slip misprint misread misreads misquoted
    misquotes incorrect inaccurate unreliable false incomplete imprecise confuses confused mixes
    rounded rounds rounding approximate only rather instead unlike except other others another
    elsewhere earlier later older newer corrected correction retracted withdrew withdrawn
    changed plan plans planned supposed alleged disregard disregarded discount discounted ignore
    ignored dismissed reject rejected overruled unconfirmed alone narrowly
    aber jedoch obwohl obgleich trotz dennoch trotzdem dagegen hingegen widerspricht widersprechen
    bestreitet bestritten veraltet falsch irrtum fehler fehlerhaft ungenau andere anderer anderes
    sondern allerdings zwar
    mais pourtant cependant toutefois malgre quoique contredit contredisent conteste faux
    fausse erreur errone depasse perime autre autres tandis
    pero aunque obstante contradice contradicen desmiente falso falsa erroneo
    anticuado otro otra otros otras mientras pese
""")
_PHRASES = re.compile(
    r"out of date|no longer|not the same|as opposed to|on the other hand|in spite of|not what"
    r"|\bnot (?:a |an |the )?(?:reliable|weighty|relevant|count)|nicht mehr|sin embargo|bien que"
)
_WORD = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
#: Shorter words of a title or a publisher name too many things.
_TELLING = 4
_NUMBERED = re.compile(
    r"\b(?:evidence|piece|beleg|preuve|prueba)s?:? ?(?:no\.? ?|#)?(\d{1,12})"
    r"(?:(?:, | and | & )(\d{1,12}))?"
)


class Against(NamedTuple):
    """A piece of evidence, and the claim that it speaks against."""

    number: int
    #: What its source is called.
    names: tuple[str, ...]
    said: str
    claim: str

    @classmethod
    def of(cls, row: Any) -> "Against":
        names = (row.key, row.title, row.publisher, row.author, row.alias)
        said = " ".join(filter(None, (row.quote, row.says)))
        return cls(row.piece, tuple(filter(None, names)), said, row.text)


def speaks(reason: str, piece: Against) -> bool:
    """Whether a reason names the source, the evidence or its figures, or weighs at all."""
    if not reason.strip():
        return False
    plain = bare(reason)
    row = _row(plain)
    told = set(row)
    return (
        not told.isdisjoint(WEIGHING)
        or _PHRASES.search(plain) is not None
        or any(str(piece.number) in found.groups() for found in _NUMBERED.finditer(plain))
        or any(_is_named(name, row, told, piece.claim) for name in piece.names)
        or not _own_figures(piece).isdisjoint(_FIGURE.findall(plain))
        or _quotes(told, piece)
    )


def _row(plain: str) -> list[str]:
    return [word.removesuffix("'s") for word in _WORD.findall(plain.replace("\u2019", "'"))]


def _words(plain: str) -> set[str]:
    return set(_row(plain))


def _is_named(name: str, row: list[str], told: set[str], claim: str) -> bool:
    """The whole name, or a word of it that the claim does not have."""
    mine = _row(bare(name))
    if mine and f" {' '.join(mine)} " in f" {' '.join(row)} ":
        return True
    telling = {word for word in mine if len(word) >= _TELLING}
    return not (telling - _words(bare(claim)) - _COMMON).isdisjoint(told)


#: In so many titles that they tell no source from another.
_COMMON = words("""
    news daily times post press agency report reports article page website from with that this
    their have what when where which about after before over into more most than under first
    says said year years world people inside
""")


def _own_figures(piece: Against) -> set[str]:
    return set(_FIGURE.findall(piece.said)) - set(_FIGURE.findall(piece.claim))


def _quotes(told: set[str], piece: Against) -> bool:
    """Two words that only the evidence has."""
    own = _words(bare(piece.said)) - _words(bare(piece.claim)) - _COMMON
    return len({word for word in own if len(word) >= _TELLING} & told) > 1

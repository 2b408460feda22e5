"""The codes of findings: what each says, how grave it is, why it matters and what to do.

The first letter is the family: L links, D drift, S sourcing, V verdicts, A the article.
"""

from enum import StrEnum
from typing import NamedTuple

from factcheck.errors import BadInput


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(NamedTuple):
    """`help` is what to do, with the numbers of the records where `{claim}` stands."""

    severity: Severity
    title: str
    why: str
    help: str


E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE

FAMILIES = {"L": "links", "D": "drift", "S": "sourcing", "V": "verdicts", "A": "article"}

CODES: dict[str, Code] = {
    "L101": Code(
        E,
        "gone",
        "The address has failed several times, days apart: a reader who follows it finds nothing.",
        "factcheck source capture {source} --archive looks for a public copy with the quotation",
    ),
    "L102": Code(
        W,
        "unreachable, repeatedly",
        "The server has not answered for days; it may come back, and the copy is all there is.",
        "open it in a browser; factcheck source show {source} --snapshots lists the copies kept",
    ),
    "L103": Code(
        N,
        "moved permanently",
        "The server says that the page lives elsewhere now; old addresses stop working one day.",
        "factcheck source edit {source} --url NEW, if the quotation is there",
    ),
    "L104": Code(
        E,
        "answers, but is no longer the page",
        "A status of 200 hides that the page is gone: the home page, an error page, a domain for"
        " sale.",
        "factcheck source capture {source} --archive looks for a public copy with the quotation",
    ),
    "L105": Code(
        W,
        "certificate trouble",
        "Nobody vouches that the answer comes from the publisher, so it was not read.",
        "open it in a browser; save the page, then factcheck source capture {source} --file FILE",
    ),
    "L106": Code(
        N,
        "could not check",
        "The page may be as it was: we were kept from looking. It is never a reason to call it"
        " gone.",
        "open it in a browser; save the page, then factcheck source capture {source} --file FILE",
    ),
    "L107": Code(
        W,
        "address refused as unsafe",
        "The address leads into a private network or uses a scheme that is not fetched.",
        "--allow-private HOST, if it is a server of your own",
    ),
    "L108": Code(
        N,
        "no snapshot kept",
        "Of the pages of the last decade a quarter are gone; what was not kept cannot be shown.",
        "factcheck source capture {source}",
    ),
    "D201": Code(
        E,
        "quotation no longer in the source",
        "The passage that the claim rests on is not on the page any more.",
        "factcheck source show {source} --diff shows what changed; then factcheck verify {claim}",
    ),
    "D202": Code(
        E,
        "quotation altered",
        "The page now says it in other words than those that were recorded.",
        "factcheck verify {claim}, then factcheck evidence edit {evidence} --quote WORDS",
    ),
    "D203": Code(
        E,
        "figures in the quoted passage changed",
        "The page now has another figure where the claim's figure came from.",
        "factcheck verify {claim} with the new figure",
    ),
    "D204": Code(
        N,
        "text changed much since it was cited",
        "The quotation stands, but much around it is other text now.",
        "factcheck source show {source} --diff shows what changed",
    ),
    "D205": Code(
        E,
        "carries a correction or retraction",
        "The publisher has taken something back; it may be what the claim rests on.",
        "read the notice, then factcheck verify {claim}",
    ),
    "D206": Code(
        E,
        "quotation not in the saved copy",
        "The copy that we keep does not have the words that are recorded as verbatim.",
        "factcheck source show {source} --text; factcheck evidence edit {evidence} --quote WORDS",
    ),
    "S301": Code(
        E,
        "decided without a source",
        "A conclusion that nothing on file carries cannot be defended.",
        "factcheck verify {claim} --from 'SOURCE PLACE'",
    ),
    "S302": Code(
        W,
        "fewer sources than this house needs",
        "One source may be wrong; two that took it from each other are one.",
        "factcheck evidence add {claim} ...",
    ),
    "S303": Code(
        W,
        "no primary source, and no reason given",
        "Others' reports carry each other's slips; the document or the person itself does not.",
        "factcheck evidence add {claim} ... --tier primary, or factcheck note {claim} REASON"
        " --kind why-chosen",
    ),
    "S304": Code(
        W,
        "common origin counted once",
        "Sources that took it from one place are one source, however many there are.",
        "factcheck evidence add {claim} ... from somewhere else",
    ),
    "S305": Code(
        W,
        "all from one publisher",
        "Pages of one publisher share its desk, and its mistakes.",
        "factcheck evidence add {claim} ... from another publisher",
    ),
    "S306": Code(
        W,
        "own outlet cited",
        "What the house itself has published is no second source.",
        "factcheck evidence add {claim} ... with the source that the house had",
    ),
    "S307": Code(
        W,
        "source is later than the claim",
        "What appeared after the words were said may rest on them.",
        "factcheck source edit {source} --published DATE, or find an earlier source",
    ),
    "S308": Code(
        E,
        "only anonymous sources",
        "Nobody who can be named stands for it.",
        "factcheck evidence add {claim} ... from a source that can be named",
    ),
    "S309": Code(
        W,
        "no quotation, words or place",
        "Nobody can find the passage again.",
        "factcheck evidence edit {evidence} --quote WORDS --locator PLACE",
    ),
    "S310": Code(
        N,
        "the same source recorded twice",
        "Two records of one source look like two sources.",
        "factcheck source merge {source} OTHER",
    ),
    "S311": Code(
        E,
        "decided on evidence that nobody has seen",
        "What was cited by somebody else, and not looked at, carries nothing.",
        "factcheck evidence seen, when you have",
    ),
    "S312": Code(
        W,
        "rests on the author's word alone",
        "The author is who is being checked.",
        "factcheck evidence add {claim} ...",
    ),
    "S313": Code(
        W,
        "source is older than the event",
        "It cannot speak of what had not happened.",
        "factcheck source edit {source} --published DATE, or find a later source",
    ),
    "V401": Code(
        E,
        "verdict without evidence",
        "A conclusion needs something that it is concluded from.",
        "factcheck evidence add {claim} ..., then factcheck verify {claim}",
    ),
    "V402": Code(
        E,
        "a figure in the evidence contradicts the verdict",
        "The evidence on file has another figure than the claim that was called right, or the"
        " same as the one that was called wrong.",
        "factcheck verify {claim} shows the figures side by side",
    ),
    "V403": Code(
        E,
        "re-check",
        "Something that the verdict rests on has changed since.",
        "factcheck verify {claim} shows why; decide it again",
    ),
    "V404": Code(
        W,
        "due for a re-check by date",
        "Titles, tolls and totals do not stay as they were.",
        "factcheck verify {claim}; decide it again",
    ),
    "V405": Code(
        E,
        "checked by its author",
        "Nobody finds their own mistakes.",
        "factcheck verify {claim} --by SOMEBODY-ELSE",
    ),
    "V406": Code(
        W,
        "verdict changed without a reason",
        "Whoever reads the record later cannot tell what was learnt in between.",
        "factcheck verify {claim} with --because REASON",
    ),
    "V407": Code(
        W,
        "the evidence lacks the figure it is cited for",
        "The claim has a figure and the passage that supports it has none like it.",
        "factcheck evidence edit {evidence} --quote with the passage that has it",
    ),
    "V408": Code(
        W,
        "evidence against it, of which the reason does not speak",
        "A decision that passes over what speaks against it does not convince.",
        "factcheck verify {claim} with --because about evidence {evidence}",
    ),
    "V409": Code(
        W,
        "not signed off",
        "A second pair of eyes has not been on it.",
        "factcheck sign-off {claim} --by SOMEBODY-ELSE",
    ),
    "V410": Code(
        E,
        "name or quotation is not as in its evidence",
        "Names and quotations are checked letter for letter.",
        "factcheck verify {claim} shows the words side by side",
    ),
    "A501": Code(
        W,
        "checkable and in no claim",
        "What nobody has marked, nobody has checked.",
        "factcheck article mark, or factcheck article skip --quote WORDS",
    ),
    "A502": Code(
        W,
        "the words changed, or are gone",
        "The verdict was about words that are not in the newest draft.",
        "factcheck show {claim}",
    ),
    "A503": Code(
        E,
        "weekday and date disagree",
        "One of the two is wrong, and readers notice.",
        "look at a calendar; factcheck add the claim, or mend the draft",
    ),
    "A504": Code(
        E,
        "one fact, two figures",
        "The article contradicts itself.",
        "factcheck verify {claim}; agree one figure with the author",
    ),
    "A505": Code(
        W,
        "one name spelt two ways",
        "At most one of them is right.",
        "look it up; factcheck ask {claim}, or mend the draft",
    ),
    "A506": Code(
        E,
        "undecided",
        "Nobody has decided whether it is so.",
        "factcheck verify {claim}",
    ),
    "A507": Code(
        E,
        "open query",
        "The author was asked and has not answered.",
        "factcheck query answer {query} ANSWER",
    ),
    "A508": Code(
        E,
        "fix not in the draft",
        "What was found wrong would run as it was.",
        "factcheck verify {claim} --agreed NAME; factcheck article revise FILE",
    ),
    "A509": Code(
        E,
        "wrong, or right in part, and no fix",
        "A claim that is known to be wrong would run.",
        "factcheck verify {claim} --fix WORDING, --cut, or --stet if the editor keeps it",
    ),
}


def pick_code(word: str) -> str:
    """A code in any case. Raises BadInput for an unknown one."""
    code = word.strip().upper()
    if code not in CODES:
        raise BadInput(f"{word!r:.40} is no code of a finding.", hint=known())
    return code


def pick_codes(words: str) -> set[str]:
    """`S,V402` -> the codes of the family S, and V402. Raises BadInput."""
    found: set[str] = set()
    for word in (part.strip().upper() for part in words.split(",") if part.strip()):
        meant = {code for code in CODES if code.startswith(word)}
        if not meant:
            raise BadInput(f"{word!r:.40} is no code and no family of findings.", hint=known())
        found |= meant
    return found


def known() -> str:
    families = ", ".join(f"{letter} {name}" for letter, name in FAMILIES.items())
    return f"A code such as D201, or a family: {families}."

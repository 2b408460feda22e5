"""The codes of findings: what each says, how grave it is, and what to do about it."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(NamedTuple):
    """`help` is what to do, with the numbers of the records where `{claim}` stands."""

    severity: Severity
    title: str
    help: str


E, W = Severity.ERROR, Severity.WARNING

CODES: dict[str, Code] = {
    "S301": Code(E, "decided without a source", "factcheck verify {claim} --from 'SOURCE PLACE'"),
    "S302": Code(W, "fewer sources than this house needs", "factcheck evidence add {claim} ..."),
    "S311": Code(
        E, "decided on evidence that nobody has seen", "factcheck evidence seen, when you have"
    ),
    "S312": Code(W, "rests on the author's word alone", "factcheck evidence add {claim} ..."),
    "V403": Code(E, "re-check", "factcheck verify {claim} shows why; decide it again"),
    "V404": Code(W, "due for a re-check by date", "factcheck verify {claim}; decide it again"),
    "V409": Code(W, "not signed off", "factcheck sign-off {claim} --by SOMEBODY-ELSE"),
    "A501": Code(
        W,
        "checkable and in no claim",
        "factcheck article mark, or factcheck article skip --quote WORDS",
    ),
    "A502": Code(W, "the words changed, or are gone", "factcheck show {claim}"),
    "A506": Code(E, "undecided", "factcheck verify {claim}"),
    "A507": Code(E, "open query", "factcheck query answer {query} ANSWER"),
    "A508": Code(
        E,
        "fix not in the draft",
        "factcheck verify {claim} --agreed NAME; factcheck article revise FILE",
    ),
    "A509": Code(
        E,
        "wrong, or right in part, and no fix",
        "factcheck verify {claim} --fix WORDING, --cut, or --stet if the editor keeps it",
    ),
}

"""Verbs of saying in English, and whose they are."""

from factcheck.text.cues import ENGLISH, Form, words
from factcheck.text.spans import Span
from factcheck.text.speech.attribution import Attribution, Kind
from factcheck.text.speech.content import Case, content, kind
from factcheck.text.speech.grammar import (
    AUXILIARY,
    BE,
    DASHES,
    DETERMINERS,
    DO,
    MODAL,
    PREPOSITIONS,
    PUNCTUATION,
    RELATIVE,
    SUBJECTS,
    is_adverb,
    is_capital,
    is_clause,
    is_number,
    is_plural,
    is_verb,
)
from factcheck.text.speech.insertion import beside, last_word
from factcheck.text.speech.phrases import (
    Phrase,
    after,
    main_subject,
    skipped_back,
    subject,
)
from factcheck.text.speech.units import Token, Unit

# What one may do to say something: "refused to say whether".
_GOVERNING = words(
    "refused refuses declined declines continued continues went goes came began failed had"
)
_RUMOURED = words("said reported believed thought alleged understood estimated claimed suspected")
_WITH_MODAL = words("say argue insist deny claim suggest call testify warn urge")
_AFTER_GERUND = frozenset({"by", "in", "after", "before", "while", "when", "and", "but", "with"})


def at_verb(unit: Unit, at: int) -> Attribution | None:  # noqa: PLR0911  one return a construction
    """The attribution that the verb at token `at` makes, if it makes one."""
    form, tokens = ENGLISH[unit.tokens[at].low], unit.tokens
    # The United States, the Washington Post Reports.
    if is_capital(tokens[at]) or _is_other(tokens, at, form):
        return None
    before = tokens[at - 1].low if at else ""
    if form.shape == "ing":
        return _gerund(unit, at, form, before)
    if form.shape == "past" and _be_before(tokens, at):
        return _passive(unit, at, form)
    if before == "to":
        return _infinitive(unit, at, form)
    if form.verb == "put":
        return _put_it(unit, at, form)
    if form.shape == "past" and before in DETERMINERS:
        return _reported_number(unit, at)
    return _by_agent(unit, at, form) or _inverted(unit, at, form) or _active(unit, at, form)


def _is_other(tokens: list[Token], at: int, form: Form) -> bool:
    """Whether the word means something else here."""
    follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if form.verb == "add":
        return follows in {"up", "to"}
    if form.verb == "point":
        return follows not in {"out", "to"}
    return form.verb == "believe" and follows in {"in", "to"}


def _be_before(tokens: list[Token], at: int) -> bool:
    place = at - 1
    while place >= 0 and is_adverb(tokens[place]):
        place -= 1
    return place >= 0 and tokens[place].low in BE


def _made(case: Case, said: Span | None) -> Attribution | None:
    if said is None:
        return None
    source = case.unit.span(*case.source) if case.source else None
    cue = case.unit.span(case.first, case.last)
    return Attribution(source, cue, said, kind(case.unit, said))


def _active(unit: Unit, at: int, form: Form) -> Attribution | None:
    tokens = unit.tokens
    last = skipped_back(tokens, at - 1)
    if last < 0 or tokens[at - 1].low == "having" or _bad_modal(tokens, last + 1, at, form):
        return None
    if tokens[last].low in {"and", "but", "or"}:
        return _coordinated(unit, at, form, last)
    found = subject(tokens, last)
    if found is None or not _agrees(tokens, found, last, at, form):
        return None
    case = Case(unit, at, _cue_end(at, form), form, found)
    saying = _as_saying(tokens, at)
    if saying:
        return _made(case, content(Case(unit, saying, saying, ENGLISH["saying"], found)))
    said = content(case)
    # "a neighbour, who asked not to be named": what stands before is not what she asked.
    if said and tokens[last].low in RELATIVE and said.start < tokens[at].start:
        return None
    return _as_inserted(case) or _made(case, said)


def _cue_end(at: int, form: Form) -> int:
    return at + 1 if form.verb == "point" else at


def _bad_modal(tokens: list[Token], first: int, at: int, form: Form) -> bool:
    if form.verb == "tell" and any(one.low in DO for one in tokens[first:at]):
        return True
    return form.verb not in _WITH_MODAL and any(one.low in MODAL for one in tokens[first:at])


def _agrees(tokens: list[Token], found: Phrase, last: int, at: int, form: Form) -> bool:
    """Whether the word can be the verb of this subject, and is no noun."""
    head = tokens[found.last]
    owner = head.low.endswith(("'s", "s'")) and not (is_capital(head) and "v" not in form.follows)
    if owner or head.low in DETERMINERS - {"one", "some", "many", "all"}:
        return False
    if is_number(head) and "v" in form.follows:
        return False
    # "what he thought", but "what he called a mistake" is his word.
    asked = found.first and tokens[found.first - 1].low in {"what", "where", "if", "how"}
    if asked and "q" not in form.follows:
        return False
    if form.shape == "past" or last < at - 1:
        return True
    many = _is_many(tokens, found)
    if form.shape == "base":
        return many or is_capital(head)
    return not many or (is_capital(head) and head.low not in {"reports", "officials"})


def _is_many(tokens: list[Token], found: Phrase) -> bool:
    """Whether the phrase is plural by the noun before its first preposition."""
    phrase = tokens[found.first : found.last + 1]
    if any(one.low == "and" for one in phrase):
        return True
    held = next((k for k, one in enumerate(phrase) if k and one.low in PREPOSITIONS), 0)
    return any(is_plural(one) for one in (phrase[:held] if held else phrase[-1:]))


def _as_inserted(case: Case) -> Attribution | None:
    """`As S said, C` and `C, as S said`."""
    tokens, start = case.unit.tokens, case.source.first - 1 if case.source else -1
    if start < 0 or tokens[start].low != "as" or case.last + 1 >= len(tokens):
        return None
    follows = tokens[case.last + 1]
    if follows.word not in {",", ":", "."} and not follows.quote:
        return None
    return _made(case, beside(case.unit, start, case.last))


def _put_it(unit: Unit, at: int, form: Form) -> Attribution | None:
    tokens = unit.tokens
    if at + 1 >= len(tokens) or tokens[at + 1].low != "it":
        return None
    found = subject(tokens, skipped_back(tokens, at - 1))
    if found is None:
        return None
    case = Case(unit, at, at + 1, form, found)
    return _as_inserted(case)


def _coordinated(unit: Unit, at: int, form: Form, conjunction: int) -> Attribution | None:
    """`S did this and said that C`."""
    found = main_subject(unit.tokens, conjunction)
    if found is None or (form.shape != "past" and "v" in form.follows):
        return None
    case = Case(unit, at, _cue_end(at, form), form, found)
    said = content(case)
    return _made(case, said) if said and said.start >= unit.tokens[at].end else None


def _inverted(unit: Unit, at: int, form: Form) -> Attribution | None:
    """`C, said S`."""
    tokens = unit.tokens
    if "i" not in form.follows or not (at or unit.before):
        return None
    if at and tokens[at - 1].word not in {",", *DASHES} and not tokens[at - 1].quote:
        return None
    found = after(tokens, at + 1)
    if found is None or not _names_somebody(tokens, found) or not _closes(tokens, found.last + 1):
        return None
    quoted = (not at) or tokens[at - 1].quote or (at > 1 and tokens[at - 2].quote)
    if not quoted and not _told_before(tokens, at, found.last):
        return None
    case = Case(unit, at, at, form, found)
    return _made(case, content(case))


def _names_somebody(tokens: list[Token], found: Phrase) -> bool:
    first = tokens[found.first]
    if first.low in SUBJECTS:
        return True
    return (
        is_capital(first)
        or first.low in DETERMINERS
        or is_plural(tokens[found.last])
        or (any(is_capital(token) for token in tokens[found.first : found.last + 1]))
    )


def _closes(tokens: list[Token], at: int) -> bool:
    """Whether no clause goes on at `at`: its subject would not be the speaker."""
    if at >= len(tokens) or tokens[at].quote:
        return True
    token = tokens[at]
    if token.low in AUXILIARY or is_verb(token):
        return False
    return token.low != "that"


def _told_before(tokens: list[Token], at: int, last: int) -> bool:
    """Whether a clause stands before the comma, and none between the verb and the next comma."""
    start = next((k + 1 for k in range(at - 2, max(at - 60, -1), -1) if tokens[k].word == ";"), 0)
    start = max(start, at - 40)
    lax = tokens[at].low in {"said", "says"} and at - start > 4
    if not lax and not is_clause(tokens, start, at - 2):
        return False
    stop = next((k for k in range(last + 1, len(tokens)) if tokens[k].word in PUNCTUATION), None)
    return not any(is_verb(token) for token in tokens[last + 1 : stop])


def _by_agent(unit: Unit, at: int, form: Form) -> Attribution | None:
    """`C, as characterized by S`; `described by S as C`."""
    tokens = unit.tokens
    if form.shape != "past" or at + 1 >= len(tokens) or tokens[at + 1].low != "by":
        return None
    found = after(tokens, at + 2)
    if found is None or not at:
        return None
    case = Case(unit, at, at + 1, form, found)
    if tokens[at - 1].low == "as":
        return _made(case, beside(unit, at - 1, found.last))
    if set("aq") & set(form.follows):
        return _made(case, _as_what(case, found.last + 1))
    return None


def _as_what(case: Case, at: int) -> Span | None:
    tokens = case.unit.tokens
    end = len(tokens) - 1 - (tokens[-1].word in PUNCTUATION)
    if at <= end and (tokens[at].low == "as" or tokens[at].quote):
        return case.unit.span(at, end)
    return None


def _passive(unit: Unit, at: int, form: Form) -> Attribution | None:
    tokens = unit.tokens
    be = at - 1
    while tokens[be].low not in BE:
        be -= 1
    follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
    saying = _as_saying(tokens, at)
    last = skipped_back(tokens, be - 1)
    found = subject(tokens, last) if last >= 0 else None
    if saying and found:
        case = Case(unit, at, saying, form, found)
        return _made(case, content(case._replace(form=ENGLISH["saying"])))
    if last >= 0 and tokens[last].low == "it" and follows == "that":
        case = Case(unit, at, at, form, None)
        return _made(case, unit.span(at + 1, last_word(tokens)))
    if found and follows == "to" and tokens[at].low in _RUMOURED and tokens[be].low != "been":
        case = Case(unit, be, at, form, None)
        return _made(case, unit.span(found.first, last_word(tokens)))
    return _by_agent(unit, at, form)


def _as_saying(tokens: list[Token], at: int) -> int:
    """Where "saying" stands in "quoted by S as saying", 0 if it does not."""
    if tokens[at].low not in {"quoted", "cited", "reported", "quotes", "quote"}:
        return 0
    for place in range(at + 2, min(at + 12, len(tokens))):
        if tokens[place].low == "saying" and tokens[place - 1].low == "as":
            return place
    return 0


def _gerund(unit: Unit, at: int, form: Form, before: str) -> Attribution | None:
    tokens = unit.tokens
    if before == "as":
        return _quoted_saying(unit, at, form)
    if before in BE or (at and is_adverb(tokens[at - 1]) and at > 1 and tokens[at - 2].low in BE):
        return _progressive(unit, at, form)
    if not at or not (before in _AFTER_GERUND | {",", ""} or before in DASHES):
        return None
    found = main_subject(tokens, at - 1)
    case = Case(unit, at, _cue_end(at, form), form, found)
    said = content(case._replace(source=None))
    if said is None or said.start < tokens[at].end:
        return None
    return _made(case, said)


def _quoted_saying(unit: Unit, at: int, form: Form) -> Attribution | None:
    """`X quoted Y as saying C`: it is Y who has said C."""
    tokens = unit.tokens
    quoted = next((k for k in range(at - 2, max(at - 12, 0), -1) if _as_saying(tokens, k)), 0)
    found = after(tokens, quoted + 1) if quoted and not _be_before(tokens, quoted) else None
    said = content(Case(unit, at, at, form, found)) if found else None
    if found is None or said is None:
        return None
    return Attribution(unit.span(*found), unit.span(at, at), said, Kind.CITING)


def _progressive(unit: Unit, at: int, form: Form) -> Attribution | None:
    tokens = unit.tokens
    be = at - 1 if tokens[at - 1].low in BE else at - 2
    found = subject(tokens, skipped_back(tokens, be - 1)) if be else None
    if found is None:
        return None
    case = Case(unit, at, _cue_end(at, form), form, found)
    return _made(case, content(case))


def _infinitive(unit: Unit, at: int, form: Form) -> Attribution | None:
    """`S refused to say whether`."""
    tokens = unit.tokens
    governing = at - 2
    if governing >= 1 and tokens[governing].low == "on":
        governing -= 1
    if governing < 1 or tokens[governing].low not in _GOVERNING:
        return None
    found = subject(tokens, skipped_back(tokens, governing - 1))
    if found is None:
        return None
    case = Case(unit, at, at, form, found)
    said = content(case)
    return _made(case, said) if said and said.start >= tokens[at].end else None


def _reported_number(unit: Unit, at: int) -> Attribution | None:
    """`the reported 20 carriages`: somebody says so, and the text does not say who."""
    tokens = unit.tokens
    if tokens[at].low != "reported" or at + 1 >= len(tokens):
        return None
    if not (is_number(tokens[at + 1]) or tokens[at + 1].word in {"$", "\u20ac", "\u00a3"}):
        return None
    counted = after(tokens, at + 1) or Phrase(at + 1, at + 1)
    return Attribution(None, unit.span(at, at), unit.span(*counted), Kind.INDIRECT)

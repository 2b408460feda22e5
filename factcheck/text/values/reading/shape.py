"""What a language's cues are."""

from typing import NamedTuple


class Cues(NamedTuple):
    """The patterns of a language; an empty one finds nothing."""

    #: Before a value.
    negated: str
    denied: str
    false: str
    claimed: str
    planned: str
    possible: str
    #: Behind it, in its sentence.
    false_behind: str
    denied_behind: str
    possible_behind: str
    #: At the head of its line.
    labels: str
    #: At the head of the sentence behind it.
    false_next: str
    denied_next: str
    #: Anywhere: the text speaks of something false, so a figure in it may be the false one.
    doubt: str
    #: Where the reach of a cue ends, and where that of a negation ends as well.
    ends: str
    ends_negation: str
    #: "not for four years" and "not since 2019" negate no value.
    span_before: str
    since: str
    #: Who only repeats: a post, a video.
    rumour: str
    #: "would be his second": a place in a row is counted, whatever comes of the plan.
    counting: str
    #: Who is meant stands elsewhere.
    pronouns: str
    roles: str

"""Why a verdict calls for a re-check, in words."""

import difflib

from factcheck.db import presence, standing
from factcheck.db.standing import Facts, Grounds

#: Below this share of common words a sentence is another one, not a changed one.
ALIKE = 0.4
#: Fewer words than this, before and after together, are compared word by word all the same.
SENTENCES = 8


def because(facts: Facts) -> list[str]:
    """Why the verdict in force calls for a re-check, a sentence a reason."""
    verdict = facts.verdict
    if verdict is None:
        return []
    due = facts.claim.recheck_by
    late = [f"due for a re-check since {due}"] if standing.is_due(due, standing.today()) else []
    then, now = verdict.grounds, standing.grounds_now(facts, verdict)
    numbers = {e.uid: e.id for e in facts.evidence}
    return [*_word_reasons(then, now), *_evidence_reasons(then, now, facts, numbers), *late]


def _word_reasons(then: Grounds, now: Grounds) -> list[str]:
    found = [what_changed(then["text"], now["text"])] if then["text"] != now["text"] else []
    for place, words in now["words"].items():
        before = then["words"].get(place)
        if before is None:
            found.append(f'also stands as "{words}"')
        elif words is None:
            found.append(f'"{before}" no longer stands in the text')
        elif words != before:
            found.append(what_changed(before, words))
    return list(dict.fromkeys(found))


def _evidence_reasons(
    then: Grounds, now: Grounds, facts: Facts, numbers: dict[str, int]
) -> list[str]:
    retracted = {e.uid for e in facts.evidence if e.retracted_at is not None}
    on_page = {e.uid: e for e in facts.evidence}
    found = []
    for uid, digest in now["evidence"].items():
        was = then["evidence"][uid]
        if digest != was and digest and digest.partition("~")[0] == was.partition("~")[0]:
            found.append(presence.reason(on_page[uid]))
        elif digest != was:
            what = "retracted" if uid in retracted else "edited" if uid in numbers else "gone"
            found.append(f"evidence {numbers.get(uid, '')} {what}".replace("  ", " "))
    for uid, digest in now["against"].items():
        if then["against"].get(uid) != digest:
            what = "edited" if uid in then["against"] else "added"
            found.append(f"evidence {numbers[uid]} against it {what}")
    return found


def what_changed(before: str, after: str) -> str:
    """`37 became 47`: the words that differ, the shortest way to say it."""
    old, new = before.split(), after.split()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    if len(old) + len(new) >= SENTENCES and matcher.ratio() < ALIKE:
        return f'"{before}" became "{after}"'
    parts = []
    for tag, a, b, c, d in matcher.get_opcodes():
        gone, come = " ".join(old[a:b]), " ".join(new[c:d])
        if tag == "replace":
            parts.append(f"{gone} became {come}")
        elif tag == "delete":
            parts.append(f'"{gone}" is gone')
        elif tag == "insert":
            parts.append(f'"{come}" was added')
    return "; ".join(parts)

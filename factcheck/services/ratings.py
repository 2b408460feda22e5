"""What the house publishes of a verdict: a label of its scale, kept with the scale of the day."""

from sqlalchemy.orm import Session

from factcheck.errors import BadInput, Refused
from factcheck.models import Claim
from factcheck.services import house, rules
from factcheck.services.rules import Shape
from factcheck.words import nearest, slugged


def label(session: Session, claim: Claim, word: str, conclusion: str) -> Shape:
    """What is kept of the label that `word` names, by its text or its number, with its scale.

    {"scale", "label", "number", "best", "worst"}: a later scale leaves it readable.

    Raises BadInput for a word that is not on it, Refused where it does not go with the conclusion.
    """
    scale = house.every(session)["scale"]
    found = _find(scale, word)
    if conclusion not in found["goes_with"]:
        fitting = [each["label"] for each in scale["labels"] if conclusion in each["goes_with"]]
        msg = f"{found['label']!r} does not go with {conclusion}."
        hint = f"For {conclusion}: {', '.join(fitting)}." if fitting else "Leave --rating out."
        raise Refused(msg, hint=hint, record=f"claim:{claim.id}")
    best, worst = rules.ends(scale)
    kept = {"label": found["label"], "number": found["number"]}
    return {"scale": scale["name"], **kept, "best": best, "worst": worst}


def _find(scale: Shape, word: str) -> Shape:
    labels = {slugged(each["label"]): each for each in scale["labels"]}
    if not labels:
        hint = f"factcheck house edit scale {' or '.join(n for n in rules.SCALES if n != 'none')}"
        raise BadInput("This house publishes no ratings.", hint=hint)
    numbers = {str(each["number"]): each for each in scale["labels"] if each["number"] is not None}
    found: Shape | None = labels.get(slugged(word)) or numbers.get(word.strip())
    if found is None:
        guess = nearest(slugged(word), list(labels))
        names = ", ".join(each["label"] for each in scale["labels"])
        hint = f"Did you mean {labels[guess]['label']}?" if guess else f"One of: {names}."
        raise BadInput(f"{word!r:.60} is not on the scale of this house.", hint=hint)
    return found

"""Each format of a report: from the content to what is written."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.cli import output
from factcheck.errors import NotFound, Refused

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.reports.audience import Audience

Shape = dict[str, Any]


class Report(NamedTuple):
    """What was asked for."""

    session: "Session"
    #: All of it, before anything is taken out for an audience.
    content: Shape
    audience: "Audience"
    reveal: bool
    embed: bool
    #: One claim was named by its number.
    one: bool

    def cut(self) -> Shape:
        """The content as its audience may see it."""
        from factcheck.reports import audience

        self._warn_of_names()
        self._warn_of_strays()
        return audience.cut(self.session, self.content, self.audience, reveal=self.reveal)

    def _warn_of_strays(self) -> None:
        from factcheck.cli.views import warn_of_strays

        warn_of_strays(claim for claim in self.content["claims"] if claim["verdict"])

    def _warn_of_names(self) -> None:
        from factcheck.reports.audience import named_in_print

        for number in [] if self.reveal else named_in_print(self.session, self.content):
            msg = f"The article's own words at claim {number} name a protected source."
            output.warn(f"{msg} They are shown as they stand.")


def _markdown(report: Report) -> str:
    from factcheck.reports import markdown

    return markdown.report(report.cut())


def _html(report: Report) -> str:
    from factcheck.reports import html

    return html.report(report.cut())


def _docx(report: Report) -> bytes:
    from factcheck.reports import docx
    from factcheck.services import originals

    content = report.cut()
    draft = content["draft"]
    original = originals.of_draft(report.session, draft["sha256"]) if draft else None
    if original is not None and not docx.fits(content, original):
        output.warn("The Word file that it came in does not hold this text: a plain one is made.")
        original = None
    return docx.report(content, original)


def _csv(report: Report) -> str:
    from factcheck.exchange import sheet

    return "".join(sheet.of_content(report.cut()))


def _xlsx(report: Report) -> bytes:
    from factcheck.exchange import workbook

    return workbook.write(report.cut())


def _json(report: Report) -> str:
    return output.to_json(report.cut()) + "\n"


def _corrections(report: Report) -> str:
    from factcheck.reports import corrections

    return corrections.report(report.cut())


def _claimreview(report: Report) -> str:
    from factcheck.exchange import claimreview

    _check_decided(report)
    content = report.cut()
    made = claimreview.documents(content)
    for problem in made.warnings:
        output.warn(problem.message)
    if made.errors:
        raise _refused(made.errors)
    if report.one:
        document = made.documents[0]
    else:
        document = claimreview.feed(made.documents, **_feed(content))
    return claimreview.embedded(document) if report.embed else claimreview.text(document)


def _check_decided(report: Report) -> None:
    """Raises for a claim that was named and cannot be published, and where there is none."""
    from factcheck.reports.audience import why_not_public

    claims, second = report.content["claims"], report.content["house"]["second_person"]
    reasons = {c["id"]: why_not_public(c, second_person=second) for c in claims}
    waiting = [number for number, why in reasons.items() if why]
    if waiting and report.content["article"] is None:
        number = waiting[0]
        msg = f"Claim {number} cannot be published now: {reasons[number]}."
        raise Refused(msg, hint=f"factcheck show {number}", record=f"claim:{number}")
    if len(waiting) == len(claims):
        raise NotFound("No claim is decided yet.", hint="factcheck verify CLAIM records a verdict.")
    if waiting:
        many = "Claim" if len(waiting) == 1 else "Claims"
        numbers = ", ".join(map(str, waiting))
        output.say(f"{many} {numbers} left out: not decided, or waiting for something.")


def _refused(problems: list[Any]) -> Refused:
    first, others = problems[0], len(problems) - 1
    for problem in problems[1:]:
        output.say(f"{problem.message} {problem.hint}")
    more = f" ({others} more above)" if others else ""
    # A script gets one object, with all of them in it.
    together = " ".join(problem.message for problem in problems)
    message = together if output.in_json() else f"{first.message}{more}"
    record = f"claim:{first.claim}" if first.claim else None
    return Refused(message, hint=first.hint, record=record)


def _feed(content: Shape) -> Shape:
    house = content["house"]
    return {"name": house["publisher"] or None, "url": house["publisher_url"] or None}


WRITERS: dict[str, Callable[[Report], str | bytes]] = {
    "markdown": _markdown,
    "html": _html,
    "docx": _docx,
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
    "claimreview": _claimreview,
    "corrections": _corrections,
}

"""What a server answered."""

import re
from dataclasses import dataclass
from datetime import datetime

from factcheck.fetch.failures import Hop

_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s;\"',]+)", re.IGNORECASE)
_LONGEST_TYPE = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """One page, fetched; a status such as 404 is an answer too."""

    #: What was asked for, as given, without user and password.
    url: str
    #: What answered in the end.
    final_url: str
    status: int
    #: In the order they came; names in lower case, values as Latin-1.
    headers: tuple[tuple[str, str], ...]
    #: Unpacked; nothing of it decoded.
    body: bytes
    #: The redirects that led from `url` to `final_url`.
    hops: tuple[Hop, ...]
    #: UTC, when the final answer began.
    when: datetime
    #: Whether `body` is only the beginning.
    partial: bool = False

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300  # noqa: PLR2004  the statuses of success

    def header(self, name: str) -> str | None:
        """The values of one header, joined by commas; None where there is none."""
        values = [value for key, value in self.headers if key == name.lower()]
        return ", ".join(values) if values else None

    @property
    def media_type(self) -> str | None:
        """`text/html`, as declared, in lower case; None where nothing sensible is declared."""
        declared = self._content_type().partition(";")[0].strip().lower()
        return declared if _TYPE.fullmatch(declared) else None

    @property
    def charset(self) -> str | None:
        """As declared, in lower case; it may name no charset there is."""
        found = _CHARSET.search(self._content_type())
        return found[1].lower() if found else None

    def _content_type(self) -> str:
        values = [value for key, value in self.headers if key == "content-type"]
        return values[-1][:_LONGEST_TYPE] if values else ""

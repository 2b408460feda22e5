"""What commands print, made comparable."""

import re

import pytest

#: For what is refused before an engine could make a difference.
LITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")

CLAIM_KEYS = [
    "id", "uid", "text", "kind", "claimant", "claimant_detail", "said", "priority", "tags",
    "article", "span", "also_at", "values", "status", "outcome", "stale", "stale_because",
    "verdict", "fix", "queries", "sign_off", "suggestion", "evidence", "review", "hidden",
    "created_at", "updated_at",
]  # fmt: skip


def dated(text: str) -> str:
    """The text with WHEN for every moment."""
    return MOMENT.sub("WHEN", text)

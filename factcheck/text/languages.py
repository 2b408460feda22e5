"""Codes of languages."""

import re

from factcheck.errors import BadInput

_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def known(code: str | None) -> str | None:
    """A code as in BCP 47, None for anything else: what a file says of itself may be nonsense."""
    bare = (code or "").strip().replace("_", "-")
    return bare if _CODE.fullmatch(bare) else None


def checked(code: str | None) -> str | None:
    """A code that somebody typed. Raises BadInput."""
    if code is not None and not _CODE.fullmatch(code):
        raise BadInput(f"{code!r} is not a language.", hint="A code, as in en, de or pt-BR.")
    return code


def primary(code: str) -> str:
    """`pt-BR` -> `pt`."""
    return code.partition("-")[0].casefold()

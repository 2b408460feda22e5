"""A record as a form in the user's editor: TOML, a line a field."""

import json
from collections.abc import Mapping
from typing import Any

from factcheck.cli.ask import edit_text
from factcheck.errors import BadInput
from factcheck.words import nearest


def edited(before: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The fields that the user changed, an empty one as None.

    Raises BadInput for a form that does not parse or has an unknown field.
    """
    text = form(before, name)
    after = parse(edit_text(text, suffix=".toml"), before)
    return {key: value for key, value in after.items() if value != before[key]}


def form(before: Mapping[str, Any], name: str) -> str:
    head = f"# {name}. An empty value takes the field away; close without a change to leave it.\n"
    return head + "".join(f"{key} = {_written(value)}\n" for key, value in before.items())


def _written(value: Any) -> str:
    # The strings of JSON are strings of TOML, but for DEL, which TOML wants escaped.
    text = json.dumps("" if value is None else value, ensure_ascii=False)
    return text.replace("\x7f", "\\u007F")


def parse(text: str, before: Mapping[str, Any]) -> dict[str, Any]:
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"The form does not parse: {error}.", hint="Nothing was changed.") from error
    from datetime import date

    # TOML has dates of its own; the form writes them as text.
    table = {k: v.isoformat() if isinstance(v, date) else v for k, v in table.items()}
    for key, value in table.items():
        if key not in before:
            guess = nearest(key, list(before))
            hint = f"Did you mean {guess}?" if guess else f"One of: {', '.join(before)}."
            raise BadInput(f"{key!r} is no field of this form.", hint=hint)
        _check_type(key, value, before[key])
    return {key: _read(value) for key, value in table.items()}


def _check_type(key: str, value: Any, before: Any) -> None:
    expected = before if before is not None else ""
    texts = not isinstance(value, list) or all(isinstance(item, str) for item in value)
    if type(value) is not type(expected) or not texts:
        message = f"{key} is {value!r}, which it cannot be."
        raise BadInput(message, hint="Keep the form of the value; texts stand in quotation marks.")


def _read(value: Any) -> Any:
    return None if value == "" else value

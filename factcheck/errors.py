"""Every error a user can meet.

    FactcheckError
    |-- BadInput             2   a value, file or line that cannot be taken
    |   `-- Usage            2   the command line itself is wrong
    |-- Refused              2   a rule of the house or of the record forbids it
    |   `-- Conflict         2   somebody else changed the record meanwhile
    |-- NotFound             3   no record by that number or name
    |-- CheckFailed          1   a check says no, or something was left out
    |-- DatabaseUnavailable  4   the database cannot serve
    |   |-- DatabaseMissing
    |   |-- DatabaseForeign      a file, but not ours or damaged
    |   |-- DatabaseBehind       an older schema: factcheck db upgrade
    |   |-- DatabaseAhead        a newer schema: a newer factcheck
    |   |-- DatabaseLocked
    |   `-- DatabaseReadOnly
    `-- FetchFailed          5   the network failed

A message is one sentence with the offending value in it; the hint says what to do next.
"""

from enum import IntEnum


class ExitStatus(IntEnum):
    DONE = 0
    CHECK_FAILED = 1
    USAGE = 2
    NOT_FOUND = 3
    DATABASE = 4
    NETWORK = 5
    BUG = 70
    INTERRUPTED = 130


class FactcheckError(Exception):
    """The root. `record` names what it is about ("claim:12"), `line` where in the input."""

    code = "error"
    exit_status = ExitStatus.CHECK_FAILED

    def __init__(
        self,
        message: str,
        *,
        hint: str | None = None,
        record: str | None = None,
        line: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.record = record
        self.line = line


class BadInput(FactcheckError):
    code = "bad-input"
    exit_status = ExitStatus.USAGE


class Usage(BadInput):
    code = "usage"


class Refused(FactcheckError):
    code = "refused"
    exit_status = ExitStatus.USAGE


class Conflict(Refused):
    code = "conflict"


class NotFound(FactcheckError):
    code = "not-found"
    exit_status = ExitStatus.NOT_FOUND


class CheckFailed(FactcheckError):
    code = "check-failed"
    exit_status = ExitStatus.CHECK_FAILED


class DatabaseUnavailable(FactcheckError):
    code = "database"
    exit_status = ExitStatus.DATABASE


class DatabaseMissing(DatabaseUnavailable):
    code = "database-missing"


class DatabaseForeign(DatabaseUnavailable):
    code = "database-foreign"


class DatabaseBehind(DatabaseUnavailable):
    code = "database-behind"


class DatabaseAhead(DatabaseUnavailable):
    code = "database-ahead"


class DatabaseLocked(DatabaseUnavailable):
    code = "database-locked"


class DatabaseReadOnly(DatabaseUnavailable):
    code = "database-read-only"


class FetchFailed(FactcheckError):
    code = "network"
    exit_status = ExitStatus.NETWORK

"""Export: against a bare SELECT of the same rows, and the csv or json module."""

from collections.abc import Iterator
from pathlib import Path

from factcheck.db.history import image_columns
from factcheck.models import RECORDS
from tests.bench import copies
from tests.bench.measure import FACTCHECK, Measured, compared, python

#: The cells of the sheet but for its version, each claim with the first of each.
CELLS = """
SELECT c.uid, c.id, a.slug, c.text, s.exact, c.kind, c.claimant, c.priority,
    (SELECT group_concat(name, ' ')
     FROM (SELECT name FROM tag WHERE claim_id = c.id ORDER BY name)),
    c.outcome, v.conclusion, v.why, v.reason, f.wording, o.key, e.locator, e.quote
FROM claim c
LEFT JOIN article a ON a.id = c.article_id
LEFT JOIN span s ON s.id = (SELECT max(id) FROM span WHERE claim_id = c.id)
LEFT JOIN verdict v ON v.id = c.verdict_id
LEFT JOIN fix f ON f.id = (SELECT max(id) FROM fix WHERE claim_id = c.id)
LEFT JOIN evidence e ON e.id = (SELECT min(id) FROM evidence WHERE claim_id = c.id
    AND seen_at IS NOT NULL AND retracted_at IS NULL)
LEFT JOIN source o ON o.id = e.source_id
WHERE NOT c.hidden AND c.outcome <> 'cut'
ORDER BY c.article_id, c.position, c.id
"""

BARE_CSV = """
import csv, os, sqlite3
database = sqlite3.connect(os.environ["FACTCHECK_DB"])
with open({file!r}, "w", newline="", encoding="utf-8") as file:
    csv.writer(file).writerows(database.execute({cells!r}))
"""

BARE_JSON = """
import json, os, sqlite3
database = sqlite3.connect(os.environ["FACTCHECK_DB"])
with open({file!r}, "w", encoding="utf-8") as file:
    for table, names in {tables!r}.items():
        columns = ", ".join(f'"{{name}}"' for name in names)
        for row in database.execute(f'SELECT {{columns}} FROM "{{table}}" ORDER BY uid'):
            file.write(json.dumps(dict(zip(names, row))) + "\\n")
"""


def run(folder: Path) -> Iterator[Measured]:
    many = copies.database(folder, copies.MANY)
    out, bare = folder / "out", folder / "bare"
    tables = {table: image_columns(cls) for table, cls in RECORDS.items()}
    codes = {
        "csv": BARE_CSV.format(file=str(bare), cells=CELLS),
        "jsonl": BARE_JSON.format(file=str(bare), tables=tables),
    }
    for form, code in codes.items():
        name = f"factcheck export --format {form} at {copies.MANY} / bare"
        command = (*FACTCHECK, "export", "--format", form, "-o", str(out))
        yield compared(name, 3, (command, many), (python(code), many), runs=5)

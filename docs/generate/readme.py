"""The ten commands of README.md, a few at a time."""

from docs.generate.desk import Desk

DRAFT = """\
# The tunnel under the bay

The tunnel under Varde Bay is 14 kilometres long, the longest in the county. It was
opened in 1971 and has 12 vents.
"""
START = (
    "factcheck init",
    'factcheck article add draft.md --author "Maria Keller" --slug bay',
    'factcheck source add "Atlas of the Northern Coast" --key atlas --kind book',
)
CLAIM = """\
factcheck add "The tunnel under Varde Bay is the longest in the county" \\
    --quote "the longest in the county" --from "atlas p. 212"
"""
DECIDE = (
    "factcheck verify 1 --ok --from 'atlas p. 212'",
    """\
factcheck verify 1 --fix "the longest on the coast" \\
    --because "true, but too weak: the table ranks the whole coast"
""",
)
FINISH = (
    'factcheck query ask 1 "Who measured the coast?"',
    "factcheck list",
    "factcheck undo",
    "factcheck report bay -o bay.html",
)
desk = Desk("bay")

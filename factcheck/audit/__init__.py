"""A linter for sources, sourcing and verdicts.

    runner.py     looks at pages, then asks every family, then keeps what was found
    looking.py    visits to pages: what is due, in which order, what came of it
    links.py  drift.py  sourcing.py  verdicts.py  article.py     a module a family of findings
    desk.py       what the families share
    life.py       findings that are new, open, fixed or set aside
    sarif.py      findings as SARIF 2.1.0

A finding is worked out from the database alone, visits and snapshots among it: without a
network the families say what was last known.
"""

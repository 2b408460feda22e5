"""A linter for sources, sourcing and verdicts.

    runner.py     looks at pages, then asks every family, then keeps what was found
    targets.py    which pages are due, and which of them first
    visiting.py   visits to pages, and what came of each
    capturing.py  entry.py      copies made on purpose; quotations checked when recorded
    links.py  drift.py  sourcing.py  verdicts.py  article.py     a module a family of findings
      sourcing_rows.py  sourcing_counts.py  sourcing_dates.py  sourcing_kin.py
      compared.py  reasons.py     figures of the evidence; whether a reason speaks of it
      texts.py  claimed.py  weekdays.py  contradictions.py  spellings.py  sifting.py  kept.py
                    what an article's own text says, and what of that was worked out before
    scoping.py  summary.py     what is meant, and what came of it in numbers
    desk.py       what the families share
    life.py       findings that are new, open, fixed or set aside
    sarif.py      findings as SARIF 2.1.0

A finding is worked out from the database alone, visits and snapshots among it: without a
network the families say what was last known.
"""

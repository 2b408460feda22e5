"""Sourcing: whether what was decided rests on enough, on whom, and on what they could know.

Evidence bears on a claim if its verdict rests on it; on a claim that is not decided yet, if it
speaks for or against. Only what was seen, and not retracted, counts.
"""

from factcheck.audit import sourcing_counts as counts
from factcheck.audit import sourcing_dates as dates
from factcheck.audit import sourcing_kin as kin
from factcheck.audit.desk import Check

CHECKS: dict[str, Check] = {
    "S301": counts.no_evidence,
    "S302": counts.too_few,
    "S303": counts.none_primary,
    "S304": kin.one_origin,
    "S305": kin.one_publisher,
    "S306": kin.our_own,
    "S307": dates.later,
    "S308": kin.anonymous,
    "S309": counts.no_words,
    "S310": kin.recorded_twice,
    "S311": counts.nobody_looked,
    "S312": counts.author_alone,
    "S313": dates.older,
}

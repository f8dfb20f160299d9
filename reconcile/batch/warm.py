"""Imported once before workers are forked, so that each has the tables from its start and shares their memory."""

from __future__ import annotations

import gc

from reconcile.batch.entry import Article, Entry, as_given
from reconcile.batch.rows import line_for

#: Every stage finds something in it to do.
_ARTICLE = (
    "Transport Minister Pia Lindgard opened the quay in Lisk on Tuesday. It cost 31 million euros.\n\n"
    "The quay in Lisk is open! It cost 13 million euros. @PiaLindgaard\n"
    "\u2014 Port of Lisk (@portoflisk) March 5, 2024\n"
)


def _article() -> Article:
    return Article("warm", _ARTICLE)


line_for(Entry("warm", _article, lambda: as_given("warm")))
# The tables stay as long as the process does. Out of the collector's sight they are not gone through again and
# again (a twentieth of the time that articles take), and their memory stays shared.
gc.collect()
gc.freeze()

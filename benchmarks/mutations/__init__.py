"""Clean articles with one typed change at a time: which changes are found, and what is said where nothing is wrong.

A change is made only in a sentence that a label calls supported, and only where the words that it changes stand in the
evidence, so that the sentence is true before it and false after it. One file here is one family of changes: it holds
`SORTS`, and each of them yields the edits that it can make in a sentence. `harmless` holds those that leave the
sentence true; for them the right answer is silence.
"""

from __future__ import annotations

from benchmarks.mutations import (
    attributions,
    figures,
    harmless,
    modalities,
    names,
    polarities,
    posts,
    quotations,
    scopes,
    times,
)
from benchmarks.mutations.claims import Sort

#: In the order of the families' table of kinds.
SORTS: tuple[Sort, ...] = (
    *posts.SORTS,
    *quotations.SORTS,
    *polarities.SORTS,
    *attributions.SORTS,
    *figures.SORTS,
    *times.SORTS,
    *modalities.SORTS,
    *scopes.SORTS,
    *names.SORTS,
)
HARMLESS: tuple[Sort, ...] = harmless.SORTS

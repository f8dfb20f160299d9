"""What decides a link, in one place: the signs that are weighed, and every number that is no definition.

The weights were set by logistic regression over the development pages and cases and the project's own
cases, then rounded. Set without a page or case (tenfold), they reach on it an F1 of 0.92 on the development
cases, 0.915 on the project's own and 0.56 on real pages; set on all, 0.924, 0.914 and 0.602. The relation,
set likewise, is right in 89%, 89% and 86% of the links. `verb` weighs more than the regression gives it,
for the definition wants the predicate covered.

`python -m benchmarks.ablation` tells what each sign is worth. F1 on the own cases, the development cases
and real pages (0.929, 0.924 and 0.602 with all), nothing set anew: without words 0.806, 0.803 and 0.562;
meanings 0.927, 0.916, 0.594; shared 0.924, 0.919, 0.559; rare 0.929, 0.927, 0.421; verb 0.931, 0.919,
0.596; numbers 0.933, 0.922, 0.594; rival 0.914, 0.910, 0.606; author 0.929, 0.925, 0.595; leads 0.929,
0.924, 0.560; opening 0.930, 0.925, 0.556; far 0.929, 0.924, 0.525; late 0.875, 0.879, 0.602; brief 0.931,
0.923, 0.601. With the scale of short items for all: 0.932, 0.925, 0.345; of long articles: 0.855, 0.852,
0.595. Without the table of synonyms 0.920, 0.905, 0.596; without comparing facts 0.926, 0.914, 0.598, and
the relation is right less often (in 86.8% of the development cases' links, not 90.5%); without entities
0.925, 0.925, 0.564.

It also counts what is wrong by cause. Missed on real pages: 41 with one or two words in common, 28 with a
post in another language, 12 with none, 11 with more but far from the post, one no sentence; in short items
51 with one or two words, 31 with none ("They put the loss at ..."), 11 with more. Too many: mostly the same
subject and another event, or a sentence that stands right before a post and tells of something else.

Tried, and of no worth out of the sample: how sure the neighbouring claims are of the same source (for short
items half a point, too little for a second pass), the longest run of words in common, how much of the post
the claim covers, persons, bodies and places in common by kind, whether the claim is said by the author or
tells of posting, posts printed one after the other, a pronoun at the start, the number of sources.
"""

from __future__ import annotations

from math import exp, log
from operator import attrgetter
from typing import NamedTuple

from attrs import fields, frozen


@frozen
class Signs:
    """What is known of a claim and one post or release before it is decided whether the two are linked."""

    #: Share of the claim's words, weighed by rarity, that the passage has.
    words: float = 0.0
    #: Share of them that it has by another word of like meaning.
    meanings: float = 0.0
    #: How many different words the two share, in eighths, at most 1.
    shared: float = 0.0
    #: The same, each word counted by its rarity.
    rare: float = 0.0
    #: The claim's first verb is there (1) or not (-1); 0 for one of like meaning, or where none can be told.
    verb: float = 0.0
    #: The claim's numbers that the passage has, two at most.
    numbers: float = 0.0
    #: How much more (in shares of words) another post or release covers.
    rival: float = 0.0
    #: The claim names the author of the post or the issuer of the release.
    author: float = 0.0
    #: The claim stands right before the post.
    leads: float = 0.0
    #: The claim is a headline or one of the first two sentences.
    opening: float = 0.0
    #: How far apart the two stand, 0 to 1; 0 where the post is not in the article.
    far: float = 0.0
    #: How far down the article the claim stands, 0 to 1, squared: what is news comes first, background last.
    late: float = 0.0
    #: How much the claim lacks of eight words, as a share: a label, a caption, "It worked."
    brief: float = 0.0


class Weights(NamedTuple):
    """The weight of each sign, and the thresholds.

    A short item is about one event: there the share of a claim's words decides. In a long article most
    sentences are about something else: there the number of rare words, and nearness, decide. Between the two
    the weights pass from `short` to `long`.
    """

    short_bias: float = -2.15
    short: Signs = Signs(
        words=5.6, meanings=2.9, verb=0.8, shared=3.0, numbers=0.6, rival=-4.0, leads=1.3, late=-3.4, brief=1.4,
    )  # fmt: skip
    long_bias: float = -1.4
    long: Signs = Signs(
        rare=4.7, numbers=1.1, author=0.4, leads=1.4, opening=1.2, far=-1.8, brief=-1.0,
    )  # fmt: skip
    #: An article of so many claims is short, of so many long.
    few: int = 12
    many: int = 20

    #: A link is made from this score on.
    threshold: float = 0.38
    #: A pair that reaches less than this before its facts are compared is left alone.
    hopeless: float = 0.1
    #: A pair that shares less than this of the claim's words is not scored at all, but where it stands near.
    floor: float = 0.12

    #: Words that say when, and words of the attribution, count this share of other words.
    time: float = 0.8
    attribution: float = 0.2
    #: A word of like meaning counts this share of the word itself where a passage is chosen.
    meaning: float = 0.5

    #: A compared fact agrees, and covers its words, from this score on.
    agreement: float = 0.8
    #: A link is partly where what the evidence lacks adds up to 1: each word (ten at most), each number, time
    #: or place and each whole clause (two at most), and more where a word says when.
    lacking_word: float = 0.105
    lacking_fact: float = 0.17
    lacking_clause: float = 0.2
    lacking_time: float = 0.25
    #: It takes less where a claim sums up much, as a headline, an opening and a sentence of a long article do,
    #: and where the evidence is a post, which says less than a release.
    lacking_headline: float = 0.3
    lacking_opening: float = 0.14
    lacking_long: float = 0.33
    lacking_post: float = 0.2


WEIGHTS = Weights()


_NAMES = [sign.name for sign in fields(Signs)]


class Scale:
    """Scores signs as befits an article of so many claims."""

    def __init__(self, claims: int, weights: Weights = WEIGHTS) -> None:
        few, many = log(weights.few), log(weights.many)
        #: 0 for a short item, 1 for a long article.
        self.long = part = min(1.0, max(0.0, (log(max(1, claims)) - few) / (many - few)))
        blended = [
            (name, (1 - part) * getattr(weights.short, name) + part * getattr(weights.long, name))
            for name in _NAMES
        ]
        self._weights = [weight for _, weight in blended if weight]
        self._values = attrgetter(*(name for name, weight in blended if weight))
        self._bias = (1 - part) * weights.short_bias + part * weights.long_bias

    def score(self, signs: Signs) -> float:
        """How sure it is, 0 to 1, that the evidence bears on the claim."""
        total = 0.0
        for weight, value in zip(self._weights, self._values(signs), strict=True):
            total += weight * value
        total += self._bias
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

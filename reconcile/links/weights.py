"""What decides a link, in one place: the signs that are weighed, and every number that is no definition.

The weights were set by logistic regression on half of the development data and held against the rest.
"""

from __future__ import annotations

from math import exp

from attrs import asdict, frozen


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
    #: The claim's numbers that the passage has, two at most.
    numbers: float = 0.0
    #: How much more (in shares of words) another post or release covers.
    rival: float = 0.0
    #: The claim names the author of the post or the issuer of the release.
    author: float = 0.0
    #: The claim tells of a post, and names its author or stands beside it.
    told: float = 0.0
    #: The claim is credited to somebody whom the evidence neither is nor names.
    stranger: float = 0.0
    #: The claim is a quotation whose words the evidence has not.
    unquoted: float = 0.0
    #: The claim stands right before the post; one or two sentences before; right after it.
    leads: float = 0.0
    nears: float = 0.0
    follows: float = 0.0
    #: The claim ends in a colon right before the post.
    introduces: float = 0.0
    #: The claim is a headline or one of the first two sentences.
    opening: float = 0.0
    #: How far apart the two stand, 0 to 1; 0 where the post is not in the article.
    far: float = 0.0
    #: Sentences of the article, as a logarithm: in a long one, more claims have nothing to do with a post.
    length: float = 0.0


@frozen
class Weights:
    """The weight of each sign, and the thresholds."""

    bias: float = -2.9
    signs: Signs = Signs(words=7.6, meanings=3.8, numbers=1.0, rival=-2.0, stranger=-2.0, unquoted=-2.5)

    #: A link is made from this score on.
    threshold: float = 0.4
    #: A pair that reaches less than this before its facts are compared is left alone.
    hopeless: float = 0.1
    #: A pair that shares less than this of the claim's words is not scored at all, but where it stands near.
    floor: float = 0.1

    #: Words that say when, and words of the attribution, count this share of other words.
    time: float = 0.3
    attribution: float = 0.2
    #: A word of like meaning counts this share of the word itself where a passage is chosen.
    meaning: float = 0.5

    #: A compared fact agrees, and covers its words, from this score on.
    agreement: float = 0.8
    #: A link is partly where what is missing adds up to 1: share of the claim's words, numbers, names.
    lack: float = 0.9
    lacking_number: float = 0.45
    lacking_name: float = 0.18


WEIGHTS = Weights()


def score(signs: Signs, weights: Weights = WEIGHTS) -> float:
    """How sure it is, 0 to 1, that the evidence bears on the claim."""
    of_each = asdict(weights.signs)
    total = weights.bias + sum(of_each[name] * value for name, value in asdict(signs).items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

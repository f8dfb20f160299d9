"""What decides a link, in one place: every number that is no definition, with what it is for.

They were set by logistic regression on two thirds of the development cases and held against the rest.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class Weights:
    """The ingredients of a link's score; the score is the logistic function of their sum."""

    #: Where no word is shared.
    bias: float = -2.9
    #: Share of the claim's words, weighed by rarity, that the passage has.
    words: float = 7.6
    #: Share of them that it has by another word of like meaning.
    meanings: float = 3.8
    #: Each number of the claim that the passage has, two at most.
    number: float = 1.0
    #: How much better (in shares of words) another post or release covers the claim.
    rival: float = -2.0
    #: The claim is credited to somebody whom the evidence neither is nor names.
    stranger: float = -2.0
    #: The claim is a quotation whose words the evidence has not.
    unquoted: float = -2.5

    #: A link is made from this score on.
    threshold: float = 0.4
    #: Below this share of the claim's words a pair is not looked at closely.
    floor: float = 0.14

    #: Words that say when, and words of the attribution, count this share of other words.
    time: float = 0.3
    attribution: float = 0.2

    #: A compared fact agrees, and covers its words, from this score on.
    agreement: float = 0.8
    #: A link is partly where what is missing adds up to 1: share of the claim's words, numbers, names.
    lack: float = 0.9
    lacking_number: float = 0.45
    lacking_name: float = 0.18


WEIGHTS = Weights()

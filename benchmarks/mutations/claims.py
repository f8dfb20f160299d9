"""The sentences that may be changed, and what a change is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from attrs import frozen

from benchmarks.cases import Case

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]")
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)?")
_TEXTS = frozenset([".txt", ".html", ".toml"])
#: Ends of nouns that are no names; and days of the year, streets and councils with a capital.
_ORDINARY = (
    "tion",
    "ity",
    "ment",
    "ism",
    "ary",
    "ship",
    "ance",
    "ence",
    "mas",
    "ounty",
    "alley",
    "treet",
    "ouncil",
)
NUMERALS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_DIGITS = {word: str(value) for value, word in enumerate(NUMERALS)}


@frozen
class Claim:
    """A sentence of a clean article that is supported, with the evidence that supports it."""

    case: str
    text: str
    #: Where it starts in the article as it is given to `reconcile`.
    start: int
    #: What supports it.
    evidence: str
    #: All evidence of the article, and the article itself: where a word must not stand that is to be false.
    others: str
    #: Names that the labels give to owners of accounts.
    owners: tuple[str, ...] = ()

    def states(self, words: str) -> bool:
        """Whether the evidence has these words, in any case of letters; figures may be written out."""
        return f" {_bare(words)} " in f" {_bare(self.evidence)} "

    def knows(self, words: str) -> bool:
        """Whether any text at hand has these words."""
        return f" {_bare(words)} " in f" {_bare(self.others)} "

    def prose(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where the pattern matches outside quotation marks."""
        marks = [found.span() for found in _QUOTED.finditer(self.text)]
        for found in pattern.finditer(self.text):
            if not any(start < found.end() and found.start() < end for start, end in marks):
                yield found

    def quotations(self) -> Iterator[re.Match[str]]:
        """The quotations of at least five words whose words stand in the evidence as they are."""
        for found in _QUOTED.finditer(self.text):
            inner = found[0][1:-1].strip(" .,;:!?")
            if len(inner.split()) >= 5 and self.states(inner):
                yield found


@cache
def _bare(text: str) -> str:
    """The words alone, small, with one space between; small numbers as digits."""
    return " ".join(_DIGITS.get(word, word) for word in _TOKEN.findall(text.replace("’", "'").casefold()))


@cache
def _small_words() -> frozenset[str]:
    """Every word that stands in small letters somewhere in the fixtures."""
    paths = (path for path in (Path(__file__).parents[2] / "fixtures").rglob("*") if path.suffix in _TEXTS)
    return frozenset(word for path in paths for word in re.findall(r"\b[a-z]+\b", path.read_text("utf-8")))


def is_ordinary(word: str) -> bool:
    """Whether a word with a capital is none of a name alone ("Court", "Authority"): a slip in it changes no name."""
    return word.casefold() in _small_words() or word.endswith(_ORDINARY)


@frozen
class Edit:
    """Characters of a claim, and what is to stand there."""

    start: int
    end: int
    new: str

    def apply(self, text: str) -> str:
        """The text with the edit made."""
        return text[: self.start] + self.new + text[self.end :]


@frozen
class Sort:
    """A sort of change: what it is called, the kinds that name it rightly, and where it can be made."""

    name: str
    kinds: tuple[str, ...]
    edits: Callable[[Claim], Iterator[Edit]]
    #: Whether it changes the article as a whole, posts and markup included, rather than a supported sentence.
    whole: bool = False


def claims(case: Case) -> list[Claim]:
    """Supported sentences of the clean article that stand there once, letter for letter, and hold nothing wrong."""
    article = case.clean.article
    others = "\n".join([article, *case.evidence.values()])
    owners = tuple(name for _, name in case.owners)
    found = []
    for sentence in dict.fromkeys(label.claim for label in case.links):
        labels = [label for label in case.links if label.claim == sentence]
        # A sentence that one text supports and another covers in part is borne out as a whole.
        evidence = [case.evidence[one.evidence] for one in labels if one.relation == "supports"]
        places = list(re.finditer(r"\s+".join(map(re.escape, sentence.split())), article))
        wrong = any(label.claimed in sentence for label in case.standing)
        if not evidence or wrong or len(places) != 1 or any(one.relation == "contradicts" for one in labels):
            continue
        (place,) = places
        found.append(Claim(case.name, place[0], place.start(), "\n".join(evidence), others, owners))
    return found


def whole(case: Case) -> Claim:
    """The article itself, for what is changed in its posts and markup."""
    every = "\n".join(case.evidence.values())
    article = case.clean.article
    handles = tuple(str(post["handle"]) for post in case.posts if post.get("handle"))
    return Claim(case.name, article, 0, every, "\n".join([article, every]), handles)


def swaps(table: dict[str, str]) -> Callable[[Claim], Iterator[Edit]]:
    """Edits that put one word or phrase in the place of another, where the evidence has the first and not the second."""
    pattern = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b")

    def edits(claim: Claim) -> Iterator[Edit]:
        for found in claim.prose(pattern):
            if claim.states(found[0]) and not claim.states(table[found[0]]):
                yield Edit(found.start(), found.end(), table[found[0]])

    return edits


def both_ways(*pairs: str) -> dict[str, str]:
    """`left/right` pairs as a table that leads from each to the other."""
    table = {}
    for pair in pairs:
        left, right = pair.split("/")
        table[left], table[right] = right, left
    return table

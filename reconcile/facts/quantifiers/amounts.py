"""Quantifiers in a sentence, each with what it counts: "most of the ports", "seven of the nine mayors", "all 14"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import cast

from attrs import frozen

from reconcile.grammar.phrases import PhraseTable, outermost
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml

#: The counted thing stands no further behind its quantifier (words).
_REACH = 5
#: The steps of "many", and of "almost all".
MANY, NEARLY_ALL = 2, 5
_SOME, _HALF, _NINE_TENTHS = 1, 0.5, 0.9
#: The steps of "share" that those of "everyone" are, where "them" stands for a thing: "most of them".
SHARES = (1, 2, 4, 6)


@frozen
class Amount:
    """A quantifier in a sentence: its scale and step, its words, and the place and key of what it counts."""

    scale: str
    step: int
    first: int
    last: int
    thing: int
    key: str


@lru_cache(maxsize=4096)
def amounts(text: str) -> tuple[Amount, ...]:
    """The quantifiers of a sentence that are not denied, each with what it counts."""
    words = read_words(text)
    found = outermost(_table().find(words), lambda label: "among" if label.startswith("among") else "")
    figures = list(_fractions(words))
    if not found:
        return tuple(figures)
    out = list(figures)
    counted = _counted()
    for label, first, last in found:
        scale, _, step = label.partition("|")
        if first and (words.lower[first - 1] == "not" or words.lower[first - 1].endswith("n't")):
            continue
        if any(one.first <= first <= one.last for one in figures):
            continue
        if (
            scale == "everyone"
            and words.lower[last] == "them"
            and (of := _antecedent(words, first)) is not None
        ):
            out.append(Amount("share", SHARES[int(step)], first, last, of, words.keys[of]))
        thing = (
            _thing(words, last, over=int(step) > MANY or "of" in words.lower[last : last + 2])
            if scale in counted
            else first
        )
        if thing is not None:
            out.append(
                Amount(scale, int(step), first, last, thing, words.keys[thing] if scale in counted else "")
            )
    return tuple(out)


def _fractions(words: Wording) -> Iterator[Amount]:
    """Amounts told in figures: "seven of the nine mayors" are most of them."""
    for i, key in enumerate(words.keys[:-3]):
        if key[:1] != "#" or words.lower[i + 1] != "of" or not key[1:].isdigit():
            continue
        whole = next(
            (j for j in (i + 2, i + 3) if words.keys[j][:1] == "#" and words.keys[j][1:].isdigit()), None
        )
        thing = _thing(words, whole) if whole is not None else None
        if whole is None or thing is None:
            continue
        part, all_of_them = int(key[1:]), int(words.keys[whole][1:])
        if 0 < part <= all_of_them:
            yield Amount("share", _step(part / all_of_them), i, whole, thing, words.keys[thing])


def _step(share: float) -> int:
    """The step of a share in figures; as little as "some" below a half."""
    if share == 1:
        return NEARLY_ALL + 1
    return NEARLY_ALL if share >= _NINE_TENTHS else NEARLY_ALL - 1 if share > _HALF else _SOME


def _thing(words: Wording, last: int, *, over: bool = True) -> int | None:
    """The place of what a quantifier counts: the last content word of the noun phrase behind it, or None.

    `over` looks over a figure ("all 14 climbers"); "some 9,000 owners" counts nothing but about so many.
    """
    thing = None
    for i in range(last + 1, min(len(words), last + 1 + _REACH)):
        if words.clauses[i] != words.clauses[last]:
            break
        key, word = words.keys[i], words.lower[i]
        if word == "'s":
            thing = None
            continue
        if key and key[0] not in "#~":
            thing = i
            following = words.lower[i + 1 : i + 2]
            if word.endswith("s") and following != ("'s",):
                break
        elif thing is not None or (key and not (over and key[0] == "#")):
            break
    return thing


def _antecedent(words: Wording, i: int) -> int | None:
    """The plural that "them" stands for: the nearest before it in the sentence."""
    before = (j for j in range(i - 1, -1, -1) if words.keys[j] and words.keys[j][0] not in "#~")
    return next((j for j in before if words.lower[j].endswith("s") and not words.is_name(j)), None)


@cache
def exceptions() -> PhraseTable:
    """Words that leave something out of what is said of all."""
    return PhraseTable(
        {"except": cast("dict[str, list[str]]", load_toml("quantifiers")["except"])["phrases"]}
    )


@cache
def _table() -> PhraseTable:
    scales = cast("list[dict[str, list[list[str]]]]", load_toml("quantifiers")["scale"])
    return PhraseTable(
        {f"{scale['name']}|{n}": step for scale in scales for n, step in enumerate(scale["steps"])}
    )


@cache
def _counted() -> frozenset[str]:
    """The scales whose quantifiers stand before what they count."""
    scales = cast("list[dict[str, str]]", load_toml("quantifiers")["scale"])
    return frozenset(scale["name"] for scale in scales if scale["of"] == "noun")

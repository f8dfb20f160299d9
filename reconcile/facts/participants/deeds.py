"""The verbs of a sentence with their parties: who does it, and to whom; the passive turned round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import cast

from attrs import evolve, frozen

from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import is_past, key_of
from reconcile.grammar.phrases import PhraseTable
from reconcile.grammar.tense import same_form
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words

#: The parties of a deed stand no further from its verb than this (words).
_REACH = 20
#: What it is done to stands so near behind a verb (words).
_NEAR = 6
_listed = partial(load_words, "participants")


@frozen
class Deed:
    """A verb with the names, or the nearest things, of those who do it and of those to whom it is done."""

    place: int
    key: str
    doers: frozenset[str]
    receivers: frozenset[str]
    #: Whether the evidence's account holder does it ("we received"), or has it done to him ("received us").
    holder: str = ""
    #: What it is done to, and whose that is: ("offer", "union").
    owned: tuple[str, str] | None = None


@lru_cache(maxsize=4096)
def deeds(text: str) -> tuple[Deed, ...]:
    """The verbs of a sentence that have a party on both sides, with these parties."""
    words = read_words(text)
    denied = read_denials(text).denied
    out = []
    for i, key in enumerate(words.keys):
        if not key or key[0] in "~#" or denied[i] or key in _reciprocal() or not _is_verb(words, i):
            continue
        deed = _deed(words, i, key)
        if deed is not None:
            out.append(evolve(deed, key=_alike().get(key, key)))
    out.extend(_wordy(words, denied))
    out.extend(_suits(words, denied))
    return tuple(out)


def _wordy(words: Wording, denied: Sequence[bool]) -> Iterator[Deed]:
    """Deeds told by a verb with a noun: "filed suit in the county court against X" is "sued X"."""
    for label, first, last in _plain().find(words):
        if first == last or denied[first] or words.lower[last + 1 : last + 2] == ("from",):
            continue
        doers = parties(words, range(first - 1, max(-1, first - 1 - _REACH), -1), first)
        receivers = parties(words, range(last + 1, min(len(words), last + 1 + _REACH)), last)
        passive = not _listed("passive").isdisjoint(words.lower[max(0, first - 3) : first])
        if passive and words.lower[first] in ("taken", "bought"):
            if words.lower[last + 1 : last + 2] != ("by",):
                continue
            doers, receivers = receivers, doers
        if doers and receivers:
            key = key_of(label)
            yield Deed(first, _alike().get(key, key), doers, receivers)


def _suits(words: Wording, denied: Sequence[bool]) -> Iterator[Deed]:
    """Lawsuits told as a thing: "the action that X has brought against Y", "the suit filed by X against Y"."""
    nouns, raised = _suit()
    for _, first, last in raised.find(words):
        if denied[first] or nouns.isdisjoint(words.forms[max(0, first - _REACH) : first]):
            continue
        behind = range(last + 1, min(len(words), last + 1 + _REACH))
        by = next((j for j in range(first + 1, behind.stop) if words.lower[j] == "by"), None)
        if by is None:
            doers = parties(words, range(first - 1, max(-1, first - 1 - _REACH), -1), first) - nouns
        else:
            doers = parties(words, range(by + 1, last if by < last else behind.stop), by)
        receivers = parties(words, behind, last) - doers
        if doers and receivers:
            yield Deed(first, key_of("sue"), doers, receivers)


def _is_verb(words: Wording, i: int) -> bool:
    """Whether a word is used as a verb, as far as its form and the words before it tell."""
    word = words.lower[i]
    before = words.lower[i - 1] if i else ""
    if words.is_name(i) and i:
        return False
    if before in _listed("before_nouns"):
        return False
    if is_past(word) or before in _listed("before_verbs"):
        return True
    if same_form(word) and i and words.is_name(i - 1) and i + 1 < len(words):
        return words.is_name(i + 1) or words.lower[i + 1] in _listed("determiners")
    if not word.endswith(("s", "ing")) or not i or i + 1 >= len(words) or words.keys[i - 1][:1] == "#":
        return False
    behind = (
        words.is_name(i + 1) or words.lower[i + 1] in _listed("determiners") or words.keys[i + 1][:1] == "#"
    )
    return before in ("is", "are", "who", "which") or bool(
        (words.keys[i - 1] or words.is_name(i - 1)) and behind
    )


def _no_auxiliary(words: Wording, i: int) -> bool:
    """Whether a participle stands right behind its noun, or opens its sentence."""
    before = words.lower[max(0, i - 3) : i]
    return i == 0 or (bool(words.keys[i - 1]) and _listed("before_verbs").isdisjoint(before))


def _deed(words: Wording, i: int, key: str) -> Deed | None:
    """The parties of the verb at word `i`, the passive turned round; None without one on each side."""
    if is_past(words.lower[i]) and words.lower[i + 1 : i + 2] == ("in",) and _no_auxiliary(words, i):
        return None  # "tonnes handled in Tanga": where, and not by whom or to whom
    left = parties(words, range(i - 1, max(-1, i - 1 - _REACH), -1), i)
    right = parties(words, range(i + 1, min(len(words), i + 1 + _REACH)), i)
    before = set(words.lower[max(0, i - 3) : i])
    passive = bool(before & _listed("passive") and is_past(words.lower[i])) or _done_by(words, i)
    holder = ""
    if not left and before & _listed("speaking"):
        holder = "doer"
    elif not right and not {"me", "us"}.isdisjoint(words.lower[i + 1 : i + 3]):
        holder = "receiver"
    if not holder and (not left or not right):
        return None
    if passive:
        by = next((j for j in range(i + 1, min(len(words), i + _REACH)) if words.lower[j] == "by"), None)
        if by is None:
            return None
        agents = parties(words, range(by + 1, min(len(words), by + 8)), by)
        return Deed(i, key, agents, left | (right - agents), holder)
    owned = _owned(words, i)
    if owned is not None:
        right = right - {owned[1]} | {owned[0]}  # done to the offer, not to whose it is
    return Deed(i, key, left, right, holder, owned)


def _done_by(words: Wording, i: int) -> bool:
    """Whether "by" right behind a verb names who does it, and no figure: "seen by two" but not "rose by 4 percent"."""
    return words.lower[i + 1 : i + 2] == ("by",) and words.keys[min(i + 2, len(words) - 1)][:1] != "#"


def parties(words: Wording, places: range, verb: int) -> frozenset[str]:
    """The keys of the names on one side of a verb, and of the nearest thing.

    Names behind the last comma before a verb of saying belong to who says it; before the verb, the names next
    to it count, and an apposition ends them.
    """
    names: list[tuple[int, str]] = []
    nearest = ""
    for j in places:
        clause = words.clauses[j]
        if clause // 100 != words.clauses[verb] // 100:
            continue
        if words.lower[j] in _listed("saying"):
            names = [(c, key) for c, key in names if c != clause or clause == words.clauses[verb]]
            break
        if names and j < verb and clause != words.clauses[verb]:
            break
        key = words.keys[j]
        if not key or key[0] in "~#" or (key in _offices() and words.is_name(j)):
            continue
        if words.lower[j].endswith("ly") and not words.is_name(j):
            continue  # how it is done
        if words.lower[j][0] == "@" or (
            words.is_name(j) and (j or words.is_name(min(j + 1, len(words) - 1)))
        ):
            names.append((clause, key))
        elif not nearest:
            nearest = key
    return frozenset({key for _, key in names} | {nearest} - {""})


def _owned(words: Wording, verb: int) -> tuple[str, str] | None:
    """What a verb is done to, and whose it is: "the offer of the employers", "the union's offer"; None for nobody's."""
    content = [
        j
        for j in range(verb + 1, min(len(words), verb + 1 + _NEAR))
        if words.keys[j] and words.keys[j][0] not in "~#" and words.clauses[j] == words.clauses[verb]
    ]
    if len(content) < 2:
        return None
    first, second = content[:2]
    between = words.text[words.ends[first] : words.starts[second]].split()
    if between[:1] in (["'s"], ["’s"], ["'"], ["’"]) or words.lower[first].endswith(("'s", "s'")):
        return words.keys[second], words.keys[first]
    return (words.keys[first], words.keys[second]) if between[:1] == ["of"] else None


@cache
def _reciprocal() -> frozenset[str]:
    return frozenset(key_of(verb) for verb in load_words("participants", "reciprocal"))


@cache
def _suit() -> tuple[frozenset[str], PhraseTable]:
    """Keys of the nouns of a lawsuit, and the verbs that raise one, with "against"."""
    table = cast("dict[str, list[str]]", load_toml("participants")["suit"])
    return frozenset(map(key_of, table["nouns"])) - {""}, PhraseTable({"sue": table["raised"]})


@cache
def _alike() -> dict[str, str]:
    """Key of a verb -> key of the verb under which its deed is kept."""
    table = cast("dict[str, list[str]]", load_toml("participants")["alike"])
    return {key_of(verb): key_of(head) for head, verbs in table.items() for verb in verbs}


@cache
def _plain() -> PhraseTable:
    return PhraseTable(cast("dict[str, list[str]]", load_toml("participants")["plain"]))


@cache
def _offices() -> frozenset[str]:
    return frozenset(key_of(word) for word in load_words("participants", "offices")) - {""}

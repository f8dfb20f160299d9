"""Whether two printed names are one person's or body's, as far as the names alone can tell.

Words that both names hold are set aside; each of the others must be accounted for: an initial, a short
form, a spelling of the same sound, a slip of the pen, or a word that one of the two leaves out. A word on
each side that nothing joins makes two names of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from reconcile.names.letters import is_latin
from reconcile.names.name_words import NameWord, PersonName, particles
from reconcile.names.parts import parse_untitled
from reconcile.names.simple_names import read_titled
from reconcile.names.spelling import letter_difference
from reconcile.names.word_joins import Join, join_words, without_baltic_endings
from reconcile.patterns import lazy_regex

Kind: TypeAlias = Literal["equal", "variant", "misspelling", "different"]

#: Letters that only Vietnamese has: its tones tell names apart, so where both names carry them, marks count.
_VIETNAMESE = lazy_regex("[\u1ea0-\u1ef9ơưđăƠƯĐĂ]")
#: From this score on, two names are held to be one.
_ENOUGH = 0.5
#: Roles of words that a name is often printed without.
_LIGHT = frozenset({"initial", "nick", "particle", "title"})


class NameComparison(NamedTuple):
    """What holding two names against each other gave. (A tuple is made fastest.)"""

    #: One person or body, as far as the names alone can tell.
    same: bool
    kind: Kind
    #: 0 to 1, for ranking: how sure it is that they are one.
    score: float
    #: For a person: "transposed letters: ea / ae", "short form: Bob / Robert".
    detail: str = ""


def compare_names(a: str, b: str) -> NameComparison:
    """Hold the names `a` and `b` against each other.

    >>> compare_names("Allessia Cleas", "Allessia Claes").detail
    'transposed letters: ea / ae'
    >>> compare_names("Robert Dale", "Bob Dale").kind, compare_names("Anke Martens", "Anke Mertens").same
    ('variant', False)
    """
    if a == b:
        return NameComparison(True, "equal", 1.0)
    ascii_only = a.isascii() and b.isascii()
    if not ascii_only and not (is_latin(a) and is_latin(b)):
        from reconcile.names.scripts import compare_scripts

        score, detail = compare_scripts(a, b)
        return NameComparison(score >= _ENOUGH, "variant" if score >= _ENOUGH else "different", score, detail)
    # Most names are taken apart in less time than a cache takes to keep them.
    first, second = read_titled(a) or parse_untitled(a), read_titled(b) or parse_untitled(b)
    if first.generation and second.generation and first.generation != second.generation:
        return NameComparison(False, "different", 0.3, f"{first.generation} / {second.generation}")
    strict = not (ascii_only or a.isascii() or b.isascii()) and bool(
        _VIETNAMESE.search(a) or _VIETNAMESE.search(b)
    )
    return _compare_words(a, b, first, second, strict=strict)


def _compare_words(a: str, b: str, first: PersonName, second: PersonName, *, strict: bool) -> NameComparison:
    """Two names in Latin letters; `strict` where accents tell names apart."""
    keys_a = tuple(map(str.casefold, first.texts)) if strict else first.plain
    keys_b = tuple(map(str.casefold, second.texts)) if strict else second.plain
    if keys_a == keys_b:
        same = a.casefold() == b.casefold()
        return NameComparison(
            True, "equal" if same else "variant", 1.0 if same else 0.98, _plain_detail(a, b)
        )
    rest_a, rest_b = _set_aside(first, keys_a, second, keys_b)
    if not rest_a and not rest_b:
        return NameComparison(True, "variant", 0.95, f"order: {a} / {b}")
    if len(keys_a) != len(keys_b) and "".join(keys_a) == "".join(keys_b):
        return NameComparison(True, "variant", 0.95, f"spacing: {a} / {b}")
    common = len(keys_a) - len(rest_a)
    full = common
    if strict or min(map(len, keys_a), default=0) < 2:  # only few names have initials
        full = sum([len(key) > 1 for key in keys_a]) - sum(
            [len(word.text if strict else word.plain) > 1 for word in rest_a]
        )
    if not rest_a or not rest_b:
        return _left_out(rest_a or rest_b, full, min(len(keys_a), len(keys_b)))
    syllabic = len(keys_a) > 2 and len(keys_b) > 2 and max(map(len, (*keys_a, *keys_b))) <= 6
    manner = "strict" if strict else "syllabic" if syllabic else ""
    found = _joined(rest_a, rest_b, full, common - full, manner)
    if found.same or strict:
        return found
    bare_a, bare_b = without_baltic_endings(first), without_baltic_endings(second)
    if (bare_a is None) == (bare_b is None):
        return found
    bare = _joined(bare_a or first.words, bare_b or second.words, 0, 0, manner)
    return bare._replace(score=round(0.9 * bare.score, 2)) if 0.9 * bare.score >= _ENOUGH else found


def _plain_detail(a: str, b: str) -> str:
    """Why two names with the same letters are not printed alike: accents, punctuation or titles."""
    if a.casefold() == b.casefold():
        return ""
    difference = letter_difference(a, b)
    return difference if difference.startswith("accent") else "accents, titles or punctuation"


def _set_aside(
    a: PersonName, keys_a: Sequence[str], b: PersonName, keys_b: Sequence[str]
) -> tuple[list[NameWord], list[NameWord]]:
    """The words of each name that the other lacks; a word that stands twice must have two that answer it."""
    if len(keys_a) == len(keys_b):
        apart = [i for i, (x, y) in enumerate(zip(keys_a, keys_b, strict=True)) if x != y]
        if len(apart) == 1 and keys_a[apart[0]] not in keys_b and keys_b[apart[0]] not in keys_a:
            return [a.word(apart[0])], [b.word(apart[0])]  # one word at one place: most pairs of names
    if len(keys_a) == len(set(keys_a)) and len(keys_b) == len(set(keys_b)):
        return (
            [a.word(i) for i, key in enumerate(keys_a) if key not in keys_b],
            [b.word(i) for i, key in enumerate(keys_b) if key not in keys_a],
        )
    left = list(keys_b)
    rest_a: list[NameWord] = []
    for i, key in enumerate(keys_a):
        if key in left:
            left.remove(key)
        else:
            rest_a.append(a.word(i))
    rest_b: list[NameWord] = []
    for i, key in enumerate(keys_b):
        if key in left:
            left.remove(key)
            rest_b.append(b.word(i))
    return rest_a, rest_b


def _left_out(words: list[NameWord], full: int, shorter: int) -> NameComparison:
    """One name is the other with `words` left out; `full` words of more than a letter are common to both."""
    detail = "left out: " + " ".join(word.text for word in words)
    light = all(word.role in _LIGHT for word in words)
    if full >= 2 or (full == 1 and light and shorter == 1 and len(words) == 1):
        return NameComparison(True, "variant", 0.93 if light else 0.88, detail)
    score = 0.6 if full else 0.2
    return NameComparison(score >= _ENOUGH, "variant" if score >= _ENOUGH else "different", score, detail)


def _joined(
    rest_a: Sequence[NameWord], rest_b: Sequence[NameWord], full: int, initials: int, manner: str
) -> NameComparison:
    """Join the words that only one name holds; what stays unjoined on both sides makes them different."""
    if len(rest_a) == len(rest_b) == 1:
        # Most names differ in one word.
        only = join_words(rest_a[0], rest_b[0], manner)
        if only is not None:
            return _verdict([only], full, initials, left_out=False)
        words = f"{rest_a[0].text} / {rest_b[0].text}"
        return NameComparison(False, "different", 0.1 if full else 0.02, words)
    joins: list[Join] = []
    left_b = list(rest_b)
    left_a: list[NameWord] = []
    for word in rest_a:
        best: tuple[Join, NameWord] | None = None
        for other in left_b:
            join = join_words(word, other, manner)
            if join is not None and (best is None or join.score > best[0].score):
                best = join, other
        if best is None:
            left_a.append(word)
        else:
            joins.append(best[0])
            left_b.remove(best[1])
    heavy_a, heavy_b = _heavy(left_a, manner), _heavy(left_b, manner)
    if (heavy_a and heavy_b) or not joins:
        words = f"{' '.join(w.text for w in left_a or rest_a)} / {' '.join(w.text for w in left_b or rest_b)}"
        return NameComparison(False, "different", 0.1 if full else 0.02, words)
    return _verdict(joins, full, initials, left_out=bool(heavy_a or heavy_b))


def _heavy(words: list[NameWord], manner: str) -> list[NameWord]:
    """The words that a name is seldom printed without."""
    if manner == "strict":
        return words
    return [w for w in words if w.role not in ("nick", "title") and w.plain not in particles()]


def _verdict(joins: list[Join], full: int, initials: int, *, left_out: bool) -> NameComparison:
    """What the joins amount to, with `full` words and so many initials common to both names.

    Slips come one at a time, so their chances are multiplied; a spelling system changes every word alike,
    so of the joins by sound the weakest counts.
    """
    if len(joins) == 1:
        score = joins[0].score
    else:
        by_sound = [join.score for join in joins if join.detail.startswith("spelling")]
        score = min(by_sound, default=1.0) * 0.92 ** max(0, len(by_sound) - 1)
        for join in joins:
            score *= 1.0 if join.detail.startswith("spelling") else join.score
    if not full and sum([not join.detail.startswith("initial") for join in joins]) < 2:
        score *= 0.7 if initials > 1 else 0.6 if initials else 0.3
    if left_out:
        score *= 0.93
    if full >= 2:
        score = min(0.97, score * 1.05)
    kind: Kind = "misspelling" if "misspelling" in [join.kind for join in joins] else "variant"
    detail = ", ".join([join.detail for join in joins])
    score = round(score, 2)
    return NameComparison(score >= _ENOUGH, kind if score >= _ENOUGH else "different", score, detail)

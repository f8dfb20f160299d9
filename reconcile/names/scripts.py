"""Whether a name in one script is a name in another: Сьюзен Коллінз, Susan Collins; 김정은, Kim Jong-un.

Both are read in Latin letters. Scripts drop, add and change vowels, so words are held against each other by
their classes of consonants; Korean and Chinese names, whose words are single syllables, by the whole
reading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from reconcile.names.letters import han_readings, has_han, is_latin, is_syllabic, plain
from reconcile.names.nicknames import other_forms
from reconcile.names.parts import parse_name
from reconcile.names.sounds import skeletons, syllables

#: What a short form counts, where the name itself counts 1.
_SHORT_FORM = 0.9


def compare_scripts(a: str, b: str) -> tuple[float, str]:
    """How sure `a` and `b`, of which one at least is not in Latin letters, are one name; and in words, why.

    >>> compare_scripts("Susan Collins", "Сьюзен Коллінз")[0] > 0.7
    True
    >>> compare_scripts("Susan Collins", "Мартін Генріх")[0] < 0.3
    True
    """
    detail = f"another script: {a} / {b}"
    if is_latin(b):
        a, b = b, a
    syllabic = is_syllabic(a) or is_syllabic(b)
    readings = [han_readings(name) if has_han(name) else [name] for name in (a, b)]
    best = 0.0
    for reading_a in readings[0]:
        for reading_b in readings[1]:
            best = max(best, _by_words(reading_a, reading_b))
            if best < 0.8 and syllabic:
                best = max(best, _by_syllables(reading_a, reading_b))
    return round(best, 2), detail


def _by_words(a: str, b: str) -> float:
    """The names' words by their consonants: the mean likeness of the shorter name's words, in any order."""
    words_a = [word for word in parse_name(a).plain if len(word) > 1]
    words_b = [word for word in parse_name(b).plain if len(word) > 1]
    if len(words_a) > len(words_b):
        words_a, words_b = words_b, words_a
    if not words_a:
        return 0.0
    left = list(words_b)
    total = weight = 0.0
    worst = 1.0
    for word in words_a:
        likeness, other = _nearest(word, left)
        if other:
            left.remove(other)
        size = min(len(word), 6)
        worst = min(worst, likeness)
        total, weight = total + likeness * size, weight + size
    mean = total / weight
    # One word that is quite another makes another person of it, however alike the rest.
    score = min(0.95, (mean - 0.3) * 1.5, worst * 1.25 if len(words_a) < 4 else 1.0)
    return max(0.0, score) * (1.0 if len(words_a) > 1 else 0.8)


def _nearest(word: str, others: Sequence[str]) -> tuple[float, str]:
    """Of `others`, the word that sounds most like `word`, and how like; a short form counts nearly as the name."""
    plainly = [(_likeness(word, other), other) for other in others]
    best = max(plainly, default=(0.0, ""))
    if best[0] > _SHORT_FORM:
        return best
    return max([best, *((_by_forms(word, other), other) for score, other in plainly if score <= 0.7)])


@lru_cache(maxsize=4096)
def _by_forms(a: str, b: str) -> float:
    """How alike a short form of one given name sounds to the other."""
    found = [_likeness(a, other) for other in other_forms(b) if _may_be(other, a)]
    found += [_likeness(other, b) for other in other_forms(a) if _may_be(other, b)]
    forms = max(found, default=0.0)
    return _SHORT_FORM * forms if forms > 0.85 else 0.0


def _may_be(a: str, b: str) -> bool:
    """Whether two words can be more than 0.85 alike: for that, short consonant classes must be the same."""
    one, two = skeletons(a), skeletons(b)
    return one[0] in two or one[-1] in two or (len(one[0]) > 4 and len(two[0]) > 4)


@cache
def _similarity() -> Callable[[str, str], float]:
    """Likeness by edits, 0 to 1; loaded late, as few articles hold names in two scripts."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity


def _likeness(a: str, b: str) -> float:
    similar = _similarity()
    one, two = skeletons(a), skeletons(b)
    if not one[0] and not two[0]:
        best = 0.5
    elif one[0] in two or one[-1] in two:
        best = 1.0
    else:
        best = max(similar(x, y) for x in one for y in two)
    return 0.75 * best + 0.25 * similar(a, b)


def _by_syllables(a: str, b: str) -> float:
    """`b` as a whole, which any run of the words of `a` may be: for Korean and Chinese names."""
    words = parse_name(a).plain
    target = syllables(plain(b.replace(" ", "")))
    if not 4 <= len(target) <= 16:
        return 0.0
    similar = _similarity()
    best = 0.0
    for start in range(len(words)):
        for end in range(max(start + 2, 2), len(words) + 1):
            best = max(best, similar(syllables("".join(words[start:end])), target))
    return max(0.0, min(0.9, (best - 0.3) * 1.6))

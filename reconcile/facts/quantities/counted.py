"""What a figure counts: the noun after it, the label before it, an age, or nothing of its own."""

from __future__ import annotations

import re

from reconcile.facts.quantities.units import Measured
from reconcile.facts.quantities.vocabulary import vocabulary
from reconcile.patterns import lazy_re
from reconcile.words import Words, past_forms, stem, stop_words

#: A label with its colon right before the figure: "Employees at 30 June: ".
_LABEL = lazy_re(r"(?:^|[\n.;(•|])[ \t]*([^\W\d_][^\n:.;()]{1,50}):[ \t]*$")
_LIST_AHEAD = lazy_re(r"\s?\(\s?[+−-]?\d|[,;]\s(?:and )?[^\W\d_a-z][\w .&-]{1,30} \d")
_LIST_BEHIND = lazy_re(r"\d\)?[,;]\s(?:and )?[^\W\d_a-z][\w .&-]{1,30} $")
_ENDS_NOUN = lazy_re(r"[^\s\-‐‑\u00a0'’]|\n")
#: How far a counted noun may stand from its figure.
_REACH = 4
#: A time, and no longer what is counted: "500 last year", "61 million litres this spring".
_STEPS = frozenset(("last", "this", "next", "previous", "past", "coming", "ago", "earlier", "later"))
#: A label names; what has a verb, or an amount of its own, tells.
_TELLS = frozenset(
    ("is", "are", "was", "were", "will", "would", "has", "have", "had", "can", "may", "million", "billion")
)
_NOT_PLURAL = ("ss", "us", "is", "'s")
_AGE_BEFORE = ("aged", "age")
_ARTICLES = frozenset(("the", "a", "an"))
_YEARS = frozenset(("year", "years", "yr", "y", "jahre"))


def noun_of(
    words: Words, at: int, start: int, last: int, end: int, unit: str, value: float
) -> tuple[str, int]:
    """The stem of what the figure counts ("" for none), and the number of the last word that it takes in."""
    if unit:
        return _after_of(words, last, end) if unit in vocabulary().words["takes_of"] else ("", last)
    run = _run_after(words, last, end)
    for word, i in run if value != 1 else ():
        if _is_plural(word):
            return stem(word), i
    if run:
        word, i = run[0]
        counts = stem(word) in vocabulary().counts
        verb = word in past_forms() and not counts
        if not verb and (counts or not word.endswith(("ed", "ly", "ing")) or _begins_clause(words, at)):
            return stem(word), i
    elif last + 1 < len(words.lower) and words.lower[last + 1] == "of":
        return head_of_phrase(words, last + 2), last
    return _label(words, start), last


def _run_after(words: Words, last: int, end: int) -> list[tuple[str, int]]:
    """The content words right after the figure, up to the first stop word or mark."""
    run: list[tuple[str, int]] = []
    stop = stop_words()
    previous = end
    for i in range(last + 1, min(last + 1 + _REACH, len(words.lower))):
        word = words.lower[i]
        gap = words.text[previous : words.starts[i]]
        if word in stop or word.isdecimal() or (gap != " " and _ENDS_NOUN.search(gap)):
            break
        if word in _STEPS:
            break
        run.append((word, i))
        previous = words.ends[i]
    return run


def _begins_clause(words: Words, at: int) -> bool:
    """Whether the figure stands at the beginning of a sentence, or after a comma or "and"."""
    return at == 0 or words.lower[at - 1] == "and" or words.gap(at).strip() != ""


def is_ordinal(words: Words, last: int) -> bool:
    """Whether "st", "nd", "rd" or "th" is joined to the figure."""
    return (
        last + 1 < len(words.lower)
        and words.lower[last + 1] in ("st", "nd", "rd", "th")
        and words.gap(last + 1) == ""
    )


def _is_plural(word: str) -> bool:
    return (
        word.endswith("s") and len(word) > 3 and not word.endswith(_NOT_PLURAL)
    ) or word in vocabulary().words["irregular_plurals"]


def _after_of(words: Words, last: int, end: int) -> tuple[str, int]:
    """The head of what follows "of" after a measure: "91 percent of the vote", "210 t of fuel"."""
    nxt = last + 1
    if (
        nxt >= len(words.lower)
        or words.lower[nxt] not in ("of", "de", "des", "der", "van", "di")
        or words.gap(nxt).strip(" \u00a0-")
    ):
        return "", last
    return head_of_phrase(words, nxt + 1), last


def head_of_phrase(words: Words, at: int) -> str:
    """The stem of the last word of the noun phrase that begins with word `at`: "her country's demand" ->
    demand.
    """
    stop = stop_words()
    head = ""
    for i in range(at, min(at + 6, len(words.lower))):
        if (i > at or head) and _ENDS_NOUN.search(words.text, words.ends[i - 1], words.starts[i]):
            break
        word = words.lower[i]
        if word in stop or word.isdecimal():
            if head or not (word in vocabulary().words["determiners"] or word.isdecimal()):
                break
            continue
        if head and (word.endswith(("ed", "ly")) or word in _STEPS):
            break
        head = stem(word)
    return head


def _label(words: Words, start: int) -> str:
    """The head of a label before the figure: "Passengers: 800", "Number of visitors: 1,900"."""
    window = words.text[max(0, start - 60) : start].rstrip("€$£ABCDEFGHIJKLMNOPQRSTUVWXYZ -−–+~")
    if ":" not in window:
        return ""
    match = _LABEL.search(window + " ") or _LABEL.search(window)
    if not match:
        return ""
    parts = [w.lower() for w in re.findall(r"[^\W\d_]+", match[1])]
    stop = stop_words()
    if not _TELLS.isdisjoint(parts):
        return ""
    heads: list[str] = []
    for i, word in enumerate(parts):
        if word in stop:
            if heads and not (word == "of" and i == 1 and parts[0] in ("number", "total", "count", "amount")):
                break
            heads = []
            continue
        heads.append(word)
    return stem(heads[-1]) if heads else ""


def is_duration(words: Words, last: int) -> bool:
    """Whether a unit of time follows word `last`: a matter of times, not of quantities."""
    units = vocabulary().words["time_unit"]
    if units.isdisjoint(words.lower[last + 1 : last + 1 + _REACH]):
        return False
    for word, _ in _run_after(words, last, words.ends[last]):
        if word in units:
            return True
        if _is_plural(word):
            return False
    return False


def _is_old(words: Words, at: int) -> bool:
    return (
        at < len(words.lower)
        and words.lower[at] in ("old", "olds", "alt")
        and not words.gap(at).strip(" -‐‑")
    )


def is_name_or_pronoun(words: Words, first: int, last: int, noun: str) -> bool:
    """Whether the figure stands for things named before ("the two agreed", "one of them") or is part of a
    name.
    """
    before = words.lower[first - 1] if first else ""
    spelled = not words.text[words.starts[first]].isdecimal()
    if words.lower[last] == "one" and first == last:
        of = words.lower[last + 1 : last + 2] == ("of",)
        return (
            not noun
            or of
            or before in ("no", "this", "that", "which", "every", "each", "any", "the", "another")
        )
    if spelled:
        referring = before in vocabulary().words["definite"]
        follows = words.lower[last + 1] if last + 1 < len(words.lower) else ""
        return referring and (not noun or not (_is_plural(follows) or noun != stem(follows)))
    following = words.lower[last + 1] if last + 1 < len(words.lower) else ""
    counts = noun in vocabulary().counts or _is_plural(following) or noun != stem(following)
    if (noun and counts) or not first:
        return False
    name = words.text[words.starts[first - 1] : words.ends[first - 1]]
    return (
        name[0].isupper()
        and not name.isupper()
        and words.gap(first) == " "
        and words.lower[first - 1] not in stop_words()
        and not _in_a_list(words, first, last)
    )


def _in_a_list(words: Words, first: int, last: int) -> bool:
    """Whether names and figures stand in a list, as results do: "Greens 4 (2), Liberals 3 (3)"."""
    ahead = words.text[words.ends[last] : words.ends[last] + 40]
    behind = words.text[max(0, words.starts[first] - 40) : words.starts[first]]
    return bool(_LIST_AHEAD.match(ahead) or _LIST_BEHIND.search(behind))


def age(words: Words, at: int, found: Measured) -> str:
    """ "age" where the figure is how old somebody is, else ""."""
    if not 1 <= found.value <= 115 or found.value != int(found.value):
        return ""
    nxt, before = found.last + 1, words.lower[at - 1] if at else ""
    after = words.lower[nxt] if nxt < len(words.lower) else ""
    if after in _YEARS and (_is_old(words, nxt + 1) or words.lower[nxt + 1 : nxt + 2] == ("o",)):
        return "age"
    if before in _AGE_BEFORE or (before == "of" and at > 1 and words.lower[at - 2] == "age"):
        return "age"
    if after in vocabulary().words["time_unit"]:
        return ""
    if before == "of" and at > 1 and words.lower[at - 2] in vocabulary().words["person"]:
        return "age"
    return "age" if _apposition(words, at, found) else ""


def _apposition(words: Words, at: int, found: Measured) -> bool:
    """Whether the figure stands after a name or a person as an age does: "Lind, 47, said", "Lind (47)"."""
    text = words.text
    if at == 0 or found.figure.spelled or not text[found.start].isdecimal():
        return False
    gap, before = words.gap(at), words.text[words.starts[at - 1] : words.ends[at - 1]]
    after = text[found.end : found.end + 1]
    if gap == ", " and after in (",", "."):
        article = not _ARTICLES.isdisjoint(words.lower[max(0, at - 4) : at - 1])
        person = article and after == "," and found.value >= 15
        if person or (before[0].isupper() and not before.isupper()):
            return text[found.end + 1 : found.end + 2] in (" ", "\n", "", '"', "”")
    elif gap in (" (", "(") and after in (")", ","):
        named = before[0].isupper() or words.lower[at - 1].rstrip("s") in vocabulary().words["person"]
        if named and not before.isupper():
            return True
    if before in ("now", "turns", "turned"):
        return True
    return words.lower[max(0, at - 2) : at] in (("who", "is"), ("who", "was"), ("he", "is"), ("she", "is"))

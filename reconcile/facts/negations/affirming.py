"""Whether a sentence affirms a word that another one denies, of the same thing and at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from reconcile.facts.negations.scopes import intent
from reconcile.facts.negations.sides import CORE, Side, listed, told_as, verbs_of
from reconcile.grammar.anchors import subjects
from reconcile.grammar.denial import Denial
from reconcile.grammar.keys import base_of, is_past
from reconcile.grammar.tense import same_form, told_as_done
from reconcile.grammar.words import Wording
from reconcile.patterns import lazy_regex
from reconcile.surroundings import opposed

_RELATIVE = frozenset({"~today", "~yesterday"})
#: The verb that undoes a thing stands no further behind it (words).
_UNDONE = 8
_NO_FACT = frozenset({"possible", "obliged"})
_TO_COME = frozenset({"future", "planned", "agreed"})
#: Between a denial and what it denies so many words may be put in; these end its reach.
_PUT_IN = 10
#: A full stop, and no mark of something left out.
_STOP = lazy_regex(r"(?<!\.)[.!?]\s")
_LENGTHS = frozenset({"days", "nights"})


def other_subject(denied: Side, denial: Denial, affirmed: Side, place: int) -> bool:
    """Whether the two sides name subjects before what is denied and affirmed, and none of them is the same."""
    here = set(islice(subjects(denied.words, denial.first), CORE))
    there = set(islice(subjects(affirmed.words, place), CORE))
    return bool(here and there) and here.isdisjoint(there)


def same_kind(denying: str, affirming: str) -> bool:
    """Whether two words are of one kind, as their endings tell: "undamaged", "damaged", not "unchanged", "changes"."""
    if denying[-2:] == affirming[-2:]:
        return True
    # "Unhurt" and "unscathed" deny "injured" as "uninjured" does.
    rest = denying[2:]
    return (is_past(rest) or same_form(rest)) and (is_past(affirming) or same_form(affirming))


def no_fact(words: Wording, place: int, *, alone: bool) -> bool:
    """Whether a thing is named without being told to be there.

    So it is as the object of its loss or of a wish ("cut power to 31,000 homes"), and, where nothing else is
    denied, unless a verb tells that it is there: "reached an agreement", "found explosives".
    """
    if is_undone(words, place):
        return True
    for j in range(place - 1, max(-1, place - 6), -1):
        if words.clauses[j] != words.clauses[place]:
            break
        if words.forms[j] in verbs_of("privative"):
            return True
        if words.forms[j] in verbs_of("leaving") and words.lower[place + 1 : place + 3] == ("at", "home"):
            return True
        ended = words.lower[j] == "with" and not verbs_of("ending").isdisjoint(words.forms[max(0, j - 4) : j])
        if alone and (ended or words.forms[j] in verbs_of("existing") or words.lower[j] == "there"):
            return False
        if words.lower[j] in listed("prepositions"):
            if words.lower[j] == "for" and j and words.forms[j - 1] in verbs_of("privative"):
                return True  # "applied for a licence"
            break
    return alone


def is_deed(words: Wording, place: int) -> bool:
    """Whether the thing denied is affirmed as a verb told as done: "no agreement", "agreed on a date"."""
    return told_as_done(words.text, place) and words.lower[place + 1 : place + 2] != ("to",)


def is_undone(words: Wording, place: int) -> bool:
    """Whether a thing is the subject of its own loss or ban: "Nets are forbidden"."""
    for j in range(place + 2, min(len(words), place + _UNDONE)):
        if words.clauses[j] != words.clauses[place]:
            continue  # in brackets, or another clause
        if words.lower[j] in listed("run_out") and base_of(words.lower[j - 1]) == "run":
            return True
        if words.forms[j] in verbs_of("privative") and words.lower[j - 1] in listed("passive"):
            return True
    return False


def affirmed_at(side: Side, key: str) -> int | None:
    """Where a sentence has a key that it does not deny, or None; None too where it is denied elsewhere in it.

    The subject of a verb that is denied is not affirmed either: "trains will not run", "no trains".
    """
    if key not in side.words.content:
        return None
    places = [i for i, own in enumerate(side.words.keys) if own == key]
    clauses = side.words.clauses
    for i in places:
        if side.denials.denied[i]:
            return None
        if any(
            d.label != "before" and i < d.first and clauses[i] == clauses[d.first] for d in side.denials.found
        ):
            return None
    if any(_may_reach(side.words, d, places[0]) for d in side.denials.found):
        return None
    return places[0]


#: They make a verb of a verb, and no compound: "re-woven".
_PREFIXES = frozenset({"re", "co", "un", "pre"})


def in_compound(words: Wording, i: int) -> bool:
    """Whether word `i` is a part of one with a hyphen, and affirms nothing by itself: "open-air"."""
    text, start, end = words.text, words.starts[i], words.ends[i]
    joined = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
    before = text[start - 1 : start] == "-" and text[max(0, start - 2) : start - 1].isalpha()
    return joined or (before and i > 0 and words.lower[i - 1] not in _PREFIXES)


def _may_reach(words: Wording, denial: Denial, place: int) -> bool:
    """Whether a denial may go on behind words put in between: "will never, in good years or bad, take money"."""
    between = words.lower[denial.last + 1 : place]
    return (
        denial.label != "before"
        and 0 < place - denial.last <= _PUT_IN
        and listed("turning").isdisjoint(between)
        and not _STOP.search(words.text, words.ends[denial.last], words.starts[place])
    )


def same_time(denied: Side, denial: Denial, there: int, affirmed: Side, here: int) -> bool:
    """Whether the two speak of the same stretch of time, and the affirming side, at word `here`, of a fact.

    What has not happened may yet happen: a past denial and a plan agree. Nor does an "if" or "whether" affirm.
    """
    words = affirmed.words
    told, denied_as = told_as(words, here), told_as(denied.words, there)
    if (told in _NO_FACT or denied_as in _NO_FACT) and denied_as != told:
        return False
    norms, conditional = listed("norms"), listed("conditional")
    told_of_norm = not norms.isdisjoint(denied.words.lower[denial.first : denial.end])
    if told_of_norm and norms.isdisjoint(words.lower):
        return False
    clause = words.clauses[here] // 100
    if any(words.lower[j] in conditional and words.clauses[j] // 100 == clause for j in range(here)):
        return False
    if not _habits(denied.words, denial) <= set(words.lower):
        return False
    if _weekdays(words) and _weekdays(denied.words) and _weekdays(words).isdisjoint(_weekdays(denied.words)):
        return False
    if told in _TO_COME:
        return (denied_as in _TO_COME or _means(denied.words, denial)) and not denial.so_far
    return True


def _habits(words: Wording, denial: Denial) -> frozenset[str]:
    """The recurring times that a denial is limited to: "will not run on Sundays", "is not served at weekends"."""
    scope = words.lower[denial.begin : denial.end]
    endings = tuple(listed("recurring"))
    return frozenset(word for word in scope if word.endswith(endings) and word not in _LENGTHS)


def _means(words: Wording, denial: Denial) -> bool:
    """Whether the intent of a deed is denied, or its pursuit, which is to come: "a new line is not planned"."""
    intended = intent() | verbs_of("pursuing")
    return any(key and key in intended for key in words.keys[denial.begin : denial.end])


def _weekdays(words: Wording) -> frozenset[str]:
    return frozenset(
        key for key in words.keys if key.endswith("day") and key[0] == "~" and key not in _RELATIVE
    )


def denied_there(denied: Side, place: int, keys: set[str], affirmed: Side, others: Sequence[Side]) -> bool:
    """Whether another sentence of the evidence, where that is the affirming side, denies the same, or tells the
    opposite of what is denied at word `place`: "stays open" for "will not close".
    """
    if affirmed not in others:
        return False
    at = denied.words.span(place, place, denied.statement.span.start)
    for side in others:
        if side is not affirmed and opposed(denied.statement, at, side.statement, side.statement.span):
            return True
        hit = {key for i, key in enumerate(side.words.keys) if key in keys and side.denials.denied[i]}
        if side is not affirmed and len(hit) * 2 > len(keys):
            return True
    return False

"""What a saying verb asserts over and above "said", and whether the source's own words bear it out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from reconcile.grammar.phrases import Found, PhraseTable
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import load_toml, load_words
from reconcile.model import Quotation, Span, Statement

#: A day stands no further behind a verb of saying (words).
_WHEN = 4
_CLOSING = ('"', "”", "»", '",', "”,", "»,")


class Overstatement(NamedTuple):
    """A saying verb of the prose that the evidence does not bear out."""

    act: str
    #: Where the verb stands, in the prose.
    claimed: Span
    #: The evidence's statement, and in it the weaker words, where there are any.
    statement: Statement
    weaker: Span | None
    #: What the prose may say instead.
    suggestion: str


def overstated(
    claim: Statement, evidence: Sequence[Statement], beside: Sequence[Statement]
) -> Overstatement | None:
    """The saying verb of `claim` that says more than `evidence` does, or None.

    `evidence` are the statements that bear on the claim; `beside` those round them, whose words may still bear
    the verb out.
    """
    words = read_words(claim.text)
    for found in _verbs().find(words):
        if not evidence or _quoted(claim, words, found) or not _says(claim, words, found):
            continue
        following = words.lower[found.last + 1 : found.last + 2]
        if words.lower[found.last] in load_words("saying", "proving") and following != ("that",):
            continue  # "two tests proved negative"
        act, needs_weaker = found.label, _needs_weaker()[found.label]
        own = words.content.difference(words.keys[found.first : found.last + 1])
        if any(_shows(act, read_words(s.text), own) for s in (*evidence, *beside)):
            continue
        met = (
            (_weaker_in(act, evidence) or _weaker_in(act, _meant(evidence, beside))) if needs_weaker else None
        )
        if needs_weaker and met is None:
            continue
        statement, weaker = met if met else (evidence[0], None)
        given = (
            read_words(statement.text).span(weaker.first, weaker.last, statement.span.start)
            if weaker
            else None
        )
        verb = words.span(found.first, found.last, claim.span.start)
        lemma = given.of(" " * statement.span.start + statement.text).split()[0].lower() if given else "say"
        return Overstatement(act, verb, statement, given, _in_form(lemma, words.lower[found.first]))
    return None


def _shows(act: str, words: Wording, told: frozenset[str]) -> bool:
    """Whether a sentence bears an act out.

    Beside a weaker word those that only repeat what is said do not: "we are considering going to court".
    """
    return any(
        not _weaker()[act].find(words)
        or not told.issuperset(key for key in words.keys[found.first : found.last + 1] if key)
        or not any(words.keys[found.first : found.last + 1])
        for found in _shown()[act].find(words)
    )


def _meant(evidence: Sequence[Statement], beside: Sequence[Statement]) -> list[Statement]:
    """Of the sentences beside the evidence those that speak of it: "It's just a suggestion."."""
    pointing = tuple(load_words("saying", "pointing"))
    return [
        s
        for s in beside
        if s not in evidence and s.text.lower().startswith(pointing) and len(s.text) <= _SHORT
    ]


#: A sentence that speaks of the one before it is no longer than this (characters).
_SHORT = 120


def _weaker_in(act: str, evidence: Sequence[Statement]) -> tuple[Statement, Found] | None:
    for statement in evidence:
        found = _weaker()[act].find(read_words(statement.text))
        if found:
            return statement, found[0]
    return None


def _quoted(claim: Statement, words: Wording, found: Found) -> bool:
    """Whether the verb stands in a quotation."""
    at = words.starts[found.first] + claim.span.start
    return any(isinstance(f, Quotation) and f.span.start <= at < f.span.end for f in claim.facts)


def _says(claim: Statement, words: Wording, found: Found) -> bool:
    """Whether the word is used as a verb of saying here."""
    before = words.lower[found.first - 1] if found.first else ""
    if before in load_words("saying", "no_verb"):
        return False
    if claim.text[: words.starts[found.first]].rstrip().endswith(_CLOSING):
        return True  # "It was old," admitted the director.
    if _admits_whom(words, found):
        return False
    if claim.cue is not None and claim.cue.lower() == words.lower[found.first]:
        return True
    behind = words.lower[found.last + 1 : found.last + 6]
    if words.clauses[found.first] % 100 and (not behind or _only_when(words, found.last + 1)):
        return True  # "..., the company admitted.", "..., it admitted on Tuesday."
    content = not load_words("saying", "content").isdisjoint(behind[:1]) or "that" in behind
    return _needs_weaker()[found.label] or content


def _only_when(words: Wording, i: int) -> bool:
    """Whether a time, and no object, stands from word `i` on: "on Tuesday", "late on 5 May after a meeting"."""
    day = next((j for j in range(i, min(i + _WHEN, len(words))) if words.keys[j][:1] == "~"), None)
    if day is None or not set(words.lower[i:day]) <= load_words("saying", "before_day"):
        return False
    return not words.lower[day + 1 : day + 2] or words.lower[day + 1] not in load_words("saying", "no_verb")


def _admits_whom(words: Wording, found: Found) -> bool:
    """Whether a verb that judges by itself has a thing for its object which nobody can be guilty of.

    "The brigade admitted its first two women" tells of no confession, "admitted the theft" does.
    """
    behind = words.lower[found.last + 1 : found.last + 6]
    if (
        _needs_weaker()[found.label]
        or not behind
        or words.clauses[found.last + 1] != words.clauses[found.last]
    ):
        return False
    named = behind[0] in load_words("saying", "no_verb") or words.keys[found.last + 1][:1] == "#"
    return named and "that" not in behind and not _faults().find(words)


@cache
def _faults() -> PhraseTable:
    """What one can be guilty of."""
    return PhraseTable({"fault": cast("dict[str, list[str]]", load_toml("saying")["faults"])["words"]})


def _in_form(word: str, printed: str) -> str:
    """A plain verb in the tense of the printed one: "said" for "admitted", "asks" for "demands".

    >>> _in_form("asking", "demanded"), _in_form("say", "admits"), _in_form("we", "demanded")
    ('asked', 'says', 'said')
    """
    lemma = word
    for ending in ("ing", "ed", "s"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 3:
            lemma = lemma[: -len(ending)]
            break
    present = printed.endswith("s")
    if lemma in load_words("saying", "regular"):
        return lemma + "s" if present else lemma + ("d" if lemma.endswith("e") else "ed")
    return "says" if present else "said"


@cache
def _acts() -> list[dict[str, list[str]]]:
    return cast("list[dict[str, list[str]]]", load_toml("saying")["act"])


@cache
def _verbs() -> PhraseTable:
    literal = {str(act["name"]): [v if v[0] == "=" else "=" + v for v in act["verbs"]] for act in _acts()}
    return PhraseTable(literal)


@cache
def _shown() -> dict[str, PhraseTable]:
    return {str(act["name"]): PhraseTable({"shown": act["shown"]}) for act in _acts()}


@cache
def _weaker() -> dict[str, PhraseTable]:
    return {str(act["name"]): PhraseTable({"weaker": act.get("weaker", [])}) for act in _acts()}


@cache
def _needs_weaker() -> dict[str, bool]:
    return {str(act["name"]): bool(act["needs_weaker"]) for act in _acts()}


@cache
def view_marks() -> PhraseTable:
    """Words that make a statement its speaker's view."""
    return PhraseTable({"view": cast("dict[str, list[str]]", load_toml("saying")["view"])["words"]})

"""Conditions that were lost: the prose tells flatly what a post or release ties to an "if"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

import regex

from reconcile.checks.finding import finding, named, shorten
from reconcile.grammar.anchors import anchoring, comparable, sharing
from reconcile.grammar.denial import read_denials
from reconcile.grammar.keys import is_light
from reconcile.grammar.kinship import covered
from reconcile.grammar.phrases import Found, PhraseTable
from reconcile.grammar.tense import marks, reality, told_as_done
from reconcile.grammar.words import Wording, read_words
from reconcile.lexicons import lazy_words_re, load_toml, load_words
from reconcile.model import Discrepancy, Dossier, Excerpt, Link, Quotation, Span, Statement
from reconcile.patterns import lazy_regex
from reconcile.words import stop_words

_MESSAGE = "The article says “{ours}” flatly; {source} ties it to a condition: “{theirs}”"
#: Sentences of the prose before and behind a claim that may tell its condition.
_ROUND = 3
#: Sentences of the evidence behind the deed that may set its condition.
_BEHIND = 2
#: How firmly the conditional deed and the claim's must be anchored, and how much must be shared.
_NEAR, _SHARED = 1.2, 1.4
#: Of a sentence that tells the same with another verb so much must be shared, and so large a part of the claim; or
#: nearly all of it.
_FLATLY, _MOST, _NEARLY = 2.0, 0.55, 0.8
#: So much of a condition's words in the prose tells it.
_TOLD = 0.34
_LONGEST = 14
#: They may close a sentence that is only a condition.
_TRAILING = frozenset({"though", "however", "too", "also", ".", "!"})
#: How prose tells earlier on that something must come first: "still needs the blessing of".
_NEEDS = lazy_words_re("modality", r"\b(?:still|first) \L<needing>\b|\b\L<awaiting>\b")
#: From here on a time of the evidence is the claim's.
_AGREES = 0.85


class _Condition(NamedTuple):
    """A condition of the evidence: the statement that sets it, its words there, and the statements that it ties."""

    statement: Statement
    first: int
    last: int
    tied: tuple[Statement, ...]


def lost_conditions(dossier: Dossier) -> Iterator[Discrepancy]:
    """Findings for claims that tell flatly what the linked evidence makes conditional."""
    by_source: dict[str, list[Statement]] = {}
    for statement in dossier.evidence:
        by_source.setdefault(statement.source, []).append(statement)
    set_there = {source: list(_set_by(statements)) for source, statements in by_source.items()}
    places = {claim.id: n for n, claim in enumerate(dossier.claims)}
    for link in dossier.links:
        n = places[link.claim]
        for condition in set_there.get(link.evidence, ()):
            met = _untold(dossier.claims, n, condition, by_source[link.evidence], link)
            if met is not None:
                yield _lost(dossier, dossier.claims[n], link.evidence, condition, met)
                break


def _set_by(statements: Sequence[Statement]) -> Iterator[_Condition]:
    """The conditions that the statements of one source set."""
    clause, first, none = _tables()
    for n, statement in enumerate(statements):
        words = read_words(statement.text)
        if words.lower[:1] == ("should",) and (last := _clause_end(words, 0)) < len(words) - 2:
            yield _Condition(statement, 0, last, (statement,))  # "Should the state agree, ..."
        spared = {i for found in none.find(words) for i in range(found.first, found.last + 1)}
        for found in clause.find(words):
            if _is_number(words, found) or found.last == len(words) - 1:
                continue  # "Tea provided."
            if found.first not in spared and not statement.text.rstrip().endswith("?"):
                end = _end(words, found)
                rest = words.lower[end + 1 :]
                alone = found.first <= 1 and _TRAILING.issuperset(rest)  # "Unless it rains."
                tied = (*statements[max(0, n - 1) : n], statement) if alone else (statement,)
                yield _Condition(statement, found.first, end, tied)
        for found in first.find(words):
            if found.first not in spared:
                end = _clause_end(words, found.last)
                own = found.first == 0 and end < len(words) - 2  # "Subject to funding, more are to follow."
                own = own or _tells_itself(words, found)
                tied = (statement,) if own else (*statements[max(0, n - _BEHIND) : n], statement)
                yield _Condition(statement, _begin(words, found), _end(words, found), tied)


def _is_number(words: Wording, found: Found) -> bool:
    """Whether "in case" is followed by the number of a case: "in case 4 T 88/2023"."""
    return words.keys[found.last + 1 : found.last + 2] != () and words.keys[found.last + 1][:1] == "#"


def _tells_itself(words: Wording, found: Found) -> bool:
    """Whether a sentence tells itself what its condition is for: "Reopening planned mid-May, depending on snow"."""
    adverbial = words.lower[found.first] in ("depending", "pending")
    return adverbial and any(key and key[0] not in "~#" for key in words.keys[: found.first])


def _begin(words: Wording, found: Found) -> int:
    """The first word of the clause that a mark of what must come first stands in."""
    first = found.first
    while first > 0 and words.clauses[first - 1] // 100 == words.clauses[found.first] // 100:
        first -= 1
    return first


def _end(words: Wording, found: Found) -> int:
    """The last word of the clause that a conditional mark opens."""
    last = found.last
    while (
        last + 1 < min(len(words), found.last + _LONGEST)
        and words.clauses[last + 1] == words.clauses[found.last]
    ):
        last += 1
    return last


def _untold(
    claims: Sequence[Statement],
    n: int,
    condition: _Condition,
    evidence: Sequence[Statement],
    link: Link,
) -> tuple[int, int] | None:
    """First and last word of the claim's verb that the condition ties and the prose leaves free, or None."""
    claim = claims[n]
    words = read_words(claim.text)
    round_it = claims[max(0, n - 1) : n + 1 + _ROUND]
    if any(_tells(one, condition) for one in round_it):
        return None
    if any(_NEEDS.search(one.text) and _shares_about(one, condition, 1) for one in claims[:n]):
        return None
    for i, key in enumerate(words.keys):
        if key[:1] in ("~", "#") or (key and words.is_name(i)) or not _flat(claim, words, i):
            continue
        if (not key and not is_light(words.lower[i])) or _is_quoted(claim, words.starts[i]):
            continue
        for statement in condition.tied:
            if _ties(claim, words, i, statement, condition, evidence):
                return i, _clause_end(words, i)
    if len(condition.tied) == 1 and _told_flatly(claim, condition, link):
        return 0, _clause_end(words, 0)
    return None


def _is_quoted(claim: Statement, at: int) -> bool:
    """Whether a place of the claim is in a quotation: what it leaves out is told by the checks of quotations."""
    place = claim.span.start + at
    return any(isinstance(f, Quotation) and f.span.start <= place < f.span.end for f in claim.facts)


def _told_flatly(claim: Statement, condition: _Condition, link: Link) -> bool:
    """Whether a claim without hedge or denial has most of what the condition's own sentence ties to it."""
    statement = condition.statement
    permitted = _permits(claim.text) and _permits(statement.text)
    if (marks(claim.text, "hedged") and not permitted) or read_denials(claim.text).found:
        return False
    if not comparable(claim, statement) or _is_quoted(claim, 1):
        return False
    free = [j for j in range(len(read_words(statement.text))) if not condition.first <= j <= condition.last]
    start = claim.span.start
    agreed = [
        Span(c.claimed_span.start - start, c.claimed_span.end - start)
        for c in link.comparisons
        if c.feature == "time" and c.claimed_span and c.score >= _AGREES
    ]
    met, total = covered(claim.text, statement.text, free, agreed)
    return met >= max(_MOST * total, _FLATLY) or (
        met >= _NEARLY * total > 1 and (total > _FLATLY or _is_copular(claim.text))
    )


def _is_copular(text: str) -> bool:
    """Whether a sentence tells what a thing is: then it needs no deed in common."""
    return not load_words("grammar", "copulas").isdisjoint(read_words(text).vocabulary)


def _permits(text: str) -> bool:
    """Whether a sentence tells what can or may be done."""
    return not _permitting().isdisjoint(read_words(text).vocabulary)


def _tells(claim: Statement, condition: _Condition) -> bool:
    """Whether a sentence of the prose sets a condition itself, or tells what the condition is about."""
    clause, first, _ = _tables()
    words = read_words(claim.text)
    if clause.find(words) or first.find(words) or not _naming().isdisjoint(words.lower):
        return True
    return _shares_about(claim, condition)


def _shares_about(claim: Statement, condition: _Condition, least: int | None = None) -> bool:
    """Whether a sentence has enough (or `least`) of the words that the condition has beside what it ties."""
    words = read_words(claim.text)
    theirs = read_words(condition.statement.text)
    tied = {key for s in condition.tied if s is not condition.statement for key in read_words(s.text).content}
    tied.update(key for j, key in enumerate(theirs.keys) if not condition.first <= j <= condition.last)
    about = {k for k in theirs.keys[condition.first : condition.last + 1] if k and k[0] not in "~#"} - tied
    return bool(about) and len(about & words.content) >= (least or max(1, round(_TOLD * len(about))))


def _flat(claim: Statement, words: Wording, i: int) -> bool:
    """Whether the claim tells word `i` as done, or as sure to come, with no hedge."""
    if read_denials(claim.text).denied[i] or marks(claim.text, "open"):
        return False
    return told_as_done(claim.text, i) or reality(claim.text, i) in ("future", "planned")


def _ties(
    claim: Statement,
    words: Wording,
    i: int,
    statement: Statement,
    condition: _Condition,
    evidence: Sequence[Statement],
) -> bool:
    """Whether the evidence has the claim's deed in a sentence that the condition ties, outside the condition."""
    if not comparable(claim, statement):
        return False
    theirs = read_words(statement.text)
    free = [
        j
        for j in range(len(theirs))
        if statement is not condition.statement or not condition.first <= j <= condition.last
    ]
    for j in free:
        if not words.keys[i] or theirs.keys[j] != words.keys[i]:
            continue
        near = anchoring(words, i, theirs, j)
        if near >= _NEAR and sharing(claim, statement, evidence, leave_out={words.keys[i]}) >= _SHARED:
            return True
    # A post may leave its verb out ("Orme - Lisk from May"); then the names must agree.
    there = {theirs.keys[j] for j in free}
    names = {k for j, k in enumerate(words.keys) if k in there and (words.is_name(j) or k[:1] == "#")}
    named = any(key[:1] != "#" for key in names)
    return len(names) >= 2 and named and i == _first_verb(claim, words)


def _first_verb(claim: Statement, words: Wording) -> int:
    """The first word that the claim tells as sure to come, or -1."""
    return next(
        (
            i
            for i, key in enumerate(words.keys)
            if (key or is_light(words.lower[i])) and reality(claim.text, i) in ("future", "planned")
        ),
        -1,
    )


def _clause_end(words: Wording, i: int) -> int:
    last = i
    while last + 1 < min(len(words), i + _LONGEST) and words.clauses[last + 1] == words.clauses[i]:
        last += 1
    return last


def _lost(
    dossier: Dossier, claim: Statement, source: str, condition: _Condition, met: tuple[int, int]
) -> Discrepancy:
    words, theirs = read_words(claim.text), read_words(condition.statement.text)
    claimed = dossier.excerpt("document", words.span(*met, claim.span.start))
    span: Span = theirs.span(condition.first, condition.last, condition.statement.span.start)
    evidence: Excerpt = dossier.excerpt(source, span)
    message = _MESSAGE.format(
        ours=shorten(claimed.text), source=named(dossier, source), theirs=shorten(evidence.text)
    )
    clause = condition.first > 0 or len(condition.tied) == 1
    suggestion = _as_clause(evidence.text) if clause else None
    return finding(
        "modality.condition", message + ".", claimed, evidence, suggestion=suggestion, confidence=0.75
    )


#: What has to come first, as a sentence of its own: "both councils still have to agree".
_TO_COME_FIRST = lazy_regex(
    r"(?P<who>.+?)\s(?:(?:still|first)\s)?(?:(?P<many>have)|has)\s(?:still\s|first\s|yet\s)?to\s(?:first\s)?(?P<verb>\p{Ll}+)(?P<rest>.*)",
    regex.DOTALL,
)


def _as_clause(text: str) -> str:
    """A condition as a clause that the prose can take over.

    >>> _as_clause("the govt still has to agree")
    'if the government agrees'
    >>> _as_clause("subject to approval")
    'subject to approval'
    """
    words = " ".join(text.split())
    match = _TO_COME_FIRST.fullmatch(words)
    if match is None:
        first = words.partition(" ")[0]
        return (
            first.lower() + words[len(first) :]
            if first.istitle() and first.lower() in stop_words()
            else words
        )
    ending = "" if match["many"] else "es" if match["verb"].endswith(("s", "sh", "ch", "x")) else "s"
    who = " ".join(_in_full(word) for word in match["who"].split())
    return f"if {who} {match['verb']}{ending}{match['rest']}"


def _in_full(word: str) -> str:
    """A word of a post as the prose would print it: "govts" in full."""
    table = cast("dict[str, str]", load_toml("words")["shorthand"])
    plural = table.get(word[:-1], "") if word.endswith("s") else ""
    return table.get(word) or (f"{plural}s" if plural else word)


@cache
def _naming() -> frozenset[str]:
    """Words that name a condition: "under three conditions", "provisionally"."""
    return frozenset(cast("dict[str, list[str]]", load_toml("modality")["condition"])["naming"])


@cache
def _permitting() -> frozenset[str]:
    return frozenset(cast("dict[str, list[str]]", load_toml("modality")["condition"])["permitting"])


@cache
def _tables() -> tuple[PhraseTable, PhraseTable, PhraseTable]:
    table = cast("dict[str, list[str]]", load_toml("modality")["condition"])
    return tuple(PhraseTable({name: table[name]}) for name in ("clause", "first", "none"))  # type: ignore[return-value]

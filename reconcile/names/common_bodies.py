"""The bodies that English prose calls by a common noun: "the regional health office", "police", "the firm"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.lexicons import load_groups, load_toml, load_words
from reconcile.model import Span
from reconcile.names.bodies import concepts_of
from reconcile.names.vocabulary import as_listed, in_every_case, read_vocabulary
from reconcile.patterns import lazy_regex
from reconcile.text import bare

#: How many words before its noun a body's description may have: "the regional public health office".
_MOST_MODIFIERS = 3
#: What stands before a noun is looked at no further (characters).
_LONGEST_BEFORE = 30
_WORD = lazy_regex(r"(?<![@#\w])\p{Ll}[\w-]*+")
_BEFORE = lazy_regex(r"(?<![\w'’.-])(?P<word>[\w'’.-]*\w['’]?)[ \u00a0]\Z")
_ARTICLES = frozenset({"the", "its", "his", "her", "their", "our", "a", "an", "this", "that", "your", "my"})
_OF = lazy_regex(r"[ ]of[ ](?P<what>\p{Ll}[\p{Ll}’'-]*+)(?P<more>[ ]\p{Ll}[\p{Ll}’'-]*+)?")

_SITE = lazy_regex(r" (?P<word>of|in|on|at) (?P<first>\p{Lu}[\p{L}'’-]*+)(?: \p{Lu}[\p{L}'’-]*+){0,3}")


class CommonBody(NamedTuple):
    """A body named by a common noun: where it stands, without its article, and what it is."""

    span: Span
    text: str
    #: The noun itself, lower case: "office".
    head: str
    concepts: frozenset[str]
    #: Nothing but the noun, one that names nothing by itself: "the company".
    generic: bool
    #: "the", "its", "a" ... or "" where none stands.
    article: str
    #: Where it is, as printed behind it: " on Mount Sutor"; "" where that is not told.
    site: str = ""


def read_common_bodies(text: str) -> tuple[CommonBody, ...]:
    """The bodies that English prose calls by a common noun, in order.

    >>> [b.text for b in read_common_bodies("The regional health office told police that the firm agreed.")]
    ['regional health office', 'police', 'firm']
    """
    return _read(text)


@lru_cache(maxsize=64)
def _read(text: str) -> tuple[CommonBody, ...]:
    vocabulary = read_vocabulary(text)
    found: list[CommonBody] = []
    first = last = -1
    line = lower = ""
    for at in vocabulary.places(vocabulary.among(_listed_nouns())):
        if at >= last:  # the next line that has a noun: no body reaches over its line's end
            first, last = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            last = last if last >= 0 else len(text)
            line = text[first:last]
            lower = line.lower()
            if len(lower) != len(line):
                lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in line)
        match = _WORD.match(lower, at - first)
        if match is None or match.group() not in _nouns():
            continue
        body = _body(line, lower, match.start(), match.end(), first)
        if body is None:
            continue
        if found and found[-1].span.overlaps(body.span):
            found.pop()
        found.append(body)
    return tuple(found)


def _body(text: str, lower: str, start: int, end: int, offset: int) -> CommonBody | None:
    """The phrase around the noun at [start, end) of a line, or None where it is a name's part or no body.

    `offset` is where the line begins.
    """
    opens = _opens_line(text, start)
    if text[start].isupper() and not opens:
        return None
    head = lower[start:end]
    if head not in _prose("generic") and head not in _prose("alone"):
        before = _word_before(lower, start)
        if before is None or f"{before[0]} {head}" not in _prose("phrases"):
            return None
    first, article = _modifiers(text, lower, start)
    special = [w for w in lower[first:start].split() if w not in _prose("empty")]
    end, of_what = _complement(text, start, end)
    generic = not special and not of_what and head not in _prose("alone")
    if not article and generic:
        return None
    if not article and special and not _stands_alone(text, first, special):
        return None
    form = text[first:end]
    concepts = concepts_of(form)
    site = _site(text, end, head) if article == "the" and generic and concepts - _prose("wide") else ""
    span = Span(first + offset, end + offset)
    return CommonBody(span, form, head, concepts, generic and not site, article, site)


def _site(text: str, end: int, head: str) -> str:
    """The place behind a body of which a place has one: "the observatory | on Mount Sutor"."""
    match = _SITE.match(text, end)
    if match is None or bare(match["first"]) in load_words("names", "calendar"):
        return ""
    if match["word"] == "of" and head in load_words("names", "place_nouns"):
        return ""
    return match.group()


def _stands_alone(text: str, first: int, special: list[str]) -> bool:
    """Whether a phrase without an article can be a body: "Tyre maker", "Ashby airport", not "win
    council".
    """
    return (len(special) == 1 and text[first].isupper()) or (
        any(w[-1] in "'’" for w in special) and _opens_line(text, first)
    )


def _complement(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the phrase ends with its "of savings banks", and whether it has one."""
    match = _OF.match(text, end)
    if match is None or text[start:end].lower() not in _prose("generic") or breaking(match["what"]):
        return end, False
    more = match["more"]
    return (match.end() if more and not breaking(more.strip()) else match.end("what")), True


def _modifiers(text: str, lower: str, start: int) -> tuple[int, str]:
    """Where the words that describe a noun begin, and the article before them ("" for none)."""
    first = start
    for _ in range(_MOST_MODIFIERS + 1):
        before = _word_before(lower, first)
        if before is None:
            return first, ""
        word, at = before
        if word in _ARTICLES:
            return first, word
        if text[at].isupper() and word.endswith(("'s", "’s")):
            return first, "'s"
        if breaking(word):
            return first, ""
        first = at
    return start, ""


def _word_before(lower: str, end: int) -> tuple[str, int] | None:
    """The word before `end` and where it begins, where one space alone parts the two."""
    first = max(0, end - _LONGEST_BEFORE)
    at = lower.rfind(" ", first, max(0, end - 1)) + 1
    if at and lower[end - 1] == " " and lower[at : end - 1].isalpha():
        return lower[at : end - 1], at  # a plain word between two spaces, as most are
    before = _BEFORE.search(lower, first, end)
    return (before["word"], before.start("word")) if before else None


def breaking(word: str) -> bool:
    """Whether a word cannot describe a body: a function word, a verb of saying, a past form, a number."""
    return (
        word in _closed_words()
        or (word.endswith("ed") and word not in _prose("empty"))
        or word[0].isdigit()
        or word[-1] == "."
    )


def _opens_line(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n" or text[max(0, start - 2) : start] in (". ", "? ", "! ")


@cache
def _closed_words() -> frozenset[str]:
    """Words that never describe a body: function words, and verbs of saying."""
    saying = {
        f
        for group in load_toml("reporting").values()
        if isinstance(group, dict)
        for forms in group.values()
        for f in forms
    }
    closed = load_words("names", "openers") | load_words("names", "calendar") | stop_words()
    return frozenset((closed | saying) - _prose("empty"))


@cache
def stop_words() -> frozenset[str]:
    """The closed classes of English: articles, pronouns, prepositions and the like."""
    stop = load_toml("words")["stop"]
    return frozenset(stop.split()) if isinstance(stop, str) else frozenset()


@cache
def _prose(key: str) -> frozenset[str]:
    return frozenset(load_groups("body_nouns", "prose")[key])


@cache
def _nouns() -> frozenset[str]:
    return _prose("generic") | _prose("alone") | {phrase.split()[-1] for phrase in _prose("phrases")}


@cache
def _listed_nouns() -> Mapping[bytes, bytes]:
    return in_every_case(as_listed(noun) for noun in _nouns() if " " not in noun)

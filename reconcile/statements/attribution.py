"""Who says a sentence: source, cue and content (the terms of PARC 3.0, Pareti 2016).

Cues are reporting verbs and "according to"; the source is the mention that stands as the cue's subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

import regex
from attrs import frozen

from reconcile.lexicons import load_toml, load_words
from reconcile.model import Mode, Quotation, Span
from reconcile.statements.subject import find_subject, is_free
from reconcile.text import words_in

_CHANNELS = ("interview", "court", "speech", "release", "post")
#: Groups whose verbs also have an everyday object ("called a meeting"): they need a quotation or "that".
_NEEDS_CONTENT = ("demanding", "asking", "evaluating", "denying", "promising")


@frozen
class Cue:
    """A word or phrase that ties content to a source; `strong` where it needs no further sign."""

    span: Span
    text: str
    strong: bool
    #: "according to X": the source follows.
    source_follows: bool = False
    written: bool = False


@frozen
class Attribution:
    """What a sentence tells of its saying; every field may be None."""

    speaker: str | None = None
    cue: str | None = None
    mode: Mode | None = None
    channel: str | None = None


def find_cues(text: str) -> list[Cue]:
    """Every reporting cue in `text`, in order."""
    forms = _forms()
    cues = []
    # Few words are cues: all are split off at once, and only those that are cues are looked at.
    parts = _PARTED.split(text)
    cued = {word for word in set(parts[1::2]) if word.lower() in forms}
    edges = list(accumulate(map(len, parts)))
    for n in [n for n, part in enumerate(parts) if part in cued]:
        word, start, end = parts[n], edges[n - 1], edges[n]
        form = forms[word.lower()]
        if form.also_noun and word[0].isupper():
            continue  # "Minister of State", "the State Gallery"
        if form.needs_to:
            if text[end : end + 3].lower() != " to":
                continue
            end += 3
        span = Span(start, end)
        cues.append(Cue(span, span.of(text), form.strong, form.source_follows, form.written))
    return cues


def attribute(
    text: str,
    sentence: Span,
    cues: Sequence[Cue],
    quotations: Sequence[Quotation],
    mentions: Sequence[tuple[Span, str]],
) -> Attribution:
    """Who says `sentence` of `text`, by which cue, in which mode, through which channel.

    `cues` and `quotations` are those inside the sentence; `mentions` its mentions of entities, pronouns
    resolved, in order: where each stands, and the entity's id.
    """
    outside = [c for c in cues if not any(q.span.holds(c.span) for q in quotations)]
    for cue in outside:
        if not (cue.strong or quotations or _introduces(text, sentence, cue)):
            continue
        if _NOT_SAID.search(text, max(sentence.start, cue.span.start - 12), cue.span.start):
            continue
        free = [(s, e) for s, e in mentions if not any(q.span.holds(s) for q in quotations)]
        clause = max((q.span.end for q in quotations if q.span.end <= cue.span.start), default=sentence.start)
        speaker = find_subject(text, Span(clause, sentence.end), cue.span, cue.source_follows, free)
        channel = channel_of(sentence.of(text)) or ("post" if cue.written and speaker else None)
        return Attribution(speaker, cue.text, mode_of(quotations), channel)
    signed = _signature(text, sentence, quotations, mentions)
    if signed:
        return Attribution(signed, None, "direct", None)
    return Attribution(None, None, None, channel_of(sentence.of(text)))


def mode_of(quotations: Sequence[Quotation]) -> Mode:
    """Direct where a whole sentence is quoted, mixed where a part of one is, else indirect.

    A whole one begins with a capital and ends with a stop, comma, question or exclamation mark, inside the
    marks (English usage) or right after them (German, French, Spanish usage is caught by the capital alone).
    """
    if not quotations:
        return "indirect"
    first = quotations[0].text.lstrip("…. ")
    return "direct" if first[:1].isupper() and len(first.split()) >= 3 else "mixed"


def channel_of(sentence: str) -> str | None:
    """The channel that a sentence names, or None.

    >>> channel_of("The port said in a press release on Monday that ...")
    'release'
    """
    if _channel_marks().isdisjoint(words_in(sentence)):
        return None
    match = _channel_pattern().search(sentence)
    if match is None:
        return None
    return next(name for name in _CHANNELS if match[name] is not None)


def _introduces(text: str, sentence: Span, cue: Cue) -> bool:
    """Whether a weak cue brings content: "that" or a colon after it, or a comma before its clause."""
    after = text[cue.span.end : min(sentence.end, cue.span.end + 40)]
    return bool(_CONTENT_MARK.match(after))


def _signature(
    text: str, sentence: Span, quotations: Sequence[Quotation], mentions: Sequence[tuple[Span, str]]
) -> str | None:
    """The speaker whom no verb tells: `"..." - Commissioner X`, or `Mayor X (Y), of the board: "..."`."""
    if not quotations:
        return None
    first, last = quotations[0].span, quotations[-1].span
    if first.start <= sentence.start + 2:
        signed = _DASH.match(text, last.end, sentence.end)
        return next((e for s, e in mentions if s.start >= last.end), None) if signed else None
    if text[sentence.start : first.start].rstrip()[-1:] != ":":
        return None
    return next((e for s, e in mentions if s.end <= first.start and is_free(text, s)), None)


@cache
def _groups() -> dict[str, dict[str, list[str]]]:
    """The table of reporting verbs: group -> lemma -> forms."""
    return {name: verbs for name, verbs in load_toml("reporting").items() if isinstance(verbs, dict)}


@frozen
class _Form:
    """What a form of a reporting verb tells by itself."""

    strong: bool
    written: bool = False
    also_noun: bool = False
    #: "according to X", "laut X": the source follows the cue.
    source_follows: bool = False
    needs_to: bool = False


@cache
def _forms() -> dict[str, _Form]:
    """Every cue of one word, lower case."""
    ordinary, nouns = load_words("reporting", "also_ordinary"), load_words("reporting", "also_nouns")
    forms = {
        form: _Form(
            strong=group not in _NEEDS_CONTENT and lemma not in ordinary and form not in nouns,
            written=group == "written",
            also_noun=form in nouns,
        )
        for group, verbs in _groups().items()
        for lemma, words in verbs.items()
        for form in words
    }
    for word in load_words("reporting", "before_source"):
        first, _, then = word.partition(" ")
        forms[first] = _Form(strong=True, source_follows=True, needs_to=then == "to")
    return forms


@cache
def _channel_marks() -> frozenset[str]:
    """One telling word of each phrase: few sentences hold one, and only those are searched for phrases."""
    words = [phrase.split() for name in _CHANNELS for phrase in load_words("channels", name)]
    return frozenset(
        _WORD.findall(max(reversed(w), key=len) if len(max(w, key=len)) > 3 else w[-1])[-1] for w in words
    )


@cache
def _channel_pattern() -> regex.Pattern[str]:
    """The phrases that name a channel, interviews first: "told reporters on X" is one."""
    parts = (
        rf"(?P<{name}>" + "|".join(map(regex.escape, sorted(load_words("channels", name)))) + ")"
        for name in _CHANNELS
    )
    return regex.compile(rf"\b(?:{'|'.join(parts)})\b", regex.IGNORECASE)


_WORD = re.compile(r"\w+")
_PARTED = re.compile(r"(\w+)")
_CONTENT_MARK = regex.compile(
    r"\s*+(?:,\s*+)?(?:(?:on|in|at)\s[^,.:]{1,30}\s)?(?:that\b|:|dass\b|que\b|dat\b|che\b)"
)
#: "is said to", "has yet to say", "did not reply": nothing was said by the subject.
_NOT_SAID = regex.compile(r"(?:\b(?:to|not|never|is|are|was|were|be|been|being)|n['’]t)\s\Z")
_DASH = regex.compile(r"\s*+[-–—―]{1,2}\s*+")

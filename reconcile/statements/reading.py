"""Reading the sentences of one text: what is found once in the text is dealt out to its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from datetime import date
from typing import NamedTuple, TypeVar

from reconcile.facts import read_facts
from reconcile.model import Fact, Quotation, Source, Span
from reconcile.statements.attribution import LABEL, UNATTRIBUTED, Attribution, attribute, labelled
from reconcile.statements.cast import Cast
from reconcile.statements.channels import channel_words, find_channels
from reconcile.statements.cues import cue_words, find_cues
from reconcile.statements.reference import PRONOUN_WORDS, References, find_pronouns
from reconcile.statements.telling import telling_words
from reconcile.words import shared

_Found = TypeVar("_Found")


class Sentence(NamedTuple):
    """A sentence as read: the facts in it, the entities that take part, and who says it."""

    span: Span
    facts: tuple[Fact, ...]
    entities: tuple[str, ...]
    said: Attribution


def read_sentences(
    source: Source,
    text: str,
    sentences: Sequence[Span],
    anchor: date | None,
    cast: Cast,
    called: Set[str] = frozenset(),
) -> list[Sentence]:
    """The `sentences` of `text`, which stand in order; `anchor` is the day that "today" is;
    `called` are the nouns by which the releases at hand call themselves.

    Everything is found in the whole text at once, as far as it can be: most sentences hold no cue, no
    quotation and no pronoun, and cost nothing but their place in the list.
    """
    telling = list(telling_words(text, _telling()))
    starts = [s.start for s in sentences]
    facts = _dealt(((f.span.start, f) for f in read_facts(text, anchor)), starts, sentences)
    mentions = _dealt(((pair[0].start, pair) for pair in cast.mentions(source)), starts, sentences)
    cues = _dealt(((c.span.start, c) for c in find_cues(text, telling)), starts, sentences)
    pronouns = _dealt(((p.span.start, p) for p in find_pronouns(text, telling)), starts, sentences)
    channels = _dealt(((c.start, c.name) for c in find_channels(text, telling, called)), starts, sentences)
    references = References(cast.kinds)
    last_pronoun = max(pronouns, default=-1)  # behind it, nobody need be remembered
    read = []
    for n, span in enumerate(sentences):
        here = facts.get(n, ())
        quotations = [f for f in here if isinstance(f, Quotation)] if here else []
        found: Sequence[tuple[Span, str]] = mentions.get(n, ())
        if n <= last_pronoun:
            found = references.resolve(span, found, pronouns.get(n, ()), quotations)
        said = UNATTRIBUTED
        if quotations or n in cues or n in channels:
            said = attribute(text, span, cues.get(n, ()), quotations, found, channels.get(n, (None,))[0])
        elif found and ":" in text[span.start : span.start + LABEL]:
            said = Attribution(labelled(text, span, [(s, e) for s, e in found if cast.kinds[e] == "person"]))
        entities = tuple(dict.fromkeys([e for _, e in found])) if found else ()
        read.append(Sentence(span, tuple(here), entities, said))
    return read


def continued(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Give a sentence that is only a quotation the speaker of the sentence before it."""
    out: list[Sentence] = []
    before: Attribution | None = None
    for sentence in sentences:
        said = sentence.said
        if before and said.mode is None and before.mode in ("direct", "mixed") and _only_quoted(sentence):
            said = Attribution(before.speaker, said.cue, "direct", said.channel or before.channel)
            sentence = Sentence(sentence.span, sentence.facts, sentence.entities, said)
        out.append(sentence)
        before = said
    return out


def _only_quoted(sentence: Sentence) -> bool:
    enough = 0.8 * (sentence.span.end - sentence.span.start)
    return any(isinstance(f, Quotation) and f.span.end - f.span.start >= enough for f in sentence.facts)


def _dealt(
    found: Iterable[tuple[int, _Found]], starts: Sequence[int], sentences: Sequence[Span]
) -> dict[int, list[_Found]]:
    """What was found, by the number of the sentence that it begins in; `starts` are where those begin.

    What begins outside all of them is left out: other segments of a page, the boilerplate of a release.
    """
    dealt: dict[int, list[_Found]] = {}
    for start, thing in found:
        n = bisect_right(starts, start) - 1
        if n >= 0 and start < sentences[n].end:
            dealt.setdefault(n, []).append(thing)
    return dealt


@shared
def _telling() -> frozenset[str]:
    return frozenset((*cue_words(), *PRONOUN_WORDS, *channel_words()))

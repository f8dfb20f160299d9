"""Cues: reporting verbs and "according to", which tie words to the one who says them (PARC 3.0, Pareti 2016)."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cache
from typing import NamedTuple

from reconcile.lexicons import load_toml, load_words
from reconcile.model import Span

#: Groups whose verbs also have an everyday object ("called a meeting"): they need a quotation or "that".
_NEEDS_CONTENT = ("demanding", "asking", "evaluating", "denying", "promising")


class Cue(NamedTuple):
    """A word or phrase that ties content to a source; `strong` where it needs no further sign."""

    span: Span
    text: str
    strong: bool
    #: "according to X": the source follows.
    source_follows: bool = False
    written: bool = False


def find_cues(text: str, telling: Iterable[tuple[str, Span]]) -> list[Cue]:
    """Every reporting cue of `text` among its telling words, in order; all `cue_words` must have been sought."""
    forms = _forms()
    cues = []
    for word, span in telling:
        form = forms.get(word)
        if form is None or (form.also_noun and text[span.start].isupper()):
            continue  # "Minister of State", "the State Gallery"
        if form.needs_to:
            if text[span.end : span.end + 3].lower() != " to":
                continue
            span = Span(span.start, span.end + 3)
        cues.append(Cue(span, span.of(text), form.strong, form.source_follows, form.written))
    return cues


def cue_words() -> Set[str]:
    """Every word that is a cue or begins one, lower case."""
    return _forms().keys()


@cache
def _groups() -> dict[str, dict[str, list[str]]]:
    """The table of reporting verbs: group -> lemma -> forms."""
    return {name: verbs for name, verbs in load_toml("reporting").items() if isinstance(verbs, dict)}


class _Form(NamedTuple):
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

"""Evidence that disagrees with itself: two releases, or a release and a post of the body that issued it.

The one is held against the other as an article is held against both: by links, and by the checks of figures, times,
places and polarity. What they find is told as a note under their own kinds: it is no fault of the article, but its
writer must know that the sources do not say the same before either is printed. Where there is one release, and its
issuer has no post, nothing is done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from reconcile.checks.finding import named, shorten
from reconcile.links import link_statements
from reconcile.model import Discrepancy, Dossier, Excerpt, Post, Release, Source, Span, Statement
from reconcile.patterns import lazy_re
from reconcile.text import bare, words_in
from reconcile.words import stem, stop_words

#: The families whose findings are facts on which two sources can disagree; plans and deeds, or who is quoted, change
#: from one release to the next.
FAMILIES = ("number", "time", "place", "polarity")
#: A clash that is less sure is not told, nor one of a pair of sentences that is less surely of the same thing.
_SURE, _LINKED = 0.85, 0.8
#: What goes back to the sentence before, no further than so many; such passages share this part of their words.
_PRONOUN = lazy_re(r"\W*(?:it|its|they|their|this|these|that|those|he|she|his|her)\b", re.IGNORECASE)
_BACK, _SHARED = 3, 0.4
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_RANK = lazy_re(
    rf"\b(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<figure>\d{{1,3}})(?:st|nd|rd|th))[ -](?P<noun>[^\W\d_]+)"
)
#: More sources are not held against each other, two by two.
_MOST = 12

Check = Callable[[Dossier], Iterable[Discrepancy]]


def disagreements(dossier: Dossier, checks: Iterable[Check]) -> Iterator[Discrepancy]:
    """Notes on what two sources of `dossier` say differently, found by `checks`, each a family's."""
    if not dossier.releases or len(dossier.releases) + len(dossier.posts) < 2:
        return
    ready = list(checks)
    for release, others in _pairs(dossier):
        for other in others:
            yield from _both_ways(dossier, release.id, other, ready)


def _both_ways(
    dossier: Dossier, ours: Source, theirs: Source, checks: Sequence[Check]
) -> Iterator[Discrepancy]:
    """What is found whichever of the two stands in the article's place: an article retells, and may leave out and
    round; here neither does, so what holds in one direction alone is no disagreement.
    """
    found = list(_one_way(dossier, ours, theirs, checks))
    mirrored = list(_one_way(dossier, theirs, ours, checks)) if found else []
    for one in found:
        if any(_meet(one, other) for other in mirrored) and _of_one_thing(dossier, ours, one):
            yield _as_note(dossier, ours, one)


def _one_way(
    dossier: Dossier, ours: Source, theirs: Source, checks: Sequence[Check]
) -> Iterator[Discrepancy]:
    """What the checks find with `ours` in the article's place and `theirs` as all the evidence."""
    between = _between(dossier, ours, theirs)
    for check in checks if between else ():
        for found in check(between) if between else ():
            held = found.evidence is not None and found.evidence.source == theirs
            if held and found.claimed.source == "document" and found.confidence >= _SURE:
                yield found


def _meet(one: Discrepancy, mirrored: Discrepancy) -> bool:
    """Whether two findings are on the same words, each side being the other's."""
    return (
        one.evidence is not None
        and mirrored.evidence is not None
        and one.claimed.span.overlaps(mirrored.evidence.span)
        and one.evidence.span.overlaps(mirrored.claimed.span)
    )


def _pairs(dossier: Dossier) -> Iterator[tuple[Release, tuple[str, ...]]]:
    """Each release with the sources that it is held against: later releases, and its issuer's posts."""
    releases = dossier.releases[:_MOST]
    for n, release in enumerate(releases):
        later = [other.id for other in releases[n + 1 :] if other.text != release.text]
        own = [post.id for post in dossier.posts[:_MOST] if post.text and _is_of(dossier, post, release)]
        if later or own:
            yield release, (*own, *later)


def _is_of(dossier: Dossier, post: Post, release: Release) -> bool:
    """Whether the account of the post is that of the release's issuer."""
    issuer = bare(release.issuer or "")
    if not issuer:
        return False
    if bare(post.author_name or "") == issuer:
        return True
    handle = (post.handle or "").casefold()
    return any(
        any(bare(name) == issuer for name in (entity.name, *(m.text for m in entity.mentions)))
        for entity in dossier.entities
        if handle and any(account.handle.casefold() == handle for account in entity.accounts)
    )


def _of_one_thing(dossier: Dossier, ours: Source, found: Discrepancy) -> bool:
    """Whether the sentences of both sides speak of one thing: "it" is what the sentence before told of, and a third
    crane is no fourth.
    """
    if found.evidence is None:
        return False
    one = _passage(dossier, ours, found.claimed.span)
    other = _passage(dossier, found.evidence.source, found.evidence.span)
    ranks, others = _ranks(one), _ranks(other)
    if any(noun in others and others[noun] != rank for noun, rank in ranks.items()):
        return False
    if len(one) < 2 and len(other) < 2:
        return True
    words, theirs = _content(one), _content(other)
    return len(words & theirs) >= _SHARED * min(len(words), len(theirs))


def _passage(dossier: Dossier, source: Source, span: Span) -> list[Statement]:
    """The sentence that holds the words, and those before it as far as it and they begin with a pronoun."""
    statements = _of(dossier, source)
    at = next((n for n, statement in enumerate(statements) if statement.span.overlaps(span)), None)
    if at is None:
        return []
    first = at
    while first > max(0, at - _BACK) and _PRONOUN.match(statements[first].text):
        first -= 1
    return list(statements[first : at + 1])


def _ranks(passage: Sequence[Statement]) -> dict[str, int]:
    """The ordinals of a passage by what they count: crane -> 3."""
    found = (match for statement in passage for match in _RANK.finditer(statement.text.lower()))
    return {
        stem(match["noun"]): int(match["figure"] or _ORDINALS.index(match["word"]) + 1) for match in found
    }


def _content(passage: Sequence[Statement]) -> set[str]:
    """The stems of a passage's words, without those that any sentence has, and without figures."""
    words = {word for statement in passage for word in words_in(statement.text)}
    return {stem(word) for word in words - stop_words() if word.isalpha()}


def _between(dossier: Dossier, ours: Source, theirs: Source) -> Dossier | None:
    """One source in the article's place, held against the other; None where nothing that is linked clashes."""
    claims, evidence = _of(dossier, ours), _of(dossier, theirs)
    linked = link_statements(claims, evidence, dossier.entities)
    links = tuple(link for link in linked if link.score >= _LINKED)
    if not any(comparison.clash for link in links for comparison in link.comparisons):
        return None
    texts = dossier.texts | {"document": dossier.texts[ours]}
    return evolve(dossier, claims=claims, evidence=evidence, links=links, texts=texts)


def _of(dossier: Dossier, source: Source) -> tuple[Statement, ...]:
    return tuple(dossier.told_by.get(source, ()))


def _as_note(dossier: Dossier, ours: Source, found: Discrepancy) -> Discrepancy:
    """The finding as a note on the two sources."""
    theirs = found.evidence.source if found.evidence else ours
    words = shorten(found.evidence.text) if found.evidence else ""
    message = (
        f"Two sources disagree: {_called(dossier, ours)} says “{shorten(found.claimed.text)}”, "
        f"{_called(dossier, theirs)} says “{words}”."
    )
    claimed = Excerpt(ours, found.claimed.span, found.claimed.text)
    return evolve(found, level="note", message=message, claimed=claimed, suggestion=None)


def _called(dossier: Dossier, source: str) -> str:
    """A source by its owner and day, which tell two of one issuer apart; by its number where they do not."""
    name, day = named(dossier, source), None
    for release in dossier.releases:
        if release.id == source:
            day = release.issued
            alike = [r for r in dossier.releases if (r.issuer, r.issued) == (release.issuer, release.issued)]
            name = f"{name} ({source})" if len(alike) > 1 else name
    for post in dossier.posts:
        if post.id == source:
            day = post.posted
    return f"{name} of {day.day} {day:%B %Y}" if day else name

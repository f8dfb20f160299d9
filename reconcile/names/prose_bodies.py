"""The bodies that the prose calls by a common noun, and what such nouns tell of the names beside them.

"The airline Zephyr" tells what Zephyr is; "the company" is a body named before; "the health office", a name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate

from reconcile.model import Mention, Span
from reconcile.names.bodies import concepts_of, wider
from reconcile.names.cluster import PROSE, Cluster, Register, key_of
from reconcile.names.common_bodies import CommonBody, read_common_bodies
from reconcile.names.holders import read_offices
from reconcile.patterns import lazy_regex

_APPOSED_END = lazy_regex(r"[,.;)]| (?:of|from|in|that|which|based|behind)\b")
_SENTENCE_END = lazy_regex(r"[.!?][\"”]?\s+\p{Lu}|\n")


def gather_bodies(prose: str, register: Register) -> None:
    """Add the bodies that the prose calls by a common noun, and what these tell of names beside them."""
    bodies = read_common_bodies(prose)
    if not bodies:
        return
    named = [(m.span, c) for c in register for m in c.mentions]
    starts = {span.start: (c, span.end) for span, c in named}
    ends = {span.end: c for span, c in named}
    taken = _inside_one([o.span for o in read_offices(prose)] + [span for span, _ in named])
    for body in bodies:
        if taken(body.span.end - 1):
            continue
        beside = _named_beside(prose, body, starts, ends)
        if beside:
            beside.votes["organization"] += 20
            beside.descriptors |= {body.head, body.text.lower()}
            beside.concepts |= body.concepts
            behind = starts.get(body.span.end + 1)
            adjoins = behind is not None and behind[0] is beside
            if body.span.start > beside.first(PROSE) or not adjoins:
                beside.mentions.append(Mention(PROSE, body.span, body.text, "role"))
            continue
        _refer_body(prose, register, body)


def _inside_one(spans: Iterable[Span]) -> Callable[[int], bool]:
    """Tells whether an offset lies inside one of `spans`."""
    stretches = sorted((span.start, span.end) for span in spans)
    begins = [begin for begin, _ in stretches]
    reached = [0, *accumulate((end for _, end in stretches), max)]  # by those that begin before the next
    return lambda offset: reached[bisect_right(begins, offset)] > offset


def _named_beside(
    prose: str, body: CommonBody, starts: Mapping[int, tuple[Cluster, int]], ends: Mapping[int, Cluster]
) -> Cluster | None:
    """The name beside a body noun: "the airline Zephyr", "the company, Marsden Transit,".

    `starts` are where names begin, with where they end, `ends` where they end.
    """
    end = body.span.end
    direct = starts.get(end + 1)
    if direct and prose[end] == " ":
        return direct[0]
    for gap in (", ", ", the "):
        apposed = starts.get(end + len(gap))
        if apposed and prose.startswith(gap, end) and prose[apposed[1] : apposed[1] + 1] in (",", "."):
            return apposed[0]
    for article in (", the ", ", a ", ", an ", ", its ", ", "):
        at = body.span.start - len(article)
        if (
            at in ends
            and prose[at : body.span.start] == article
            and body.article
            and _APPOSED_END.match(prose, end)
        ):
            return ends[at]
    return None


def _refer_body(prose: str, register: Register, body: CommonBody) -> None:
    """Let a common noun refer to a body named before, or name one itself."""
    if body.site:
        _name_by_site(register, body)
        return
    mention = Mention(PROSE, body.span, body.text, "role")
    words = key_of(body.text)
    known = register.exact(words) or _same_body(register, body, words)
    if known is None and body.generic:
        known = _meant(prose, register, body)
        if known is None and body.article != "the":
            return
    if known is not None:
        named = known.common and not body.generic
        known.mentions.append(Mention(PROSE, body.span, body.text, "name") if named else mention)
        known.votes["organization"] += 1
        return
    cluster = register.add(Cluster(body.text, words, in_prose=True, common=True, generic=body.generic))
    cluster.votes["organization"] += 5
    cluster.descriptors |= {body.head}
    cluster.concepts |= body.concepts
    cluster.mentions.append(Mention(PROSE, body.span, body.text, "name"))


def _name_by_site(register: Register, body: CommonBody) -> None:
    """Take a common noun with its place for a body's name: "the observatory on Mount Sutor"."""
    name = body.text + body.site
    words = key_of(name)
    cluster = register.exact(words) or register.exact(key_of(body.text))
    if cluster is None:
        cluster = register.add(Cluster(name, words, in_prose=True, common=True))
    elif cluster.generic:
        cluster.name, cluster.words, cluster.generic = name, words, False
        register.index(cluster, words)
    cluster.votes["organization"] += 5
    cluster.descriptors |= {body.head}
    cluster.concepts |= body.concepts
    span = Span(body.span.start, body.span.end + len(body.site))
    cluster.mentions.append(Mention(PROSE, span, name, "name"))


def _same_body(register: Register, body: CommonBody, words: tuple[str, ...]) -> Cluster | None:
    """The body that an earlier, fuller phrase named: "the regional health office" ... "the health office"."""
    if body.generic:
        return None
    for cluster in register.sharing(words):
        if (
            cluster.kind == "organization"
            and cluster.words[-1] == words[-1]
            and set(words) <= set(cluster.words)
        ):
            return cluster
    return None


def _meant(prose: str, register: Register, body: CommonBody) -> Cluster | None:
    """The body that "the company", "the ministry" means: of those in the last sentence that names one, the
    first.
    """
    if body.article not in ("the", "its", "this", "that", "her", "his", "their"):
        return None
    before = body.span.start
    fitting = [
        c
        for c in register.latest()
        if c.kind == "organization"
        and (body.head in c.descriptors or body.head in c.words or not body.concepts.isdisjoint(_wide(c)))
        and c.first(PROSE) < before
    ]
    if not fitting:
        return None
    last = max(c.last_before(PROSE, before) for c in fitting)
    begin = max(
        (m.end() for m in _SENTENCE_END.finditer(prose, max(0, last - 400), last)), default=max(0, last - 400)
    )
    subjects = [(at, c) for c in fitting for at in [c.first(PROSE, begin - 1)] if at <= last]
    return min(subjects, key=lambda pair: pair[0])[1]


def _wide(cluster: Cluster) -> Iterable[str]:
    """The concepts of a cluster with those that hold them."""
    own = cluster.concepts or (() if cluster.common else concepts_of(cluster.name))
    return [w for concept in own for w in wider(concept)]

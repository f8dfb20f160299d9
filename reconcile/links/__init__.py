"""Links: which claim of the prose each post or release bears out, and in what relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from reconcile.facts import compare_agreeing, compare_facts
from reconcile.links.explanation import explain
from reconcile.links.index import ClaimIndex
from reconcile.links.matching import Evidence, EvidenceText, Passage, Rarity
from reconcile.links.meetings import other_meeting
from reconcile.links.places import FAR, Places
from reconcile.links.relation import agreed, another_speaker, met_in, relation_of
from reconcile.links.sifting import Sieve
from reconcile.links.terms import pairs_of
from reconcile.links.weights import WEIGHTS, Scale, Signs
from reconcile.links.wording import Wording, reader_of
from reconcile.model import Comparison, Entity, Link, Post, Relation, Source, Span, Statement

__all__ = ["ClaimIndex", "link_statements"]

#: A claim of fewer words tells little.
BRIEF = 8
#: So many words before a colon, without a verb of saying, are a label.
LABEL = 3


def link_statements(
    claims: Sequence[Statement],
    evidence: Sequence[Statement],
    entities: Sequence[Entity],
    posts: Sequence[Post] = (),
) -> tuple[Link, ...]:
    """The links between the claims of the prose and the posts and releases, in the order of the claims.

    `posts` tell where in the article a post is reproduced, and under what name; without them both stay out of
    account.
    """
    if not claims or not evidence:
        return ()
    linker = _Linker(claims, evidence, entities, posts)
    return tuple(link for wording in linker.candidates() for link in linker.links(wording))


class _Pair(NamedTuple):
    """A claim's passage in one source, how sure it is that the two are linked, and the facts that may agree."""

    text: EvidenceText
    passage: Passage
    sure: float
    agreeing: Mapping[str, Sequence[Comparison]]


class _Linker:
    """Holds the claims of one article against its evidence, one after the other."""

    def __init__(
        self,
        claims: Sequence[Statement],
        evidence: Sequence[Statement],
        entities: Sequence[Entity],
        posts: Sequence[Post],
    ) -> None:
        self._reader = reader = reader_of(entities, claims, evidence)
        self._claims = claims
        self._persons = frozenset(e.id for e in entities if e.kind == "person")
        self._glances = [reader.glance(claim) for claim in claims]
        self._rarity = Rarity(self._glances)
        grouped: dict[Source, list[Wording]] = defaultdict(list)
        for statement in evidence:
            grouped[statement.source].append(reader.read(statement))
        self._evidence = Evidence([EvidenceText(s, w) for s, w in grouped.items()], self._rarity)
        self._places = Places(claims, posts)
        self._authors = {post.id: _name_terms(post) for post in posts}
        self._scale = Scale(len(claims))

    def candidates(self) -> Iterator[Wording]:
        """The claims that may have links, read closely."""
        sieve = Sieve(self._evidence, self._rarity, self._glances)
        for claim, glance in zip(self._claims, self._glances, strict=True):
            if _claims_nothing(claim):
                continue
            if self._places.near(claim) or sieve.passes(claim, glance):
                yield self._reader.read(claim)

    def links(self, claim: Wording) -> Iterator[Link]:
        """The links of one claim, in the order of its sources."""
        texts = self._evidence.candidates(claim, self._places.near(claim.statement))
        passages = [self._evidence.passage(claim, text) for text in texts]
        best = sorted((passage.coverage for passage in passages), reverse=True)[:2]
        links = []
        for text, passage in zip(texts, passages, strict=True):
            covered = passage.coverage
            rival = max(0.0, (best[1] if covered == best[0] and len(best) > 1 else best[0]) - covered)
            pair = self._compared(claim, text, passage, rival)
            if pair is not None and not self._other_meeting(claim, pair):
                links.append(self._link(claim, pair))
        yield from sorted(links, key=lambda link: (link.evidence[:1], len(link.evidence), link.evidence))

    def _link(self, claim: Wording, pair: _Pair) -> Link:
        statements = pair.passage.statements
        comparisons = tuple(compare_facts(claim.statement, statements, pair.agreeing))
        if another_speaker(claim.statement, statements, self._persons):
            relation: Relation = "contradicts"
        else:
            expected = self._expected(claim.statement, pair.text.source)
            relation = relation_of(claim.statement, pair.passage, comparisons, expected)
        return Link(
            claim=claim.statement.id,
            evidence=pair.text.source,
            span=Span(min(s.span.start for s in statements), max(s.span.end for s in statements)),
            relation=relation,
            score=round(pair.sure, 3),
            comparisons=(*explain(claim, pair.passage), *comparisons),
            statements=tuple(s.id for s in statements),
        )

    def _expected(self, claim: Statement, source: Source) -> float:
        """How much a source like this one lacks of a claim like this one, before either is read."""
        return (
            WEIGHTS.lacking_headline * claim.headline
            + WEIGHTS.lacking_opening * self._places.opens(claim)
            + WEIGHTS.lacking_long * self._scale.long
            + WEIGHTS.lacking_post * (source in self._authors)
        )

    def _other_meeting(self, claim: Wording, pair: _Pair) -> bool:
        source = (wording.statement for wording in pair.text.wordings)
        return other_meeting(claim.statement, pair.passage.statements, source, self._persons)

    def _compared(self, claim: Wording, text: EvidenceText, passage: Passage, rival: float) -> _Pair | None:
        """The claim and the passage where they are linked; None where not.

        Their facts are compared unless the pair is hopeless without, and of these only what can agree: clashes
        do not decide whether there is a link.
        """
        sure = self._scale.score(self._signs(claim, text, passage, rival))
        if sure < WEIGHTS.hopeless:
            return None
        agreeing = compare_agreeing(claim.statement, passage.statements)
        covered = self._rarity.with_facts(passage, agreed(passage, chain.from_iterable(agreeing.values())))
        if covered is not passage:
            sure = self._scale.score(self._signs(claim, text, covered, rival))
        return _Pair(text, covered, sure, agreeing) if sure >= WEIGHTS.threshold else None

    def _signs(self, claim: Wording, text: EvidenceText, passage: Passage, rival: float) -> Signs:
        statement = claim.statement
        distance = self._places.distance(statement, text.source)
        speaker = text.wordings[0].statement.speaker
        authors = self._authors.get(text.source, frozenset())
        named = speaker is not None and speaker in (statement.speaker, *statement.entities)
        author = named or not authors.isdisjoint([word.key for word in claim.words])
        met = met_in(passage)
        return Signs(
            words=passage.words,
            meanings=passage.meanings,
            shared=min(1.0, met.words / 8),
            rare=min(1.0, self._rarity.met(passage) / 8),
            verb=met.verb,
            numbers=met.numbers,
            rival=rival,
            author=author,
            leads=distance == -1,
            opening=statement.headline or self._places.opens(statement),
            far=min(abs(distance) - 1, FAR) / FAR if distance else 0.0,
            late=self._places.depth(statement) ** 2,
            brief=max(0, BRIEF - len(claim.words)) / BRIEF,
        )


def _claims_nothing(claim: Statement) -> bool:
    """Whether a sentence is a question, or the mere label of what follows: "The mayor's answer:"."""
    text = claim.text.rstrip()
    if text.endswith(":"):
        words = text.split()
        owned = len(words) > 1 and words[-2].endswith(("'s", "’s", "s'", "s’"))  # a post, not: to post
        return len(words) <= LABEL and (claim.cue is None or owned)
    return text.endswith(("?", '?"', "?”"))


def _name_terms(post: Post) -> frozenset[str]:
    """The terms of an account's name and handle."""
    return frozenset(key for key, _ in pairs_of(f"{post.author_name or ''} @{post.handle or ''}"))

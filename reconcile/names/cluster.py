"""Clusters: the mentions of one person, body or place, while it is not yet known what else belongs to it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from attrs import define, field

from reconcile.lexicons import load_words
from reconcile.model import Account, EntityKind, Mention
from reconcile.names.bodies import core
from reconcile.text import bare

#: No article names so many whose names are alike, or so many at all.
_MOST_NEAR, _MOST_LATEST = 100, 300
#: The source that the prose's mentions have.
PROSE = "document"


_NO_VOTES: dict[EntityKind, int] = {"person": 0, "organization": 0, "place": 0}


@define(eq=False)
class Cluster:
    """One person, body or place in the making."""

    #: The fullest form printed, in the prose where it has one.
    name: str
    #: Words of that form, lower case, without accents.
    words: tuple[str, ...]
    in_prose: bool
    mentions: list[Mention] = field(factory=list)
    accounts: list[Account] = field(factory=list)
    roles: list[str] = field(factory=list)
    #: Titles under which it was met, canonical.
    titles: set[str] = field(factory=set)
    #: What speaks for each kind.
    votes: dict[EntityKind, int] = field(factory=_NO_VOTES.copy)
    #: Nouns that told what it is ("airline"), and their concepts.
    descriptors: set[str] = field(factory=set)
    concepts: set[str] = field(factory=set)
    #: A common noun is all its name: "the health office".
    common: bool = False
    #: That noun has no word beside it: "the zoo".
    generic: bool = False
    #: Other forms by which it goes: acronyms, roster aliases, display names.
    aliases: set[str] = field(factory=set)
    #: Source -> where it is mentioned there, and how many of the mentions that counts.
    _places: dict[str, list[int]] = field(factory=dict, init=False)
    _filed: int = field(default=0, init=False)

    @property
    def kind(self) -> EntityKind:
        """The kind that most speaks for; a name that nothing tells of is a body's."""
        votes = self.votes
        person, body, place = votes["person"], votes["organization"], votes["place"]
        if person and person >= body and person >= place:
            return "person"
        return "place" if place > body else "organization"

    def vote(self, votes: Mapping[EntityKind, int]) -> None:
        """Add what speaks for each kind at one more place."""
        for kind, weight in votes.items():
            self.votes[kind] += weight

    @property
    def surname(self) -> str:
        """The last word of a person's name."""
        return self.words[-1]

    def _starts(self, source: str) -> Sequence[int]:
        """Where its mentions in `source` begin, in order.

        Kept, and brought up to date with the mentions added since: were all of them looked through at every
        question, a long text would take the square of its length.
        """
        if len(self.mentions) > self._filed:
            for mention in self.mentions[self._filed :]:
                insort(self._places.setdefault(mention.source, []), mention.span.start)
            self._filed = len(self.mentions)
        return self._places.get(source, ())

    def first(self, source: str, begin: int = 0) -> int:
        """Where it is first mentioned in `source` from `begin` on; beyond every text where it is not."""
        starts = self._starts(source)
        i = bisect_left(starts, begin)
        return starts[i] if i < len(starts) else 1 << 60

    def last_before(self, source: str, offset: int) -> int:
        """Where it was last mentioned in `source` before `offset`, or -1."""
        starts = self._starts(source)
        i = bisect_left(starts, offset)
        return starts[i - 1] if i else -1


class Register:
    """All clusters, found by their words."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._by_words: dict[tuple[str, ...], Cluster] = {}
        self._by_word: dict[str, list[Cluster]] = {}
        #: First letter of a name's first or last word -> its length -> the clusters that have such a one.
        self._by_shape: dict[str, dict[int, list[Cluster]]] = {}

    def __iter__(self) -> Iterator[Cluster]:
        return iter(self.clusters)

    def add(self, cluster: Cluster) -> Cluster:
        """Keep a new cluster."""
        self.clusters.append(cluster)
        self.index(cluster, cluster.words)
        return cluster

    def index(self, cluster: Cluster, words: tuple[str, ...]) -> None:
        """Make a cluster found by one more form of its name."""
        self._by_words.setdefault(words, cluster)
        if len(words) > 1:
            self._by_words.setdefault(core_words(words), cluster)
        for word in words:
            found = self._by_word.setdefault(word, [])
            if cluster not in found:
                found.append(cluster)
        self._shape(words[0], cluster)
        if words[-1] != words[0]:
            self._shape(words[-1], cluster)

    def _shape(self, word: str, cluster: Cluster) -> None:
        self._by_shape.setdefault(word[0], {}).setdefault(len(word), []).append(cluster)

    def merge(self, kept: Cluster, other: Cluster) -> None:
        """Make one cluster of two; the first keeps its name, and what found the other finds it."""
        kept.mentions.extend(other.mentions)
        kept.aliases |= {other.name, *other.aliases}
        kept.roles.extend(other.roles)
        kept.vote(other.votes)
        kept.descriptors |= other.descriptors
        self.clusters.remove(other)
        self._by_words = {words: kept if c is other else c for words, c in self._by_words.items()}
        for word, found in self._by_word.items():
            if other in found:
                self._by_word[word] = [c for c in found if c not in (other, kept)] + [kept]
        for lengths in self._by_shape.values():
            for length, found in lengths.items():
                if other in found:
                    lengths[length] = [c for c in found if c is not other]

    def near(self, word: str) -> list[Cluster]:
        """The clusters of whose first or last word `word` may be a misprint, by first letter and length.

        None where there are so many that a text was made of them.
        """
        lengths, length = self._by_shape.get(word[0]), len(word)
        if not lengths:
            return []
        found: list[Cluster] = []
        for other in range(length - 2, length + 3):
            if other in lengths:
                found += lengths[other]
        if len(found) > 1:
            found = list(dict.fromkeys(found))
        return found if len(found) < _MOST_NEAR else []

    def latest(self) -> list[Cluster]:
        """The clusters added last, as many as an article can have: what is looked through for a reference."""
        return self.clusters[-_MOST_LATEST:]

    def exact(self, words: tuple[str, ...]) -> Cluster | None:
        """The cluster that goes by exactly these words, its legal form or "FC" left out."""
        found = self._by_words.get(words)
        return found if found or len(words) == 1 else self._by_words.get(core_words(words))

    def sharing(self, words: tuple[str, ...]) -> list[Cluster]:
        """The clusters that have one of these words in a form of their name, each once."""
        if len(words) == 1:
            return list(self._by_word.get(words[0], ()))
        found: list[Cluster] = []
        for word in words:
            found += self._by_word.get(word, ())
        return list(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def key_of(name: str) -> tuple[str, ...]:
    """The words of a name as clusters are found by them: no articles, joints and particles.

    >>> key_of("The Port of Málaga"), key_of("Nicole de Moor")
    (('port', 'malaga'), ('nicole', 'moor'))
    """
    if name.isascii() and name.isalpha():
        return (name.lower(),)  # one plain word: half of all
    words = bare(name).replace("’", "'").split()
    small = _small()
    kept = [w.rstrip(".") for w in words if w not in small]
    return tuple(kept or words)


@lru_cache(maxsize=8192)
def core_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name (as `key_of` gives them) without its legal form, its article, its "FC".

    >>> core_words(("harlow", "rangers", "fc"))
    ('harlow', 'rangers')
    """
    return key_of(core(" ".join(words))) if len(words) > 1 else words


@cache
def _small() -> frozenset[str]:
    return load_words("names", "particles") - {"st", "san"} | {
        "the",
        "of",
        "and",
        "&",
        "for",
        "in",
        "on",
        "at",
    }


def contained(words: Sequence[str], other: Sequence[str], body: bool) -> bool:
    """Whether one name is the other with words left out: a body's with its last words, a person's with its
    surname.
    """
    short, long = (words, other) if len(words) <= len(other) else (other, words)
    if len(short) < 2 or not set(short) <= set(long):
        return False
    if body:
        return tuple(short) in (tuple(long[: len(short)]), tuple(long[-len(short) :]))
    return short[-1] == long[-1] and short[0] == long[0]


def end_alike(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two names end in the same given name and surname: "the Romanian Ion Cernat", "GM Ion Cernat".

    >>> end_alike(("romanian", "ion", "cernat"), ("gm", "ion", "cernat")), end_alike(("ion", "cernat"), ("cernat",))
    (True, False)
    """
    return len(first) > 1 and len(second) > 1 and first[-2:] == second[-2:]

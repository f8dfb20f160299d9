"""Who is who in the prose: the names of one article, gathered into clusters.

News prose names a person in full once and by the surname afterwards, so a bare surname belongs to the full
name that has it. Full names are gathered first, then what refers back to them.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.lexicons import load_words
from reconcile.model import Mention
from reconcile.names.accepted import accepted, sure_among_nouns
from reconcile.names.cluster import PROSE, Cluster, Register, contained, key_of
from reconcile.names.compare import compare_names
from reconcile.names.kinds import judge, stands_as_place
from reconcile.names.likeness import misprint, misprinted_word
from reconcile.names.mentions import Name, read_names
from reconcile.names.prose_bodies import gather_bodies
from reconcile.names.vocabulary import read_vocabulary
from reconcile.patterns import lazy_regex

#: Of shorter words, letters at the ends tell little.
_SHORT = 3
_ACRONYM_AFTER = lazy_regex(r" \(\s?\Z")


def gather_prose(prose: str, supported: frozenset[str], language: str | None = None) -> Register:
    """The clusters of the prose; `supported` are words that are names in the evidence."""
    register = Register()
    names = accepted(prose, supported)
    if language in load_words("names", "noun_capitals"):
        names = sure_among_nouns(prose, names)
    keyed = [(name, key_of(name.text)) for name in names]
    for name, words in keyed:
        if len(words) > 1:
            _place(prose, register, name, words, _among_full(register, prose, name, words))
    for name, words in keyed:
        if len(words) == 1:
            _place(prose, register, name, words, _referred(register, prose, name, words))
    _tell_bodies_by_places(register)
    _join_acronyms(prose, register, names)
    gather_bodies(prose, register)
    if language in (None, "en"):
        _take_misprints(prose, register, names, supported)
    if language not in load_words("names", "noun_capitals"):
        _join_misprints(register, supported)
    return register


def _take_misprints(prose: str, register: Register, names: Sequence[Name], supported: frozenset[str]) -> None:
    """Take a sentence's first word for a surname misprinted: nobody else bears it, and somebody nearly
    does.
    """
    kept = {id(name) for name in names}
    plain = read_vocabulary(prose)
    for name in read_names(prose):
        if len(name.words) != 1 or id(name) in kept or plain.has_plain(name.words[0]):
            continue
        word = name.words[0]
        cluster = misprint(register, word, name, prose) or misprinted_word(register, word, supported)
        if cluster:
            cluster.mentions.append(Mention(PROSE, name.span, name.text, "name"))


def _tell_bodies_by_places(register: Register) -> None:
    """Take "Wir Brunn" for a body where the text has Brunn as a place: no person is called so."""
    places = {c.words[0] for c in register if len(c.words) == 1 and c.kind == "place"}
    for cluster in register:
        if (
            cluster.kind == "person"
            and len(cluster.words) > 1
            and places & {cluster.words[0], cluster.words[-1]}
        ):
            cluster.votes["organization"] += cluster.votes["place"] + 4


def _join_misprints(register: Register, supported: frozenset[str]) -> None:
    """Join the places and bodies of one word that are another one's name, misprinted."""
    for cluster in list(register):
        if len(cluster.words) == 1 and not cluster.common:
            other = misprinted_word(register, cluster.words[0], supported)
            if other and other is not cluster:
                register.merge(other, cluster)


def _place(
    prose: str, register: Register, name: Name, words: tuple[str, ...], cluster: Cluster | None
) -> None:
    """Put a name into its cluster, or into one of its own."""
    if cluster is None:
        cluster = register.add(Cluster(name.text, words, in_prose=True))
    elif len(words) > len(cluster.words) and not cluster.common:
        cluster.name, cluster.words = name.text, words
        register.index(cluster, words)
    elif len(words) > 1:
        register.index(cluster, words)
    cluster.vote(judge(prose, name))
    cluster.mentions.append(Mention(PROSE, name.span, name.text, "name"))


def _among_full(register: Register, prose: str, name: Name, words: tuple[str, ...]) -> Cluster | None:
    """The cluster of a name of several words: the same words, a variant of them, or a misprint."""
    cluster = register.exact(words)
    if cluster:
        return cluster
    for other in register.sharing(words):
        if contained(words, other.words, name.body or other.votes["organization"] > 3):
            return other
        if other.votes["organization"] > 3 or name.body or _plainly_two(words, other.words):
            continue
        found = compare_names(name.text, other.name)
        if found.same and not _together(prose, other, name):
            return other
    return None


def _plainly_two(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names share a given name and have surnames that neither begin nor end alike: no spelling and
    no slip makes one of them, and most names that share a word are such.
    """
    if len(words) != 2 or len(other) != 2 or words[0] != other[0]:
        return False
    a, b = words[1], other[1]
    return min(len(a), len(b)) > _SHORT and a[0] != b[0] and a[-1] != b[-1]


def _together(prose: str, cluster: Cluster, name: Name) -> bool:
    """Whether a name stands in one sentence with a mention of the cluster: two people, however alike."""
    for mention in cluster.mentions:
        first, last = sorted((mention.span.start, name.start))
        if last - first < 200 and not _SENTENCE_END.search(prose, first, last):
            return True
    return False


_SENTENCE_END = lazy_regex(r"[.!?][\"”]?\s+\p{Lu}|\n")


def _referred(register: Register, prose: str, name: Name, words: tuple[str, ...]) -> Cluster | None:
    """The cluster that a single word refers to: a person by the surname, a body by its first word."""
    found = register.exact(words)
    if found:
        return found
    word = words[0]
    sharing = register.sharing(words)
    plural = name.article and name.text.endswith("s")
    persons = [c for c in sharing if c.kind == "person" and word in (c.surname, c.words[0])]
    if persons and not plural:
        by_name = name.dateline or stands_as_place(prose, name.start, surely=True)
        if not by_name:
            return one_of(persons, word, prose, name)
    bodies = [
        c for c in sharing if c.kind == "organization" and not c.common and word in (c.words[0], c.words[-1])
    ]
    if len(bodies) == 1:
        as_place = name.dateline or stands_as_place(prose, name.start)
        if not as_place and not _used_as_place(prose, name.words):
            return bodies[0]
    if plural or name.acronym:
        return None
    return misprint(register, word, name, prose)


def one_of(persons: list[Cluster], word: str, prose: str, name: Name) -> Cluster:
    """Of the persons who share a name, the one meant: by surname before given name, by title, named last."""
    by_surname = [c for c in persons if c.surname == word] or persons
    if name.title and len(by_surname) > 1:
        title = name.title.of(prose).lower()
        by_surname = [c for c in by_surname if any(t in title for t in c.titles)] or by_surname
    return max(by_surname, key=lambda c: c.last_before(PROSE, name.start))


def _used_as_place(prose: str, words: tuple[str, ...]) -> bool:
    """Whether the words stand as a place somewhere in the text, so that no body can be meant by them alone."""
    same = [n for n in read_names(prose) if n.words == words]
    return any(n.dateline or stands_as_place(prose, n.start) for n in same)


def _join_acronyms(prose: str, register: Register, names: Sequence[Name]) -> None:
    """Join "Foreign Office (FO)": an acronym in brackets right behind the name that it shortens."""
    ends = {n.end: n for n in names}
    for name in names:
        if not name.acronym:
            continue
        before = ends.get(name.start - 2)
        acronym = register.exact(key_of(name.text))
        if before and _ACRONYM_AFTER.search(prose, name.start - 2, name.start) and acronym:
            full = register.exact(key_of(before.text))
            if full and full is not acronym:
                register.merge(full, acronym)

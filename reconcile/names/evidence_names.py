"""Who of the prose is named in the posts and releases, and who is named only there."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Mention, Post, Release, Span
from reconcile.names.accepted import accepted, is_demonym
from reconcile.names.bodies import concepts_of, legal_forms
from reconcile.names.cluster import Cluster, Register, contained, core_words, key_of
from reconcile.names.common_bodies import read_common_bodies
from reconcile.names.compare import compare_names
from reconcile.names.countries import cities, known_places
from reconcile.names.kinds import judge
from reconcile.names.likeness import is_slip, same_usage, surname_slip
from reconcile.names.mentions import Name, read_names
from reconcile.names.name_kind import is_given_name
from reconcile.patterns import lazy_regex

#: Two names that share a word and nothing else speaks for are one from this likeness on.
_LIKE = 0.5
#: From so many votes on, a word of the prose names a body.
_A_BODY = 3
#: Of one word alone, a body is known again only where it is longer.
_SHORT = 5


def words_in_evidence(posts: Sequence[Post], releases: Sequence[Release]) -> frozenset[str]:
    """The words that are surely names in the evidence: they bear out capitals of the prose."""
    words: set[str] = set()
    for text in _texts(posts, releases).values():
        words.update(w for name in read_names(text) if not name.weak or _told(text, name) for w in name.words)
    for shown in [p.author_name for p in posts] + [r.issuer for r in releases]:
        words.update(key_of(shown or ""))
    return frozenset(words)


def gather_evidence(register: Register, posts: Sequence[Post], releases: Sequence[Release]) -> None:
    """Add what the posts' bodies and the releases name."""
    texts = _texts(posts, releases)
    attested = frozenset(key_of(name.text) for text in texts.values() for name in read_names(text))
    for source, text in texts.items():
        strong = {w for name in read_names(text) if not name.weak for w in name.words}
        sure = {id(name) for name in accepted(text, frozenset())}
        for name in read_names(text):
            if is_demonym(name, strong):
                continue
            _take(register, source, text, name, attested, sure=id(name) in sure)
        _take_bodies(register, source, text)


def _texts(posts: Sequence[Post], releases: Sequence[Release]) -> dict[str, str]:
    texts = {p.id: p.text for p in posts if p.text}
    return texts | {r.id: r.text for r in releases if r.text}


def _take(
    register: Register,
    source: str,
    text: str,
    name: Name,
    attested: frozenset[tuple[str, ...]],
    *,
    sure: bool,
) -> None:
    """Put one name of the evidence into the cluster that it belongs to, or into one of its own."""
    cluster = same_as(register, name, attested, sure=sure or _told(text, name))
    if cluster is None:
        if not sure or name.weak or (name.acronym and not name.dateline):
            return
        cluster = register.add(Cluster(name.text, key_of(name.text), in_prose=False))
    elif not cluster.in_prose and len(key_of(name.text)) > len(cluster.words):
        cluster.name, cluster.words = name.text, key_of(name.text)
        register.index(cluster, cluster.words)
    cluster.vote(judge(text, name))
    if name.title:
        cluster.titles.add(name.title.of(text).lower())
    cluster.mentions.append(Mention(source, name.span, name.text, "name"))


def _short_form(cluster: Cluster, words: tuple[str, ...]) -> bool:
    """Whether the prose calls a body by the first word of its full name: "Vestfjell" for "Vestfjell Line"."""
    if not cluster.in_prose or cluster.kind != "organization" or cluster.words != words[:1]:
        return False
    return all(concepts_of(word) or word in legal_forms() for word in words[1:])


def _surname_alone(
    register: Register, words: tuple[str, ...], name: Name, attested: frozenset[tuple[str, ...]]
) -> Cluster | None:
    """What the prose calls by a word that is the surname of just one person of the evidence: "Holm said"."""
    if name.body or name.acronym or not (name.title or name.addressed or is_given_name(words[0])):
        return None
    if sum(other[-1] == words[-1] for other in attested if len(other) > 1) != 1:
        return None
    fitting = [
        c
        for c in register.sharing(words[-1:])
        if c.in_prose and c.words == words[-1:] and not c.common and not c.votes["place"]
    ]
    return fitting[0] if len(fitting) == 1 and fitting[0].votes["organization"] < _A_BODY else None


def _told(text: str, name: Name) -> bool:
    """Whether a sentence's first word is a name for sure: a possessive, a dateline, a word that comes
    again.
    """
    return name.possessive or bool(_DATED.match(text, name.end)) or text.count(name.text) > 1


_DATED = lazy_regex(r",? [–—-]|, \d")


def same_as(
    register: Register, name: Name, attested: frozenset[tuple[str, ...]], *, sure: bool
) -> Cluster | None:
    """The cluster that a name of the evidence belongs to, its misprints in the prose included.

    `attested` are the names that the evidence prints: what it prints itself is no misprint of another name.
    """
    words = key_of(name.text)
    found = register.exact(words)
    if found:
        return found
    if len(words) == 1:
        return _single(register, words[0], name, attested, sure)
    likes = [(likeness(name, c, attested), c) for c in register.sharing(words)]
    best = max((like for like, _ in likes), default=0.0)
    fitting = [c for like, c in likes if like == best]
    if best > 0:
        return fitting[0] if len(fitting) == 1 else None
    short = [c for c in register.sharing(words[:1]) if _short_form(c, words)]
    if len(short) == 1:
        return short[0]
    surname = _surname_alone(register, words, name, attested)
    if surname:
        return surname
    return _misprinted_first(register, words[0], attested)


def likeness(name: Name, cluster: Cluster, attested: frozenset[tuple[str, ...]]) -> float:
    """How surely a name of several words is the cluster's, 0 to 1; 0 where it is another's."""
    words = key_of(name.text)
    body = name.body or cluster.kind == "organization"
    if contained(words, cluster.words, body):
        return 0.9
    if cluster.words in attested:
        return 0.0
    if body or len(cluster.words) < 2:
        return one_slip(words, cluster.words) if body else 0.0
    found = compare_names(name.text, cluster.name)
    if found.same and found.score >= _LIKE:
        return found.score
    return one_slip(words, cluster.words) or (0.65 if surname_slip(words, cluster.words) else 0.0)


def one_slip(words: tuple[str, ...], other: tuple[str, ...]) -> float:
    """A name is another's misprint where all words but one are equal and that one is a slip; how surely."""
    words, other = core_words(words), core_words(other)
    if len(words) != len(other):
        return 0.0
    unequal = [(a, b) for a, b in zip(words, other, strict=True) if a != b and not same_usage(a, b)]
    if not unequal:
        return 0.85
    return 0.7 if len(unequal) == 1 and is_slip(*unequal[0]) else 0.0


def _single(
    register: Register, word: str, name: Name, attested: frozenset[tuple[str, ...]], sure: bool
) -> Cluster | None:
    """The cluster that a single word of the evidence names: by surname, by first word, or misprinted in the
    prose.
    """
    sharing = register.sharing((word,))
    persons = [c for c in sharing if c.kind == "person" and c.surname == word]
    if not persons:
        persons = [c for c in sharing if c.kind == "person" and c.words[0] == word and not name.dateline]
    if persons:
        return persons[0] if len(persons) == 1 else None
    if word in cities():
        city = cities()[word]
        same = [c for c in register.latest() if len(c.words) == 1 and cities().get(c.words[0]) == city]
        if same:
            return same[0]
    if name.acronym or (name.weak and not sure):
        return None
    near = [c for c in register.near(word) if c.in_prose and c.words not in attested and _slip_of(c, word)]
    return near[0] if len(near) == 1 else None


def _slip_of(cluster: Cluster, word: str) -> bool:
    """Whether a cluster of the prose is called by a word that is a slip of `word`."""
    if cluster.common:
        return False
    if cluster.kind == "person":
        return is_slip(word, cluster.surname)
    if len(cluster.words) > 1 or not is_slip(word, cluster.words[0]):
        return False
    return not (word in known_places() and cluster.words[0] in known_places())


def _misprinted_first(register: Register, word: str, attested: frozenset[tuple[str, ...]]) -> Cluster | None:
    """The body that the prose calls by one word, a slip away from the first one here: "Milkera", "Milkora
    Orsby".
    """
    near = [
        c
        for c in register.near(word)
        if c.in_prose
        and c.kind == "organization"
        and len(c.words) == 1
        and not c.common
        and c.words not in attested
        and is_slip(word, c.words[0])
    ]
    return near[0] if len(near) == 1 and len(word) > _SHORT else None


def _take_bodies(register: Register, source: str, text: str) -> None:
    """Add the places where the evidence calls a body of the prose by the same common noun."""
    for body in read_common_bodies(text):
        cluster = None if body.generic else register.exact(key_of(body.text))
        if cluster and cluster.kind == "organization":
            cluster.mentions.append(Mention(source, body.span, body.text, "name"))


def add_issuers(register: Register, releases: Sequence[Release]) -> None:
    """Make every release's issuer an entity that bears the issuer's name, the one of the prose where it is
    there.
    """
    for release in releases:
        issuer = release.issuer or ""
        words = key_of(issuer)
        if not words:
            continue
        cluster = register.exact(words) or _body_like(register, words)
        if cluster is None:
            cluster = register.add(Cluster(issuer, words, in_prose=False))
        cluster.votes["organization"] += 3
        at = release.text.find(issuer)
        if at >= 0:
            cluster.mentions.append(Mention(release.id, Span(at, at + len(issuer)), issuer, "name"))


def _body_like(register: Register, words: tuple[str, ...]) -> Cluster | None:
    """The one body of the prose whose name the issuer's holds, or that holds it: "Vestfjell" for "Vestfjell
    Line".
    """
    fitting = [
        c
        for c in register.sharing(words)
        if c.kind == "organization"
        and c.in_prose
        and (
            contained(words, c.words, True) or (len(c.words) == 1 and c.words[0] == words[0] and not c.common)
        )
    ]
    return fitting[0] if len(fitting) == 1 else None

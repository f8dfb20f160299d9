"""Who of the prose is named in the posts and releases, and who is named only there."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Mention, Post, Release
from reconcile.names.bodies import read_common_bodies
from reconcile.names.cluster import Cluster, Register, key_of
from reconcile.names.compare import compare_names
from reconcile.names.kinds import judge
from reconcile.names.likeness import is_slip
from reconcile.names.mentions import Name, read_names
from reconcile.names.prose_names import accepted, contained, is_demonym

#: Two names that share a word and nothing else speaks for are one from this likeness on.
_LIKE = 0.5
#: With the same title or the same place in the sentence, less is enough.
_LIKE_WITH_TITLE = 0.3


def words_in_evidence(posts: Sequence[Post], releases: Sequence[Release]) -> frozenset[str]:
    """The words that are surely names in the evidence: they bear out capitals of the prose."""
    words: set[str] = set()
    for text in _texts(posts, releases).values():
        words.update(w for name in read_names(text) if not name.weak for w in name.words)
    for shown in [p.author_name for p in posts] + [r.issuer for r in releases]:
        words.update(key_of(shown or ""))
    return frozenset(words)


def gather_evidence(register: Register, posts: Sequence[Post], releases: Sequence[Release]) -> None:
    """Add what the posts' bodies and the releases name."""
    for source, text in _texts(posts, releases).items():
        strong = {w for name in read_names(text) if not name.weak for w in name.words}
        sure = {id(name) for name in accepted(text, frozenset())}
        for name in read_names(text):
            if is_demonym(name, strong):
                continue
            _take(register, source, text, name, id(name) in sure)
        _take_bodies(register, source, text)


def _texts(posts: Sequence[Post], releases: Sequence[Release]) -> dict[str, str]:
    texts = {p.id: p.text for p in posts if p.text}
    return texts | {r.id: r.text for r in releases if r.text}


def _take(register: Register, source: str, text: str, name: Name, sure: bool) -> None:
    """Put one name of the evidence into the cluster that it belongs to, or into one of its own."""
    cluster = same_as(register, text, name)
    if cluster is None:
        if not sure or name.weak or (name.acronym and not name.dateline):
            return
        cluster = register.add(Cluster(name.text, key_of(name.text), in_prose=False))
    elif not cluster.in_prose and len(key_of(name.text)) > len(cluster.words):
        cluster.name, cluster.words = name.text, key_of(name.text)
        register.index(cluster, cluster.words)
    cluster.votes.update(judge(text, name))
    if name.title:
        cluster.titles.add(name.title.of(text).lower())
    cluster.mentions.append(Mention(source, name.span, name.text, "name"))


def same_as(register: Register, text: str, name: Name) -> Cluster | None:
    """The cluster that a name of the evidence belongs to, its misprints in the prose included."""
    words = key_of(name.text)
    found = register.exact(words)
    if found:
        return found
    if len(words) == 1:
        return _single(register, words[0], name)
    title = name.title.of(text).lower() if name.title else ""
    likes = [(likeness(name, c, title), c) for c in register.sharing(words)]
    best = max((like for like, _ in likes), default=0.0)
    fitting = [c for like, c in likes if like == best]
    if best > 0 and len(fitting) == 1:
        return fitting[0]
    return _misprinted_whole(register, words) if not fitting or best == 0 else None


def likeness(name: Name, cluster: Cluster, title: str = "") -> float:
    """How surely a name of several words is the cluster's, 0 to 1; 0 where it is another's."""
    words = key_of(name.text)
    body = name.body or cluster.kind == "organization"
    if contained(words, cluster.words, body):
        return 0.9
    if body or len(cluster.words) < 2:
        return _body_likeness(words, cluster.words) if body else 0.0
    found = compare_names(name.text, cluster.name)
    if found.same and found.score >= _LIKE:
        return found.score
    slip = found.kind == "different" and found.score >= _LIKE_WITH_TITLE
    return found.score if slip and title and title in cluster.titles else 0.0


def _body_likeness(words: tuple[str, ...], other: tuple[str, ...]) -> float:
    """A body's name is another's misprint where all words but one are equal and that one is a slip."""
    if len(words) != len(other):
        return 0.0
    unequal = [(a, b) for a, b in zip(words, other, strict=True) if a != b]
    return 0.7 if len(unequal) == 1 and is_slip(*unequal[0]) else 0.0


def _single(register: Register, word: str, name: Name) -> Cluster | None:
    """The cluster that a single word of the evidence names: by surname, by first word, or misprinted in the prose."""
    sharing = register.sharing((word,))
    persons = [c for c in sharing if c.kind == "person" and c.surname == word]
    if persons:
        return persons[0] if len(persons) == 1 else None
    if name.weak:
        return None
    near = [
        c for c in register if c.in_prose and len(c.words) == 1 and not c.common and is_slip(word, c.words[0])
    ]
    return near[0] if len(near) == 1 and not name.acronym else None


def _misprinted_whole(register: Register, words: tuple[str, ...]) -> Cluster | None:
    """The person of the prose whose every word is a slip away: "Lea Brant" for "Leah Brandt"."""
    near = [
        c
        for c in register
        if c.in_prose
        and len(c.words) == len(words)
        and all(a == b or is_slip(a, b) for a, b in zip(c.words, words, strict=True))
    ]
    return near[0] if len(near) == 1 else None


def _take_bodies(register: Register, source: str, text: str) -> None:
    """Add the places where the evidence calls a body of the prose by the same common noun."""
    for body in read_common_bodies(text):
        cluster = None if body.generic else register.exact(key_of(body.text))
        if cluster and cluster.kind == "organization":
            cluster.mentions.append(Mention(source, body.span, body.text, "name"))

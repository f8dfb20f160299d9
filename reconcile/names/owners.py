"""Whose the accounts are: every handle of the posts and the prose goes to one entity.

What an account calls itself is held against the names of the prose first, then the letters of its handle; a
body is found by what kind of body it is ("Feuerwehr Neuburg" beside "the fire brigade"). What fits nobody
makes an entity of its own, named as it calls itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen

from reconcile.model import Account, KnownName, Mention, Post
from reconcile.names.bodies import club_forms, concepts_of, trades, wider
from reconcile.names.capitals import read_capitals
from reconcile.names.cluster import Cluster, Register, core_words, key_of
from reconcile.names.compare import compare_names
from reconcile.names.described import described_body, place_words, read_signs
from reconcile.names.handles import HandleMatch, resolve_handle
from reconcile.names.holders import read_offices
from reconcile.names.likeness import is_slip
from reconcile.names.offices import fields
from reconcile.patterns import lazy_regex
from reconcile.text import bare

_NO_LETTERS = lazy_regex(r"[^\p{L}\p{M}\p{N}\s'’.&-]++")
_HANDLE_WORD = lazy_regex(r"\p{Lu}{2,}+(?!\p{Ll})|\p{Lu}?\p{Ll}++|\p{Lu}++|\d++")
#: Who speaks for a state in its own name: the account is the land's where the prose has no such body.
_STATE = frozenset({"foreign_ministry", "government"})
#: No page shows so many accounts: those beyond them stay by themselves.
_MOST_ACCOUNTS = 200
#: Of fewer letters an acronym may be anything.
_ACRONYM = 3
#: The first letters of a word that an account must have for its name to be tried.
_HINT = 3
#: A longer word counts as covered where the other is a slip away.
_LONG_WORD = 5
#: Roles of a handle's parts that leave nothing open beside a place's name.
_PLAIN_ROLES = frozenset({"word", "given", "family", "middle", "digits", "country", "particle"})


@frozen
class Holder:
    """An account as the documents show it."""

    platform: str
    handle: str
    #: What it calls itself, or None where it is only mentioned.
    shown: str | None
    #: Titles that stood before it in a post: "Senator @allessiaclaes".
    titles: tuple[str, ...] = ()
    #: Where the prose prints the handle in brackets behind a name, that name's end.
    behind: int | None = None


def find_owners(register: Register, prose: str, posts: Sequence[Post], roster: Sequence[KnownName]) -> None:
    """Give every account of the documents to a cluster, and add the mentions of its handle."""
    holders = _accounts(prose, posts)
    if not holders:
        return
    claimed: dict[str, Cluster] = {}
    mentions = _handle_mentions(prose, posts)
    candidates = [c for c in register.latest() if c.in_prose or c.kind == "person"]
    places = place_words(candidates)
    for n, holder in enumerate(holders):
        cluster = _rostered(register, holder, roster)
        if cluster is None and n < _MOST_ACCOUNTS:
            cluster = _owner(register, candidates, places, holder)
        if cluster is None:
            cluster = register.add(_own_cluster(holder))
        cluster.accounts.append(Account(holder.platform, holder.handle))
        if holder.shown:
            cluster.aliases.add(shown_words(holder.shown))
        claimed[holder.handle.casefold()] = cluster
    for mention in mentions:
        owner = claimed.get(mention.text.lstrip("@").casefold())
        if owner:
            owner.mentions.append(mention)


def _accounts(prose: str, posts: Sequence[Post]) -> list[Holder]:
    """Every account once: the posts' authors, then those mentioned in posts, then those in the prose."""
    found: dict[str, Holder] = {}
    platform = posts[0].platform if posts else "x"
    for post in posts:
        if post.handle:
            found.setdefault(post.handle.casefold(), Holder(post.platform, post.handle, post.author_name))
    for post in posts:
        titles = _titles_before(post.text or "")
        for span, handle in read_capitals(post.text or "").handles:
            title = titles.get(span.start)
            found.setdefault(
                handle.casefold(), Holder(post.platform, handle, None, (title,) if title else ())
            )
    for span, handle in read_capitals(prose).handles:
        if not _misprinted(handle, found):
            bracketed = prose[max(0, span.start - 2) : span.start] == " ("
            holder = found.get(handle.casefold(), Holder(platform, handle, None))
            found[handle.casefold()] = evolve(holder, behind=span.start - 2) if bracketed else holder
    return list(found.values())


def _misprinted(handle: str, known: dict[str, Holder]) -> bool:
    """Whether a handle of the prose is one of the evidence's, misspelt: it is no account of its own."""
    if handle.casefold() in known or len(known) > _MOST_ACCOUNTS:
        return False
    return any(is_slip(handle.casefold(), other) for other in known)


def _titles_before(text: str) -> dict[int, str]:
    """Where a handle begins -> the canonical title that stands before it."""
    return {
        o.holder.start: o.title.name for o in read_offices(text) if o.holder and text[o.holder.start] == "@"
    }


def _handle_mentions(prose: str, posts: Sequence[Post]) -> list[Mention]:
    texts = {"document": prose} | {p.id: p.text or "" for p in posts}
    return [
        Mention(source, span, span.of(text), "handle")
        for source, text in texts.items()
        for span, _ in read_capitals(text).handles
    ]


def _rostered(register: Register, holder: Holder, roster: Sequence[KnownName]) -> Cluster | None:
    """The cluster of the known name that the roster gives the account to."""
    for known in roster:
        if any(a.handle.casefold() == holder.handle.casefold() for a in known.accounts):
            for name in (known.name, *known.aliases):
                cluster = register.exact(key_of(name))
                if cluster:
                    return cluster
            cluster = Cluster(known.name, key_of(known.name), in_prose=False)
            cluster.votes[known.kind] += 9
            return register.add(cluster)
    return None


def _owner(
    register: Register, candidates: Sequence[Cluster], places: frozenset[str], holder: Holder
) -> Cluster | None:
    if holder.behind is not None:
        for named in candidates:
            if any(m.source == "document" and m.span.end == holder.behind for m in named.mentions):
                return named
    shown = shown_words(holder.shown or "")
    signs = read_signs(holder.handle, shown)
    cluster = _by_shown(register, shown) or described_body(candidates, signs, places, generic=False)
    cluster = cluster or _by_acronym(candidates, shown)
    if cluster:
        return cluster
    match, cluster = _by_letters(candidates, holder, shown)
    if cluster and cluster.kind != "person" and len(cluster.words) == 1 and not cluster.common:
        # "Tolm Observatory" is the observatory, where the prose has one, before it is Tolm.
        cluster = described_body(candidates, signs, places | {cluster.words[0]}, generic=True) or cluster
    whole = cluster is not None and len(cluster.words) > 1 and cluster.kind != "place"
    if cluster and (cluster.kind == "person" or whole or _says_no_more(match, cluster)):
        return cluster
    cluster = _by_surname_and_place(candidates, signs.words, places)
    if cluster:
        return cluster
    return _by_title(candidates, holder) or described_body(candidates, signs, places, generic=True)


@lru_cache(maxsize=256)
def shown_words(shown: str) -> str:
    """What an account calls itself without flags, emoji and ornaments."""
    return " ".join(_NO_LETTERS.sub(" ", shown).split())


def _by_shown(register: Register, shown: str) -> Cluster | None:
    """The cluster whose name the account bears, word for word or as a variant."""
    if not shown:
        return None
    words = key_of(shown)
    cluster = register.exact(words)
    if cluster:
        return cluster if cluster.kind != "place" else None
    for other in register.sharing(words):
        if other.kind == "person" and len(other.words) > 1 and compare_names(shown, other.name).same:
            return other
    spelt = core_words(words)
    near = [c for c in register.near(spelt[0]) if c.in_prose and not c.common and _misprints(c, spelt)]
    return near[0] if len(near) == 1 else None


def _by_acronym(candidates: Sequence[Cluster], shown: str) -> Cluster | None:
    """The one body of the prose whose acronym an account's name begins with: "NWS Paloma", its local office."""
    acronym = shown.partition(" ")[0]
    if len(acronym) < _ACRONYM or not (acronym.isalpha() and acronym.isupper()):
        return None
    letters = acronym.lower()
    fitting = [
        c
        for c in candidates
        if c.in_prose
        and c.kind == "organization"
        and not c.common
        and _initials(" ".join(c.words)) == letters
    ]
    return fitting[0] if len(fitting) == 1 else None


def _misprints(cluster: Cluster, spelt: tuple[str, ...]) -> bool:
    """Whether the prose's name is the one that the account shows but for a slip in one word."""
    printed = core_words(cluster.words)
    if len(printed) != len(spelt):
        return False
    unequal = [(a, b) for a, b in zip(printed, spelt, strict=True) if a != b]
    return len(unequal) == 1 and is_slip(*unequal[0])


def _by_letters(
    among: Sequence[Cluster], holder: Holder, shown: str
) -> tuple[HandleMatch | None, Cluster | None]:
    """The cluster whose name explains the letters of the handle."""
    candidates: dict[str, Cluster] = {}
    letters = bare(f"{holder.handle} {shown}")
    for cluster in among:
        if _hinted(cluster, letters):
            candidates.setdefault(cluster.name, cluster)
    if not candidates:
        return None, None
    match = resolve_handle(holder.handle, list(candidates), display_name=shown or None)
    return match, candidates.get(match.name) if match.name else None


def _hinted(cluster: Cluster, letters: str) -> bool:
    """Whether a name can be read out of an account's letters at all: by a word's beginning, or by its
    initials.
    """
    for word in cluster.words:
        if len(word) >= _HINT and word[:_HINT] in letters:
            return True
    initials = _initials(cluster.name)
    return len(initials) > 1 and initials in letters


@lru_cache(maxsize=4096)
def _initials(name: str) -> str:
    return "".join([w[0] for w in bare(name).split()])


def _says_no_more(match: HandleMatch | None, cluster: Cluster) -> bool:
    """Whether what stands in a handle beside a place's or a body's name makes no other body of it.

    A club's "FC" and the like may stand beside any name. Beside a body's, what stands behind it may be the
    place ("nordnetz_kelva"); what stands before it, or names a kind of body, must be its own ("flyzephyr").
    """
    if match is None:
        return False
    rest = [(i, bare(p.text).strip("_-. ")) for i, p in enumerate(match.parts) if p.role not in _PLAIN_ROLES]
    first = next((i for i, p in enumerate(match.parts) if p.role in _PLAIN_ROLES), 0)
    own = {wide for concept in cluster.concepts or concepts_of(cluster.name) for wide in wider(concept)}
    for i, word in rest:
        if not word or word in club_forms() or word in ("official", "the"):
            continue
        kinds = {wide for concept in concepts_of(word) for wide in wider(concept)}
        if kinds & _STATE or (len(cluster.words) > 1 and word in trades()):
            continue
        if cluster.kind == "place" or (kinds and not kinds & own) or word in fields():
            return False
        if i < first and not kinds and len(word) > _HINT:
            return False
    return True


def _by_surname_and_place(
    candidates: Sequence[Cluster], words: Sequence[str], places: frozenset[str]
) -> Cluster | None:
    """The one person of the prose whose surname an account bears beside a place of the prose: "Moss Ostra"."""
    own = {word for word in words if word not in places}
    if not own or len(own) == len(words):
        return None
    fitting = [
        c
        for c in candidates
        if c.in_prose and c.kind == "person" and not c.common and c.surname in own and own <= set(c.words)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _by_title(candidates: Sequence[Cluster], holder: Holder) -> Cluster | None:
    """The one person of the prose who bears the title that stood before the handle."""
    if not holder.titles:
        return None
    fitting = [
        c
        for c in candidates
        if c.in_prose and c.kind == "person" and not c.accounts and set(holder.titles) & c.titles
    ]
    return fitting[0] if len(fitting) == 1 else None


def _own_cluster(holder: Holder) -> Cluster:
    """The entity of an account whose owner the prose does not name."""
    name = shown_words(holder.shown or "") or holder.handle
    cluster = Cluster(name, key_of(name), in_prose=False)
    concepts = read_signs(holder.handle, name).concepts
    cluster.concepts |= concepts
    two_names = 1 < len(name.split()) <= 3 and not concepts and holder.shown is not None
    cluster.votes["person" if two_names else "organization"] += 3
    return cluster

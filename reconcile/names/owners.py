"""Whose the accounts are: every handle of the posts and the prose goes to one entity.

What an account calls itself is held against the names of the prose first, then the letters of its handle; a body
is found by what kind of body it is ("Feuerwehr Aldheim" beside "the fire brigade"). What fits nobody makes an
entity of its own, named as it calls itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex
from attrs import evolve, frozen

from reconcile.lexicons import load_groups, load_words
from reconcile.model import Account, KnownName, Mention, Post, Span
from reconcile.names.bodies import club_forms, concepts_of, is_concept, legal_forms
from reconcile.names.capitals import read_capitals
from reconcile.names.cluster import Cluster, Register, key_of
from reconcile.names.compare import compare_names
from reconcile.names.countries import cities, countries
from reconcile.names.handles import HandleMatch, resolve_handle
from reconcile.names.holders import read_offices
from reconcile.names.likeness import is_slip
from reconcile.names.offices import fields, office_words
from reconcile.text import bare

_NO_LETTERS = regex.compile(r"[^\p{L}\p{M}\p{N}\s'’.&-]++")
_HANDLE_WORD = regex.compile(r"\p{Lu}{2,}+(?!\p{Ll})|\p{Lu}?\p{Ll}++|\p{Lu}++|\d++")
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
    claimed: dict[str, Cluster] = {}
    mentions = _handle_mentions(prose, posts)
    for holder in _accounts(prose, posts):
        cluster = _rostered(register, holder, roster) or _owner(register, holder)
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
    return handle.casefold() not in known and any(is_slip(handle.casefold(), other) for other in known)


def _titles_before(text: str) -> dict[int, str]:
    """Where a handle begins -> the canonical title that stands before it."""
    return {
        o.holder.start: o.title.name for o in read_offices(text) if o.holder and text[o.holder.start] == "@"
    }


def _handle_mentions(prose: str, posts: Sequence[Post]) -> list[Mention]:
    texts = {"document": prose} | {p.id: p.text or "" for p in posts}
    return [
        Mention(source, Span(span.start, span.end), span.of(text), "handle")
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


def _owner(register: Register, holder: Holder) -> Cluster | None:
    if holder.behind is not None:
        for named in register:
            if any(m.source == "document" and m.span.end == holder.behind for m in named.mentions):
                return named
    shown = shown_words(holder.shown or "")
    cluster = _by_shown(register, shown) or _by_body(register, holder, shown, generic=False)
    if cluster:
        return cluster
    match, cluster = _by_letters(register, holder, shown)
    if cluster and (cluster.kind != "place" or _says_no_more(match)):
        return cluster
    return _by_title(register, holder) or _by_body(register, holder, shown, generic=True)


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
    return None


def account_words(holder: Holder, shown: str) -> tuple[str, ...]:
    """The words of an account: those it shows, else those that its handle parts by capitals and marks."""
    if shown:
        return key_of(shown)
    local = holder.handle.partition("@")[0]
    local = local.removesuffix(".bsky.social")
    return tuple(bare(w) for w in _HANDLE_WORD.findall(local))


def _by_body(register: Register, holder: Holder, shown: str, *, generic: bool) -> Cluster | None:
    """The body of the prose that the account's words describe: by its kind, its field, its place.

    `generic` asks for those of which the prose has nothing but the noun: "the zoo".
    """
    words = account_words(holder, shown)
    handled = account_words(holder, "")
    places = _place_words(register)
    scored = [
        (score, c)
        for c in register
        if c.in_prose and c.generic == generic and c.kind == "organization" and (score := _body_score(c, words, handled, places)) > 0
    ]
    best = max((s for s, _ in scored), default=0)
    fitting = [c for s, c in scored if s == best]
    return fitting[0] if len(fitting) == 1 else None


def _body_score(
    cluster: Cluster, words: tuple[str, ...], handled: tuple[str, ...], places: frozenset[str]
) -> int:
    """How well the account's words cover a body's: 0 where its head or a word of its own is missing."""
    concepts = concepts_of(" ".join(words)) | concepts_of(" ".join(handled))
    own = cluster.concepts or set(concepts_of(cluster.name))
    every = set(words) | set(handled)
    held = [w for w in cluster.words if covered(w, every)]
    left = [
        w for w in cluster.words if w not in held and w not in load_groups("body_nouns", "prose")["empty"]
    ]
    same_kind = bool(own & concepts - _WIDE)
    heads = set(cluster.words) if is_concept(cluster.name) else {w for w in cluster.words if concepts_of(w)}
    specific = [w for w in held if w not in _heads()]
    foreign = same_kind and not any(w in every for w in heads)
    names_left = [w for w in left if w in places or (not cluster.common and w not in heads)]
    if (
        same_kind
        and not names_left
        and (foreign or not [w for w in left if w not in _heads() and w not in _SPREAD])
    ):
        return 4 + len(held)
    rest = [w for w in words if not covered(w, set(cluster.words)) and w not in places and not _is_light(w)]
    if specific and not rest and not [w for w in left if w not in _heads()]:
        return 2 + len(held)
    return 0


#: Concepts so wide that two bodies of one kind are hardly the same body.
_WIDE = frozenset({"agency", "company", "association", "initiative", "institute", "press"})
#: Adjectives of reach that a body's account leaves out.
_SPREAD = frozenset(
    {
        "regional",
        "national",
        "federal",
        "local",
        "state",
        "central",
        "city",
        "municipal",
        "county",
        "district",
        "royal",
        "public",
        "town",
    }
)


@cache
def _heads() -> frozenset[str]:
    """Nouns of bodies that an account may leave out: "office", "ministry", "agency"."""
    prose = load_groups("body_nouns", "prose")
    return frozenset(prose["generic"]) | {"police", "ministry"}


def covered(word: str, words: set[str]) -> bool:
    """Whether a word stands among others, as it is, shortened, of the same field, or as a city's other name.

    >>> covered("cologne", {"koln"}), covered("statistics", {"stat"}), covered("money", {"koln"})
    (True, True, False)
    """
    if word in words:
        return True
    field = fields().get(word)
    city = cities().get(word, word)
    for other in words:
        if len(other) >= 4 and len(word) >= 4 and (word.startswith(other) or other.startswith(word)):
            return True
        if field and fields().get(other) == field:
            return True
        if city == cities().get(other, other) or (len(word) > _LONG_WORD and is_slip(word, other)):
            return True
    return word == "statistics" and "stat" in words


def _is_light(word: str) -> bool:
    """Whether an account may bear a word beside its owner's name: a country, a form, "official", an office."""
    light = load_words("names", "account_words")
    return (
        word in countries()
        or word in light
        or word in club_forms()
        or word in legal_forms()
        or word in office_words()
        or word.isdigit()
        or any(c.isdigit() for c in word)
        or len(word) <= 2
    )


def _place_words(register: Register) -> frozenset[str]:
    """The words of single-word places and of names that may be one: what a body's account adds to its name."""
    return frozenset(
        c.words[0] for c in register if len(c.words) == 1 and not c.common and c.kind != "person" and not is_concept(c.name)
    ) | frozenset(w for c in register if c.kind == "place" for w in c.words)


def _by_letters(register: Register, holder: Holder, shown: str) -> tuple[HandleMatch, Cluster | None]:
    """The cluster whose name explains the letters of the handle."""
    candidates: dict[str, Cluster] = {}
    for cluster in register:
        if cluster.in_prose or cluster.kind == "person":
            candidates.setdefault(cluster.name, cluster)
    match = resolve_handle(holder.handle, list(candidates), display_name=shown or None)
    return match, candidates.get(match.name) if match.name else None


def _says_no_more(match: HandleMatch) -> bool:
    """Whether nothing but a club's "FC" and the like stands in a handle beside the place's name."""
    rest = [bare(p.text).strip("_-. ") for p in match.parts if p.role not in _PLAIN_ROLES]
    return all(not word or word in club_forms() or word in ("official", "the") for word in rest)


def _by_title(register: Register, holder: Holder) -> Cluster | None:
    """The one person of the prose who bears the title that stood before the handle."""
    if not holder.titles:
        return None
    fitting = [
        c
        for c in register
        if c.in_prose and c.kind == "person" and not c.accounts and set(holder.titles) & c.titles
    ]
    return fitting[0] if len(fitting) == 1 else None


def _own_cluster(holder: Holder) -> Cluster:
    """The entity of an account whose owner the prose does not name."""
    name = shown_words(holder.shown or "") or holder.handle
    cluster = Cluster(name, key_of(name), in_prose=False)
    concepts = concepts_of(name) | concepts_of(" ".join(account_words(holder, "")))
    cluster.concepts |= concepts
    two_names = 1 < len(name.split()) <= 3 and not concepts and holder.shown is not None
    cluster.votes["person" if two_names else "organization"] += 3
    return cluster

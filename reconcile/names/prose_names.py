"""Who is who in the prose: the names of one article, gathered into clusters.

News prose names a person in full once and by the surname afterwards, so a bare surname belongs to the full name
that has it. Full names are gathered first, then what refers back to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from reconcile.lexicons import load_words
from reconcile.model import Mention
from reconcile.names.bodies import CommonBody, read_common_bodies
from reconcile.names.cluster import Cluster, Register, key_of
from reconcile.names.compare import compare_names
from reconcile.names.countries import cities, countries, demonyms
from reconcile.names.holders import read_offices
from reconcile.names.kinds import judge, stands_as_place
from reconcile.names.likeness import misprint, misprinted_word
from reconcile.names.mentions import Name, read_names
from reconcile.names.offices import parties

SOURCE = "document"
_ACRONYM_AFTER = regex.compile(r" \(\s?\Z")
_APPOSED = regex.compile(r"(?:, (?:the |a |an )?| )\Z")


def gather_prose(prose: str, supported: frozenset[str], language: str | None = None) -> Register:
    """The clusters of the prose; `supported` are words that are names in the evidence."""
    register = Register()
    names = accepted(prose, supported)
    if language in load_words("names", "noun_capitals"):
        names = sure_among_nouns(prose, names)
    several = [n for n in names if len(key_of(n.text)) > 1]
    for name in several:
        _place(prose, register, name, _among_full(register, prose, name))
    for name in names:
        if len(key_of(name.text)) == 1:
            _place(prose, register, name, _referred(register, prose, name))
    _tell_bodies_by_places(register)
    _join_acronyms(prose, register, names)
    gather_bodies(prose, register)
    if language in (None, "en"):
        _take_misprints(prose, register, names, supported)
    if language not in load_words("names", "noun_capitals"):
        _join_misprints(register, supported)
    return register


def accepted(text: str, supported: frozenset[str]) -> list[Name]:
    """The names of a text that are more than a sentence's capital, none of them a people's or a language's."""
    names = read_names(text)
    strong = {word for name in names if not name.weak for word in name.words}
    plain = _lower_words(text)
    kept = []
    for name in names:
        if name.weak and not _borne_out(name, strong, supported, plain):
            continue
        if is_demonym(name, strong) or is_party_adjective(text, name):
            continue
        kept.append(name)
    return kept


def sure_among_nouns(text: str, names: Sequence[Name]) -> list[Name]:
    """Of a language's capitalised words those that are names for sure, where every noun has a capital.

    Kept are persons with a title or a given name that people bear, bodies of several words, acronyms, countries
    and cities, and what repeats a word of these.
    """
    from reconcile.lexicons import load_lines

    given = load_lines("given_names")
    sure = [
        n
        for n in names
        if n.title
        or n.addressed
        or n.acronym
        or n.dateline
        or (len(n.words) > 1 and (n.body or n.words[0] in given))
        or n.words[0] in countries()
        or n.words[0] in cities()
    ]
    known = {word for n in sure for word in n.words[-1:]}
    kept = {id(n) for n in sure}
    return [n for n in names if id(n) in kept or (len(n.words) == 1 and n.words[0] in known)]


def _take_misprints(prose: str, register: Register, names: Sequence[Name], supported: frozenset[str]) -> None:
    """Take a sentence's first word for a surname misprinted: nobody else bears it, and somebody nearly does."""
    kept = {id(name) for name in names}
    plain = _lower_words(prose)
    for name in read_names(prose):
        if id(name) in kept or len(name.words) != 1 or name.words[0] in plain:
            continue
        word = name.words[0]
        cluster = misprint(register, word, name, prose) or misprinted_word(register, word, supported)
        if cluster:
            cluster.mentions.append(Mention(SOURCE, name.span, name.text, "name"))


def _tell_bodies_by_places(register: Register) -> None:
    """Take "Wir Tessen" for a body where the text has Tessen as a place: no person is called so."""
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
                merge(register, other, cluster)


def _borne_out(name: Name, strong: set[str], supported: frozenset[str], plain: set[str]) -> bool:
    """Whether a capital that the sentence may owe is a name elsewhere, and no plain word of the same text."""
    if not all(word in strong or word in supported for word in name.words):
        return False
    return len(name.words) > 1 or name.words[0] not in plain or name.words[0] in strong


def _lower_words(text: str) -> set[str]:
    return set(_LOWER.findall(text))


_LOWER = regex.compile(r"(?<![\w@#])\p{Ll}[\p{L}-]++")
#: Endings of adjectives of peoples in English.
_PEOPLE_ENDS = ("ian", "ians", "ese")
_ADJECTIVE_ENDS = ("ary", "al", "ic", "ive", "an")
_DEMONYM_ENDS = ("n", "ns", "an", "ans", "ian", "ians", "ish", "ese", "ic", "er", "ers", "i", "is")


def is_demonym(name: Name, known: Iterable[str]) -> bool:
    """Whether a single word is the adjective of a place that the text names: "Tavrian" beside "Tavria"."""
    word = name.words[0]
    if name.title or name.addressed or name.body:
        return False
    if len(name.words) > 1:
        return word in demonyms() and len(name.words) == 2 and name.words[1].endswith(_ADJECTIVE_ENDS)
    if len(word) > 6 and word.endswith(_PEOPLE_ENDS):
        return True
    if word in demonyms() or word.removesuffix("s") in demonyms():
        return True
    stems = {word.removesuffix(end) for end in _DEMONYM_ENDS if word.endswith(end)}
    return any(stem in known or stem + "a" in known for stem in stems if len(stem) > 3)


def is_party_adjective(text: str, name: Name) -> bool:
    """Whether a single word is a party's adjective before a noun: "Republican politicians", "the Green member"."""
    return (
        len(name.words) == 1
        and name.words[0] in parties()
        and not name.text.endswith("s")
        and name.words[0] not in ("labour", "labor")
        and bool(_NOUN_AFTER.match(text, name.span.end))
    )


_NOUN_AFTER = regex.compile(r" \p{Ll}")


def _place(prose: str, register: Register, name: Name, cluster: Cluster | None) -> None:
    """Put a name into its cluster, or into one of its own."""
    words = key_of(name.text)
    if cluster is None:
        cluster = register.add(Cluster(name.text, words, in_prose=True))
    elif len(words) > len(cluster.words) and not cluster.common:
        cluster.name, cluster.words = name.text, words
        register.index(cluster, words)
    elif len(words) > 1:
        register.index(cluster, words)
    cluster.votes.update(judge(prose, name))
    cluster.mentions.append(Mention(SOURCE, name.span, name.text, "name"))


def _among_full(register: Register, prose: str, name: Name) -> Cluster | None:
    """The cluster of a name of several words: the same words, a variant of them, or a misprint."""
    words = key_of(name.text)
    cluster = register.exact(words)
    if cluster:
        return cluster
    for other in register.sharing(words):
        if contained(words, other.words, name.body or other.votes["organization"] > 3):
            return other
        if other.votes["organization"] > 3 or name.body:
            continue
        found = compare_names(name.text, other.name)
        if found.same and not _together(prose, other, name):
            return other
    return None


def contained(words: Sequence[str], other: Sequence[str], body: bool) -> bool:
    """Whether one name is the other with words left out: a body's with its last words, a person's with its surname."""
    short, long = (words, other) if len(words) <= len(other) else (other, words)
    if len(short) < 2 or not set(short) <= set(long):
        return False
    if body:
        return short[-1] == long[-1] or short[: len(short)] == long[: len(short)]
    return short[-1] == long[-1] and short[0] == long[0]


def _together(prose: str, cluster: Cluster, name: Name) -> bool:
    """Whether a name stands in one sentence with a mention of the cluster: two people, however alike."""
    for mention in cluster.mentions:
        first, last = sorted((mention.span.start, name.span.start))
        if last - first < 200 and not _SENTENCE_END.search(prose, first, last):
            return True
    return False


_SENTENCE_END = regex.compile(r"[.!?][\"”]?\s+\p{Lu}|\n")


def _referred(register: Register, prose: str, name: Name) -> Cluster | None:
    """The cluster that a single word refers to: a person by the surname, a body by its first word."""
    word = key_of(name.text)[0]
    found = register.exact((word,))
    if found:
        return found
    sharing = register.sharing((word,))
    plural = name.article and name.text.endswith("s")
    as_place = name.dateline or stands_as_place(prose, name.span.start)
    persons = [c for c in sharing if c.kind == "person" and word in (c.surname, c.words[0])]
    if persons and not plural and not as_place:
        return one_of(persons, word, prose, name)
    bodies = [
        c for c in sharing if c.kind == "organization" and not c.common and word in (c.words[0], c.words[-1])
    ]
    if len(bodies) == 1 and not as_place and not _is_place_elsewhere(prose, name):
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
    return max(by_surname, key=lambda c: c.last_before(SOURCE, name.span.start))


def _is_place_elsewhere(prose: str, name: Name) -> bool:
    """Whether the same word stands as a place somewhere in the text, so that no body can be meant by it alone."""
    return any(
        n.words == name.words and (n.dateline or stands_as_place(prose, n.span.start))
        for n in read_names(prose)
    )


def _join_acronyms(prose: str, register: Register, names: Sequence[Name]) -> None:
    """Join "Foreign Office (FO)": an acronym in brackets right behind the name that it shortens."""
    ends = {n.span.end: n for n in names}
    for name in names:
        if not name.acronym:
            continue
        before = ends.get(name.span.start - 2)
        acronym = register.exact(key_of(name.text))
        if before and _ACRONYM_AFTER.search(prose, name.span.start - 2, name.span.start) and acronym:
            full = register.exact(key_of(before.text))
            if full and full is not acronym:
                merge(register, full, acronym)


def merge(register: Register, kept: Cluster, other: Cluster) -> None:
    """Make one cluster of two; the first keeps its name."""
    kept.mentions.extend(other.mentions)
    kept.aliases |= {other.name, *other.aliases}
    kept.roles.extend(other.roles)
    kept.votes.update(other.votes)
    kept.descriptors |= other.descriptors
    register.drop(other, kept)


def gather_bodies(prose: str, register: Register) -> None:
    """Add the bodies that the prose calls by a common noun, and what these nouns tell of names beside them."""
    starts = {m.span.start: c for c in register for m in c.mentions}
    ends = {m.span.end: c for c in register for m in c.mentions}
    taken = {i for o in read_offices(prose) for i in range(o.span.start, o.span.end)}
    taken |= {i for c in register for m in c.mentions for i in range(m.span.start, m.span.end)}
    for body in read_common_bodies(prose):
        if body.span.end - 1 in taken:
            continue
        named = _named_beside(prose, body, starts, ends)
        if named:
            named.votes["organization"] += 20
            named.descriptors |= {body.head, body.text.lower()}
            named.concepts |= body.concepts
            if body.span.start > named.first(SOURCE) or not _adjoins(body, named):
                named.mentions.append(Mention(SOURCE, body.span, body.text, "role"))
            continue
        _refer_body(prose, register, body)


def _adjoins(body: CommonBody, cluster: Cluster) -> bool:
    return any(m.span.start == body.span.end + 1 for m in cluster.mentions)


def _named_beside(
    prose: str, body: CommonBody, starts: dict[int, Cluster], ends: dict[int, Cluster]
) -> Cluster | None:
    """The name in apposition with a body noun: "the airline Jetta", "the company, Carrow Transit,", "Kelp, a band"."""
    end = body.span.end
    direct = starts.get(end + 1)
    if direct and prose[end] == " ":
        return direct
    apposed = starts.get(end + 2) or starts.get(end + 6)
    if apposed and _APPOSED.search(prose, end, end + 6 if starts.get(end + 6) is apposed else end + 2):
        mention = next(m for m in apposed.mentions if m.span.start in (end + 2, end + 6))
        if prose[end : mention.span.start] in (", ", ", the ") and prose[
            mention.span.end : mention.span.end + 1
        ] in (",", "."):
            return apposed
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


_APPOSED_END = regex.compile(r"[,.;)]| (?:of|from|in|that|which|based|behind)\b")


def _refer_body(prose: str, register: Register, body: CommonBody) -> None:
    """Let a common noun refer to a body named before, or name one itself."""
    mention = Mention(SOURCE, body.span, body.text, "role")
    words = key_of(body.text)
    known = register.exact(words) or _same_body(register, body, words)
    if known is None and body.generic:
        known = _meant(prose, register, body)
        if known is None and body.article != "the":
            return
    if known is not None:
        named = known.common and not body.generic
        known.mentions.append(Mention(SOURCE, body.span, body.text, "name") if named else mention)
        known.votes["organization"] += 1
        return
    cluster = register.add(Cluster(body.text, words, in_prose=True, common=True, generic=body.generic))
    cluster.votes["organization"] += 5
    cluster.descriptors |= {body.head}
    cluster.concepts |= body.concepts
    cluster.mentions.append(Mention(SOURCE, body.span, body.text, "name"))


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
    """The body that "the company", "the ministry" means: of those in the last sentence that names one, the first."""
    if body.article not in ("the", "its", "this", "that", "her", "his", "their"):
        return None
    before = body.span.start
    fitting = [
        c
        for c in register
        if c.kind == "organization"
        and c.first(SOURCE) < before
        and (body.head in c.descriptors or body.head in c.words or body.concepts & _wide(c))
    ]
    if not fitting:
        return None
    last = max(c.last_before(SOURCE, before) for c in fitting)
    begin = max(
        (m.end() for m in _SENTENCE_END.finditer(prose, max(0, last - 400), last)), default=max(0, last - 400)
    )
    subjects = [(at, c) for c in fitting for at in [_first_from(c, begin - 1)] if at <= last]
    return min(subjects, key=lambda pair: pair[0])[1]


def _first_from(cluster: Cluster, begin: int) -> int:
    """Where the cluster is first named from offset `begin` on."""
    return min((m.span.start for m in cluster.mentions if m.span.start >= begin), default=1 << 60)


def _wide(cluster: Cluster) -> set[str]:
    """The concepts of a cluster with those that hold them."""
    from reconcile.names.bodies import concepts_of, wider

    own = cluster.concepts or (set(concepts_of(cluster.name)) if not cluster.common else set())
    return {w for concept in own for w in wider(concept)}

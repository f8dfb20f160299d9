"""Roles of persons: the titles bound to their names, and the places where a title alone means them."""

from __future__ import annotations

from reconcile.lexicons import load_toml
from reconcile.model import Mention
from reconcile.names.cluster import Cluster, Register, key_of
from reconcile.names.countries import countries
from reconcile.names.holders import read_offices
from reconcile.names.office_phrases import Office
from reconcile.patterns import lazy_regex
from reconcile.text import bare

_SAID_AFTER = lazy_regex(r",? (\p{Ll}+)")
#: What joins two persons: "and", "&", a comma in a headline; a comma before "the" is an apposition.
_LISTED = lazy_regex(r",? (?:and|und|et|y|e|en|&) (?:the )?|, ")
_LONGEST_JOINT = 10
_DEFINITE = frozenset({"the", "its", "their", "'s"})


def assign_roles(register: Register, source: str, text: str) -> None:
    """Bind the titles of a text to the clusters that hold them; titles alone become mentions of who is
    meant.
    """
    offices = read_offices(text)
    starts = {m.span.start: c for c in register for m in c.mentions if m.source == source}
    for office in offices:
        holder = starts.get(office.holder.start) if office.holder else None
        if holder:
            take_office(holder, office)
    for office in offices:
        if office.holder is None and not office.pronoun:
            _refer(register, source, text, office)


def take_office(cluster: Cluster, office: Office) -> None:
    """Note that a cluster holds an office: it is a person's, then, and has the role as printed."""
    cluster.votes["person"] += 20
    cluster.titles.add(office.title.name)
    cluster.roles.append(office.text)


def _refer(register: Register, source: str, text: str, office: Office) -> None:
    """Let "the minister", "the Belgian minister", "the spokesperson" mean whom the text named before."""
    here = Mention(source, office.span, office.text, "role")
    if office.title.name == "spokesperson":
        body = _spoken_for(register, source, text, office)
        if body:
            body.mentions.append(here)
        return
    if office.article not in _DEFINITE and not _of_country(office):
        return
    fitting = [
        c
        for c in register.latest()
        if c.kind == "person"
        and (c.first(source) < office.span.start or (_of_country(office) and _told_of(c, office)))
        and not _beside(c, source, text, office)
        and (office.title.name in c.titles or office.title.also & c.titles)
        and _same_of(c, office)
    ]
    if fitting:
        last = max(fitting, key=lambda c: (_told_of(c, office), c.last_before(source, office.span.start)))
        last.mentions.append(here)
    elif source == "document" and _speaks(text, office):
        cluster = register.add(
            Cluster(office.text, key_of(office.text), in_prose=True, common=True, mentions=[here])
        )
        cluster.votes["person"] += 20
        cluster.titles.add(office.title.name)


def _beside(cluster: Cluster, source: str, text: str, office: Office) -> bool:
    """Whether the person stands beside the title in one list: "Brandt and Belgian minister" are two."""
    return any(
        _LISTED.fullmatch(text, m.span.end, office.span.start)
        for m in cluster.mentions
        if m.source == source and 0 <= office.span.start - m.span.end <= _LONGEST_JOINT
    )


def _spoken_for(register: Register, source: str, text: str, office: Office) -> Cluster | None:
    """The body whose spokesperson speaks: named beside the title, or last spoken for."""
    before = office.span.start
    candidates = register.latest()
    for cluster in candidates:
        if cluster.kind != "person" and any(
            m.source == source and office.title_span.end < m.span.start and m.span.end <= office.span.end
            for m in cluster.mentions
        ):
            cluster.titles.add("spokesperson")
            return cluster
    for cluster in reversed(candidates):
        if any(m.source == source and 0 <= before - m.span.end <= 2 for m in cluster.mentions):
            cluster.titles.add("spokesperson")
            return cluster
    spoken = [c for c in candidates if "spokesperson" in c.titles and c.kind != "person"]
    spoken = [c for c in spoken if c.first(source) < before]
    if spoken:
        return max(spoken, key=lambda c: c.last_before(source, before))
    if office.article == "its" or office.of:
        named = [c for c in candidates if c.kind == "organization" and c.first(source) < before]
        return max(named, key=lambda c: c.last_before(source, before), default=None)
    return None


def _of_country(office: Office) -> bool:
    return bare(office.of) in countries()


def _told_of(cluster: Cluster, office: Office) -> bool:
    """Whether the text tells that the person's office is of the same country or body."""
    return bool(office.of) and (
        bool(_countries_told(cluster)) or bare(office.of) in bare(" ".join(cluster.roles))
    )


def _countries_told(cluster: Cluster) -> set[str]:
    roles = " ".join(cluster.roles).replace("'s", " ").replace("’s", " ")
    return {countries()[w] for w in key_of(roles) if w in countries()}


def _same_of(cluster: Cluster, office: Office) -> bool:
    """Whether a title's "of" is the one that the person is known with: no other country, no other body."""
    if not office.of:
        return True
    country = countries().get(bare(office.of))
    roles = " ".join(cluster.roles)
    if country:
        told = {
            countries()[w] for w in key_of(roles.replace("'s", " ").replace("’s", " ")) if w in countries()
        }
        return not told or country in told
    return bare(office.of) in bare(roles)


def _speaks(text: str, office: Office) -> bool:
    """Whether a verb of saying follows the title: somebody without a name has the word."""
    match = _SAID_AFTER.match(text, office.span.end)
    return match is not None and any(
        match.group(1) in forms
        for group in load_toml("reporting").values()
        if isinstance(group, dict)
        for forms in group.values()
    )

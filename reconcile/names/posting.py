"""Sentences of the prose that say who posted: "the ministry wrote on its account", "Moss tweeted"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import regex

from reconcile.lexicons import load_groups, load_toml, load_words
from reconcile.model import Dossier, Post, Quotation, Span, Statement
from reconcile.names.vocabulary import as_listed, in_every_case, read_vocabulary
from reconcile.patterns import lazy_regex
from reconcile.reading.prose import prose_only
from reconcile.text import words_in

#: How much of a quotation's words a post must have for the quotation to be of it.
_SAME_WORDS = 0.8
#: How far before the words of posting their subject may end (characters).
_REACH = 60
#: Letters between a poster and the words of posting.
_APART = 8
#: Before its noun, an account's kinds and network take no more characters.
_KINDS = 64
#: What says beside verbs of saying that words were written on an account.
_SAID_BESIDE = ("according to", "read", "reads", "appeared", "a post", "a tweet", "a message")
_OWN = frozenset({"its", "his", "her", "their"})
_WORDS = lazy_regex(r"\w++")
_OF = lazy_regex(r" (?:of|run by|belonging to) (?:the )?")


class Posting(NamedTuple):
    """Who, by the prose, posted which posts, and where it says so."""

    poster: str
    posts: tuple[Post, ...]
    #: From the poster's name to the account or the network.
    span: Span
    #: An account is spoken of: "its official account".
    account: bool
    #: The sentence quotes the posts; otherwise they are no more than what bears it out.
    quoted: bool


def read_postings(dossier: Dossier) -> Iterator[Posting]:
    """Every sentence that names a poster whose words are one of the posts at hand."""
    for claim in _speaking_of_posts(dossier):
        found = _by_account(dossier, claim) or _by_verb(dossier, claim)
        if found:
            poster, span, account = found
            posts, quoted = _posts_of(dossier, claim)
            if posts:
                yield Posting(poster, posts, span, account, quoted)


def _speaking_of_posts(dossier: Dossier) -> Iterator[Statement]:
    """The claims that have a network's name or a noun for an account: few have, and only those are read."""
    if not dossier.posts:
        return
    places = read_vocabulary(prose_only(dossier.document)).places_of(_telling_words())
    for claim in dossier.claims if places else ():
        i = bisect_left(places, claim.span.start)
        if i < len(places) and places[i] < claim.span.end:
            yield claim


def _by_verb(dossier: Dossier, claim: Statement) -> tuple[str, Span, bool] | None:
    """The speaker of a sentence that says "tweeted", "wrote on X", "in a post on Bluesky"."""
    if not _posted_hint().search(claim.text.lower()):
        return None
    match = _posted().search(claim.text)
    if match is None:
        return None
    at = Span(*match.span())
    poster = claim.speaker or _beside(dossier, claim, at)
    return (poster, _with_subject(dossier, claim, poster, at), False) if poster else None


def _beside(dossier: Dossier, claim: Statement, at: Span) -> str | None:
    """The person or body right before the words of posting, or right behind them where they open the
    sentence.

    "The institute, in a post on Bluesky, expects"; "In a post on Bluesky the institute expects".
    """
    start, end = claim.span.start + at.start, claim.span.start + at.end
    text = dossier.texts[claim.source]
    for entity in dossier.entities:
        for mention in entity.mentions:
            if entity.kind == "place" or mention.source != claim.source:
                continue
            before = claim.span.start <= mention.span.start and 0 < start - mention.span.end < _APART
            behind = at.start == 0 and 0 < mention.span.start - end < _APART
            if before and text[mention.span.end : start].strip() in ("", ",", "has", "had", "have"):
                return entity.id
            if behind and text[end : mention.span.start].strip(", ").lower() in ("", "the"):
                return entity.id
    return None


def _by_account(dossier: Dossier, claim: Statement) -> tuple[str, Span, bool] | None:
    """Whose account a sentence speaks of, where words were said or written there: "the club's channel
    posted".
    """
    words = words_in(claim.text)
    noun = _account_noun().search(claim.text) if _may_name_account(words) else None
    if noun is None or not _may_say(claim.text, words):
        return None
    match = _account().search(claim.text, max(0, noun.start() - _KINDS))
    if match is None or not _said().search(claim.text):
        return None
    begin, end = claim.span.start + match.start(), claim.span.start + match.end()
    text = dossier.texts[claim.source]
    of = _OF.match(text, end)
    for entity in dossier.entities:
        for mention in entity.mentions:
            if mention.source != claim.source or not claim.span.holds(mention.span):
                continue
            if of and 0 <= mention.span.start - of.end() <= 1:
                return entity.id, Span(begin, mention.span.end), True
            between = text[mention.span.end : begin]
            if between[:2] in ("'s", "’s") and between[2:].strip() == "":
                return entity.id, Span(mention.span.start, end), True
    owner = match["own"] and match["own"].lower() in ("its", "his", "her", "their")
    if not owner or claim.speaker is None:
        return None
    return claim.speaker, _with_subject(dossier, claim, claim.speaker, Span(*match.span())), True


def _with_subject(dossier: Dossier, claim: Statement, poster: str, at: Span) -> Span:
    """The words of posting with the nearest mention of the poster beside them, in the article's offsets."""
    start, end = claim.span.start + at.start, claim.span.start + at.end
    entity = next(e for e in dossier.entities if e.id == poster)
    spans = [m.span for m in entity.mentions if m.source == claim.source and claim.span.holds(m.span)]
    near = [s for s in spans if -_REACH <= s.start - end <= _REACH or 0 <= start - s.end <= _REACH]
    if not near:
        return Span(start, end)
    subject = min(near, key=lambda s: abs(s.start - start))
    return Span(min(start, subject.start), max(end, subject.end))


def _posts_of(dossier: Dossier, claim: Statement) -> tuple[tuple[Post, ...], bool]:
    """The posts that the claim tells of, and whether it quotes them: else they are those that bear it out."""
    quotations = [f for f in claim.facts if isinstance(f, Quotation)]
    quoted = tuple(p for p in dossier.posts if p.text and any(_quotes(q, p.text) for q in quotations))
    if quoted or any(len(_WORDS.findall(q.text)) > 2 for q in quotations):
        return quoted, True
    linked = {link.evidence: link.relation for link in dossier.links if link.claim == claim.id}
    told = tuple(p for p in dossier.posts if p.id in linked)
    introduced = tuple(p for p in told if _introduces(dossier, claim, p))
    return introduced or tuple(p for p in told if linked[p.id] == "supports"), False


def _introduces(dossier: Dossier, claim: Statement, post: Post) -> bool:
    """Whether nothing stands between a sentence and the post that follows it."""
    return (
        post.span is not None
        and post.span.start >= claim.span.end
        and not dossier.texts[claim.source][claim.span.end : post.span.start].strip(' \n\t:"”.')
    )


def _quotes(quotation: Quotation, text: str) -> bool:
    words = [w.casefold() for w in _WORDS.findall(quotation.text)]
    have = {w.casefold() for w in _WORDS.findall(text)}
    return len(words) >= 3 and sum(w in have for w in words) >= _SAME_WORDS * len(words)


@cache
def _telling_words() -> Mapping[bytes, bytes]:
    """The first word of every network and of every noun for an account, and the verbs that need none."""
    nouns = load_words("names", "accounts") | load_words("names", "accounts_described")
    phrases = load_words("names", "networks") | nouns | {"tweeted", "retweeted"}
    return in_every_case(as_listed(phrase.split()[0]) for phrase in phrases)


@cache
def _posted_hint() -> re.Pattern[str]:
    """What no match of `_posted` goes without, in small letters: it is found far faster than every verb of
    saying. (No \\b stands before it, so that the search can jump to its first letters.)
    """
    networks = "|".join(map(re.escape, sorted(load_words("names", "networks"), key=len, reverse=True)))
    return re.compile(
        rf"(?:on|via|through|to)\s(?:{networks})\b|tweeted"
        rf"|(?:{networks}) (?:post|message|thread|video|story|statement)\b"
    )


def _may_name_account(words: frozenset[str]) -> bool:
    """Whether a sentence of these words can have a match of `_account`."""
    if not words.isdisjoint(load_words("names", "accounts")):
        return True
    return not (
        words.isdisjoint(load_words("names", "accounts_described"))
        or (words.isdisjoint(_account_kinds()) and words.isdisjoint(_OWN))
    )


@cache
def _account_noun() -> re.Pattern[str]:
    """A noun for an account: where a match of `_account` may end."""
    nouns = load_words("names", "accounts") | load_words("names", "accounts_described")
    return re.compile(rf"\b(?:{'|'.join(sorted(nouns, key=len, reverse=True))})\b", re.I)


def _may_say(text: str, words: frozenset[str]) -> bool:
    """Whether a sentence of these words can have a match of `_said`: a word of it, or a phrase's letters."""
    single, phrases = _saying()
    return not words.isdisjoint(single) or any(phrase in text.lower() for phrase in phrases)


@cache
def _saying() -> tuple[frozenset[str], tuple[str, ...]]:
    forms = {*_verbs(), *_SAID_BESIDE}
    return frozenset(f for f in forms if f.isalpha()), tuple(f for f in forms if not f.isalpha())


@cache
def _account_kinds() -> frozenset[str]:
    kinds = load_words("names", "account_kinds") | load_words("names", "networks")
    return frozenset(kind.split()[0] for kind in kinds)


@cache
def _posted() -> regex.Pattern[str]:
    return regex.compile(
        r"\b(?:\L<saying>(?:\s(?:that|it|this))?(?:\s\w++){0,3}?\s(?:on|via|through)\s\L<networks>"
        r"|(?:in|with) an? (?:\w++ )?(?:post|tweet|message|thread|video|story|statement)"
        r"(?: of (?:its|his|her|their) own)? (?:on|to) \L<networks>"
        r"|(?:in|with) an? (?:\w++ )?\L<networks> (?:post|message|thread|video|story|statement)"
        r"|tweeted|retweeted)\b",
        regex.IGNORECASE,
        saying=_verbs(),
        networks=sorted(load_words("names", "networks")),
    )


@cache
def _account() -> regex.Pattern[str]:
    return regex.compile(
        r"\b(?:(?P<own>its|his|her|their|the|an?) )?"
        r"(?:(?:(?:\L<kinds>|\L<networks>) ){0,3}\L<accounts>"
        r"|(?:(?:\L<kinds>|\L<networks>) ){1,3}\L<described>|(?<=\b(?:its|his|her|their) )\L<described>)\b",
        regex.IGNORECASE,
        described=sorted(load_words("names", "accounts_described")),
        kinds=sorted(load_words("names", "account_kinds")),
        networks=sorted(load_words("names", "networks")),
        accounts=sorted(load_words("names", "accounts")),
    )


@cache
def _said() -> regex.Pattern[str]:
    return regex.compile(
        r"\b\L<saying>\b",
        regex.I,
        saying=[*_verbs(), *_SAID_BESIDE],
    )


@cache
def _verbs() -> list[str]:
    """The verbs of saying and writing, every form."""
    groups = load_toml("reporting").values()
    said = {form for group in groups if isinstance(group, dict) for forms in group.values() for form in forms}
    return sorted(said | {form for forms in load_groups("reporting", "written").values() for form in forms})

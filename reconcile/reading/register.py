"""How much a stretch of text reads like a post rather than like news prose.

The figures are log odds by judgement: what only posts have (a media stub, a t.co link) weighs most, then what
posts have often (tags, mentions, emoji, first person, shorthand); reporting verbs and length speak for prose.
"""

from __future__ import annotations

from functools import cache

import regex

from reconcile.lexicons import load_words
from reconcile.reading.tokens import EMOJI, hashtag_spans, link_spans, media_spans, mention_spans

_WORD = regex.compile(r"[\p{L}\p{M}]++(?:['’/][\p{L}\p{M}]++)*+(?:/(?=\s))?")
_QUOTED = regex.compile(
    r"“[^”\n]{1,600}”|\"[^\"\n]{1,600}\"|„[^“”\n]{1,600}[“”]|«[^»\n]{1,600}»|»[^«\n]{1,600}«"
)
_SHOUTED = regex.compile(r"\b\p{Lu}{4,}+\b")
_COUNTED = regex.compile(r"^\(?\d{1,2}/(?:\d{1,2}\)?|\s)|\(?\d{1,2}/\d{0,2}\)?$")
_FULL_STOP = regex.compile(r"[.!?…。！？]['\"”’»)\]]*+\s*\Z")
#: A paragraph of prose seldom is shorter, a post never much longer.
_LONG = 200
#: No stretch is judged by more than this.
_MOST = 2000


def post_likeness(text: str) -> float:
    """Log odds that `text`, a line or a sentence, is of a post: above 0 for, below 0 against.

    >>> post_likeness("We're back! #Orla pic.twitter.com/abcdefghij") > 2
    True
    >>> post_likeness("The minister said on Monday that the bridge would be closed.") < 0
    True
    """
    text = text[:_MOST]
    score = _tokens(text)
    unquoted = _QUOTED.sub(" ", text)
    words = [word.lower().replace("’", "'") for word in _WORD.findall(unquoted)]
    first, chat, prose = _words()
    score += min(1.2, 0.9 * sum(word in first for word in words)) if words else 0.0
    score += min(1.6, 0.8 * sum(word in chat for word in words))
    score -= min(2.4, 0.8 * sum(word in prose for word in words))
    score += (
        0.6 * ("!" in unquoted)
        + 0.3 * ("?" in unquoted)
        + 0.4 * ("&" in unquoted)
        + 0.5 * ("..." in unquoted)
    )
    score += min(0.8, 0.4 * len(_SHOUTED.findall(unquoted)))
    score += 1.2 * bool(_COUNTED.search(text.strip()))
    score -= 0.6 * (len(unquoted) < len(text) - 20)
    if text.strip() and not _FULL_STOP.search(text):
        score += 0.4
    return score - max(0, len(text) - _LONG) / 120


def _tokens(text: str) -> float:
    """What mentions, tags, links, media stubs and emoji say."""
    score = 4.0 * bool(media_spans(text)) + min(2.5, 1.2 * len(hashtag_spans(text)))
    score += min(3.0, 1.4 * len(mention_spans(text)))
    links = [span.of(text) for span in link_spans(text)]
    score += 3.5 if any("//t.co/" in link for link in links) else 0.8 * bool(links)
    if not text.isascii():
        score += min(2.4, 1.6 * bool(EMOJI.search(text)) + 0.8 * bool(EMOJI.match(text.lstrip())))
    return score


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    names = ("first_person", "post_words", "prose_words")
    first, chat, prose = (load_words("register", name) for name in names)
    return first, chat, prose


def introduces(text: str) -> bool:
    """Whether `text`, a line of prose, announces that a reproduced post follows.

    >>> introduces("The ministry wrote on X:"), introduces("She was tired:")
    (True, False)
    """
    end = text.rstrip()[-1:]
    if end not in (":", "："):
        return False
    words = {word.lower() for word in _WORD.findall(text[-160:])}
    return not words.isdisjoint(load_words("register", "introduction"))


def names_a_post(text: str) -> bool:
    """Whether `text` names a post or a platform: "tweeted", "on Instagram"."""
    words = {word.lower() for word in _WORD.findall(text[-160:])}
    return not words.isdisjoint(load_words("register", "names_a_post"))

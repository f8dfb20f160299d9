"""How much a stretch of text reads like a post rather than like news prose.

What only posts have (a media stub, a t.co link) tells most, then what they have often: tags, mentions, emoji,
the first person, shorthand. Verbs of saying, quotations and length speak for prose.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.lexicons import load_words
from reconcile.patterns import lazy_re, lazy_regex
from reconcile.reading.tokens import EMOJI, has_emoji, hashtag_spans, link_spans, media_spans, mention_spans

_WORD = lazy_re(r"[^\W\d_]+(?:['’/][^\W\d_]+)*(?:/(?=\s))?")
_QUOTED = lazy_regex(
    r"“[^”\n]{1,600}”|\"[^\"\n]{1,600}\"|„[^“”\n]{1,600}[“”]|«[^»\n]{1,600}»|»[^«\n]{1,600}«"
)
_SHOUTED = lazy_regex(r"\b\p{Lu}{4,}+\b")
_MAY_SHOUT = lazy_re(r"[^\W\d_a-zß-öø-ÿ]{4}")
_QUOTE = lazy_re('[“"„«»]')
#: "1/2", "(3/7)" at the head or the end: a post of a thread.
_COUNTED = lazy_regex(r"^\(?\d{1,2}/(?:\d{1,2}\)?|\s)|\(?\d{1,2}/\d{0,2}\)?$")
#: A paragraph of prose seldom is shorter, a post never much longer.
_LONG = 200
#: No stretch is judged by more than this.
_MOST = 2000


class Marks(NamedTuple):
    """What a stretch of text has of a post and of prose, each counted up to a point and scaled to about 1."""

    tokens: float
    first_person: float
    shorthand: float
    exclaimed: float
    asked: float
    ampersand: float
    shouted: float
    counted: float
    saying: float
    quoted: float

    @property
    def style(self) -> float:
        """How far the words alone sound like a post."""
        return (
            1.2 * self.first_person
            + self.shorthand
            + 0.5 * self.exclaimed
            + 0.4 * self.ampersand
            + 0.5 * self.shouted
        )


@lru_cache(maxsize=128)
def marks_of(text: str) -> Marks:
    """The marks of `text`; words inside quotation marks are somebody else's and count for nothing."""
    text = text[:_MOST]
    unquoted = _QUOTED.sub(" ", text) if _QUOTE.search(text) else text
    words = _WORD.findall(unquoted.lower().replace("’", "'"))
    first, shorthand, saying = _tables()
    return Marks(
        tokens=_tokens(text),
        first_person=min(1.0, 0.5 * _count(words, first)),
        shorthand=min(1.0, 0.5 * _count(words, shorthand)),
        exclaimed=float("!" in unquoted),
        asked=float("?" in unquoted),
        ampersand=float("&" in unquoted),
        shouted=min(1.0, 0.5 * len(_SHOUTED.findall(unquoted))) if _MAY_SHOUT.search(unquoted) else 0.0,
        counted=float("/" in text and _COUNTED.search(text.strip()) is not None),
        saying=min(2.0, 0.67 * _count(words, saying)),
        quoted=float(len(unquoted) < len(text) - 20),
    )


def _count(words: list[str], table: frozenset[str]) -> int:
    """How many of `words` are in the table: mostly none, which one step tells."""
    return 0 if table.isdisjoint(words) else sum(map(table.__contains__, words))


def post_likeness(text: str) -> float:
    """Log odds, by judgement, that `text`, a line or a sentence, is of a post: above 0 for, below 0 against.

    >>> post_likeness("We're back! #Orla pic.twitter.com/abcdefghij") > 2
    True
    >>> post_likeness("The minister said on Monday that the bridge would be closed.") < 0
    True
    """
    return likeness(marks_of(text)) - max(0, len(text) - _LONG) / 120


def likeness(marks: Marks) -> float:
    """Log odds by the marks alone, whatever the length."""
    return (
        marks.tokens
        + 1.8 * marks.first_person
        + 1.6 * marks.shorthand
        + 0.6 * marks.exclaimed
        + 0.3 * marks.asked
        + 0.4 * marks.ampersand
        + 0.8 * marks.shouted
        + 1.2 * marks.counted
        - 1.2 * marks.saying
        - 0.6 * marks.quoted
    )


def introduces(text: str) -> bool:
    """Whether `text`, a line of prose, announces that a reproduced post follows.

    >>> introduces("The ministry wrote on X:"), introduces("She was tired:")
    (True, False)
    """
    return text.rstrip()[-1:] in (":", "：") and _holds(text, "introduction")


def names_a_post(text: str) -> bool:
    """Whether `text` names a post or a platform: "tweeted", "on Instagram"."""
    return _holds(text, "names_a_post")


def _holds(text: str, key: str) -> bool:
    """Whether one of the last words of `text` is in the table."""
    words = {word.lower() for word in _WORD.findall(text[-400:])}
    return not words.isdisjoint(load_words("register", key))


def _tokens(text: str) -> float:
    """What mentions, tags, links, media stubs and emoji say."""
    score = 4.0 * bool(media_spans(text)) + min(2.5, 1.2 * len(hashtag_spans(text)))
    score += min(3.0, 1.4 * len(mention_spans(text)))
    links = [span.of(text) for span in link_spans(text)]
    score += 3.5 if any("//t.co/" in link for link in links) else 0.8 * bool(links)
    if has_emoji(text):
        score += 1.6 + 0.8 * bool(EMOJI.match(text.lstrip()))
    return score


@cache
def _tables() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    names = ("first_person", "post_words", "prose_words")
    first, shorthand, saying = (load_words("register", name) for name in names)
    return first, shorthand, saying

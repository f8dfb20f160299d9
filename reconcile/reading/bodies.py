"""Where the body of a post begins, given where it ends: at a paragraph, a line, or inside one.

Going back from the tail, each chunk is weighed by register, length, language and form; a body that is longer
than the platform allowed on the day is none. Weights are log odds: set by judgement, then fitted (conditional
logit, the judgement as prior) to some 200 flattened posts whose bodies are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from attrs import field, frozen

from reconcile.model import Span
from reconcile.patterns import lazy_regex
from reconcile.reading.chunks import Chunk, Layout, chunks_before, without_last_links
from reconcile.reading.language import language_of, script_of
from reconcile.reading.register import introduces, likeness, marks_of, names_a_post
from reconcile.reading.tokens import EMOJI, has_emoji, hashtag_spans, media_spans, weighted_length
from reconcile.sentences import split_sentences

#: X's limits; the longer one came on this day. What an embed shows of a longer post is cut at it.
_LONGER_POSTS = date(2017, 11, 7)
_LIMITS = {"x": 280, "bluesky": 300, "mastodon": 500, "threads": 500, "truthsocial": 500, "instagram": 2200}
#: A body is chosen for sure where no other start comes nearer than this.
_SURE = 1.0
#: A paragraph of prose, by its marks alone.
_PLAIN = 0.5
#: Further behind the best start than this, no chunk makes up for it.
_NO_HOPE = 6.0

_MARK = lazy_regex(r"(?:[>|•*]|-(?=\s)|\d{1,2}[.)](?=\s))[^\S\n]*|[^\S\n]+")
_INNER_COLON = lazy_regex(r"[:：](?=\s)")
_NAME = lazy_regex(r"\p{Lu}[\p{L}\p{M}]{3,}+")
_TITLE_WORD = lazy_regex(r"\p{L}[\p{L}\p{M}'’-]{3,}+")
#: What two items of a list begin with alike: a bullet, an emoji, a label before a colon.
_ITEM = lazy_regex(r"(?P<label>[\p{L}\p{N}][^\n:：]{0,24}[:：][^\S\n]\S)|(?P<sign>[^\p{L}\p{N}\s\"“'‘(@#])")

#: Lines of one Japanese text can be mostly of any.
_JAPANESE = {"Han", "Hiragana", "Katakana"}

#: For or against a chunk being of the body, given that what follows it is.
_WEIGHTS = {
    "any": 1.8,
    "length": -1.1,
    "first_person": 1.9,
    "shorthand": 1.4,
    "exclaimed": 0.9,
    "asked": 0.3,
    "ampersand": 0.4,
    "shouted": 0.9,
    "counted": 1.2,
    "saying": -1.7,
    "quoted": -0.4,
    "plainer": -2.3,
    "announces": -3.1,
    "names_a_post": -1.4,
    "names_author": -0.7,
    "short_unstopped": -0.5,
    "long_unstopped": 1.1,
    "title_case": -1.5,
    "same_form": 2.4,
    "other_script": -2.6,
    "foreign": 1.7,
    "other_language": -0.9,
    "before_link_alone": 1.5,
    # A media stub ends a post: what follows is another.
    "ends_another": -5.0,
    # Mentions, tags, links, emoji; counted only where blank lines part the paragraphs.
    "tokens": 0.0,
}
#: In an article whose paragraphs blank lines part, a body seldom is two of them.
_PARAGRAPH = -3.5
#: For or against a body that begins so.
_BEGINS = {
    "punctuation": -2.0,
    "emoji": 0.5,
    "link_alone": -1.0,
    "too_short": -1.3,
    "over": -4.3,
    "over_by": -2.7,
}


class Body(NamedTuple):
    """Where a body stands, and whether its start is beyond doubt."""

    span: Span
    sure: bool


@frozen
class Setting:
    """What is known of the post and of the article beside the text."""

    platform: str
    #: The post's day.
    day: date | None = None
    #: Prose follows the tail on its line, so that prose may precede the body on its own.
    goes_on: bool = False
    #: The tail stands on a line of its own.
    own_line: bool = False
    #: Language of the article.
    home: str | None = None
    #: Name of the account.
    author: str = ""
    layout: Layout = field(factory=Layout)


def find_body(text: str, floor: int, end: int, setting: Setting) -> Body:
    """The body that ends at `end` of `text`; it does not reach back over `floor`."""
    chunks = chunks_before(text, floor, end, setting.layout)
    if not chunks:
        return Body(Span(end, end), sure=False)
    limit = _limit(setting)
    scores: list[tuple[float, int]] = []
    total, best = 0.0, -99.0
    for i in range(len(chunks) - 1, -1, -1):
        body = text[chunks[i].span.start : end]
        if i < len(chunks) - 1 and setting.layout.blank_lines and _is_plain(chunks[i].words):
            break
        if i < len(chunks) - 1:
            features = features_of(chunks, i, text[chunks[i + 1].span.start : end], setting)
            total += sum(_WEIGHTS[name] * value for name, value in features.items() if value)
            if setting.layout.blank_lines:
                total += _PARAGRAPH + 1.5 * features["tokens"]
        begins = beginning_of(chunks, i, body, limit)
        score = total + sum(_BEGINS[name] * value for name, value in begins.items())
        scores.append((score, chunks[i].span.start))
        best = max(best, score)
        if begins["over_by"] > 5 or total < best - _NO_HOPE:
            break
    last = chunks[-1]
    mixed = setting.goes_on or (setting.layout.blank_lines and not setting.own_line)
    if mixed or ":" in last.words or _length(last.words) > 1.15 * limit:
        scores += _inside(text, last, limit, scores[0][0], setting)
    scores.sort(key=lambda found: (-found[0], found[1]))
    sure = len(scores) == 1 or scores[0][0] - scores[1][0] >= _SURE
    return Body(Span(_after_marks(text, scores[0][1]), end), sure)


def _is_plain(words: str) -> bool:
    """Whether nothing in a paragraph speaks for a post, so that it needs no closer look."""
    return likeness(marks_of(words)) < _PLAIN and _ITEM.match(words) is None


def features_of(chunks: Sequence[Chunk], i: int, rest: str, setting: Setting) -> dict[str, float]:
    """What can speak for or against chunk `i` being of the body, given that `rest`, behind it, is."""
    chunk, following = chunks[i], chunks[i + 1]
    words, marks = chunk.words, marks_of(chunk.words)
    announces = chunk.announces and (len(words) >= 50 or introduces(words))
    unstopped = not chunk.stopped and not announces
    short = unstopped and "\n" not in words and len(words) < 60
    features = {
        "any": 1.0,
        "length": min(3.0, len(words) / setting.layout.paragraph),
        "first_person": marks.first_person,
        "shorthand": marks.shorthand,
        "exclaimed": marks.exclaimed,
        "asked": marks.asked,
        "ampersand": marks.ampersand,
        "shouted": marks.shouted,
        "counted": marks.counted,
        "saying": marks.saying,
        "quoted": marks.quoted,
        "plainer": _style(rest) if _style(words) <= 0.2 else 0.0,
        "announces": float(announces),
        "names_a_post": float(names_a_post(words)),
        "names_author": float(any(name in words for name in _NAME.findall(setting.author))),
        "short_unstopped": float(short),
        "long_unstopped": float(unstopped and not short),
        "title_case": float(unstopped and _title_case(words)),
        "same_form": float(_same_form(words, following.words)),
        "before_link_alone": float(following.link_alone),
        "ends_another": float(bool(media_spans(words))),
        "tokens": min(3.0, marks.tokens),
    }
    return features | _languages(words, following.words, setting.home)


def beginning_of(chunks: Sequence[Chunk], i: int, body: str, limit: int) -> dict[str, float]:
    """What can speak for or against a body that begins with chunk `i`."""
    words, length = chunks[i].words, _length(body)
    over = max(0, length - limit) if i < len(chunks) - 1 else 0
    return {
        "punctuation": float(words[0] in ".,;:!?)"),
        "emoji": float(not words[0].isascii() and EMOJI.match(words) is not None),
        "link_alone": float(i > 0 and chunks[i].link_alone),
        "too_short": max(0, 60 - length) / 60,
        "over": float(over > 0),
        "over_by": min(6.0, over / 50),
    }


def _style(words: str) -> float:
    """How far `words` sound and look like a post, links aside, up to 1.5."""
    words = without_last_links(words)
    return min(1.5, has_emoji(words) + 0.5 * min(2, len(hashtag_spans(words))) + marks_of(words).style)


def _languages(words: str, following: str, home: str | None) -> dict[str, float]:
    """Another language than the article's is a post's; another than the body's is prose."""
    scripts = {script_of(words), script_of(following)}
    other = len(scripts) > 1 and not scripts <= _JAPANESE
    here = None if other or home is None else language_of(words, least=3)
    after = language_of(following, least=3) if here is not None and here == home else None
    return {
        "other_script": float(other),
        "foreign": float(here is not None and here != home),
        "other_language": float(after is not None and after != here),
    }


def _same_form(words: str, following: str) -> bool:
    """Whether two chunks begin alike, as items of a list do."""
    a, b = _ITEM.match(words), _ITEM.match(following)
    if a is None or b is None:
        return False
    return bool(a["label"] and b["label"]) or (a["sign"] is not None and a["sign"] == b["sign"])


def _title_case(words: str) -> bool:
    """Whether a line is set like an English headline: nearly every longer word with a capital."""
    found = _TITLE_WORD.findall(words)
    return len(found) >= 4 and sum(word[0].isupper() for word in found) >= 0.8 * len(found)


def _inside(text: str, last: Chunk, limit: int, whole: float, setting: Setting) -> list[tuple[float, int]]:
    """Starts at a sentence inside the last chunk, with their scores; `whole` is that of all of it.

    Prose and a post on one line: where prose goes on behind the tail, it may well stand before the body.
    """
    sentences = split_sentences(text, last.span.start, last.span.end)
    base = whole - (0.1 if setting.goes_on else 2.6)
    base += 3.0 if _length(last.words) > 1.15 * limit else 0.0
    found: list[tuple[float, int]] = []
    prose = 0.0
    for before, here in pairwise(sentences):
        told = before.of(text)
        marks = likeness(marks_of(told))
        prose += 0.2 - marks + 2.5 * introduces(told)
        rest = text[here.start : last.span.end]
        emoji = not rest[0].isascii() and EMOJI.match(rest) is not None and marks <= 0
        over = max(0, _length(rest) - limit)
        found.append((base + prose + 1.8 * emoji - over / 20, here.start))
    return found + _behind_colon(text, sentences, whole)


def _behind_colon(text: str, sentences: Sequence[Span], whole: float) -> list[tuple[float, int]]:
    """Starts behind a colon that announces a post on the same line: "The port wrote on X: We are back!"."""
    found = []
    for sentence in sentences[:8]:
        for colon in _INNER_COLON.finditer(text, sentence.start, min(sentence.end, sentence.start + 300)):
            told = text[sentence.start : colon.end()]
            marks = marks_of(told)
            if introduces(told) and not marks.tokens and marks.style <= 0.2:
                score = whole + (2.0 if names_a_post(told) or marks.saying else 0.0)
                found.append((score, _after_marks(text, colon.end())))
    return found


def _length(words: str) -> int:
    """Weighted length, as far as X counts it."""
    return weighted_length(without_last_links(words))


def _limit(setting: Setting) -> int:
    if setting.platform == "x" and setting.day is not None and setting.day < _LONGER_POSTS:
        return 140
    return _LIMITS.get(setting.platform, 1000)


def _after_marks(text: str, start: int) -> int:
    """`start`, moved behind blanks, list and quotation marks."""
    while (mark := _MARK.match(text, start)) and mark.end() > start:
        start = mark.end()
    return start

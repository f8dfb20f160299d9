"""What a post holds besides words: @mentions, #hashtags, $cashtags, links, media stubs; and its length.

The rules are those of twitter-text (https://github.com/twitter/twitter-text, `conformance/extract.yml`), with
handles of Bluesky (`@name.bsky.social`) and Mastodon (`@user@server`) beside X's, and one difference: a
media stub or a t.co link that is stuck to the word before it is found, because flattened embeds print it so.
Length: https://developer.x.com/en/docs/counting-characters, version 3.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import regex

from reconcile.lexicons import load_words
from reconcile.model import Span
from reconcile.patterns import lazy_re, lazy_regex

#: `pic.twitter.com/` and ten letters or figures: the stub that stands for a picture or a video.
_MEDIA = lazy_regex(r"(?:https?://)?pic\.(?:twitter|x)\.com/[A-Za-z0-9]{1,10}+", regex.IGNORECASE)
_SHORTENED = r"https?://t\.co/[A-Za-z0-9]{1,10}+"
_LABEL = r"[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?+"
#: In a path: Latin and Cyrillic letters, figures, signs, balanced parentheses; other scripts end it.
_PATH = (
    r"(?:\([^\s()<>]{0,200}+\)|[A-Za-z0-9\u00c0-\u024f\u0400-\u04ff!*';:=+,.$/%#\[\]\-\u2013_~@|&?]){0,2000}"
)
_LINK = lazy_regex(
    rf"""
      {_SHORTENED}
    | (?<![A-Za-z0-9@＠$#＃_\-.]) https?:// (?:{_LABEL}\.){{1,8}} (?:[A-Za-z]{{2,24}}+|\p{{L}}{{2,10}}+)
        (?![\p{{L}}\p{{N}}@]) (?::\d{{1,5}})? (?:[/?#]{_PATH}(?<![!*';:,.$\[\]|&?@]))?
    | (?<![A-Za-z0-9@＠$#＃_\-./\u00c0-\u024f\u0400-\u04ff])
        (?P<bare>(?:[A-Za-z0-9](?:[A-Za-z0-9_-]{{0,61}}[A-Za-z0-9])?+\.){{1,8}})
        (?P<end>[A-Za-z]{{2,24}})(?![A-Za-z0-9@_-]) (?P<path>/(?:{_PATH}(?<![!*';:,.$\[\]|&?@]))?)?
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
#: A domain as a handle ends in letters that the table knows: "@desk.lunda.social", not "@desk.Later".
_MENTION = lazy_regex(
    r"""
    (?: (?<![A-Za-z0-9_!\#$%&*@＠]) | (?<=(?<![A-Za-z0-9_+~.\-])[Rr][Tt]) ) [@＠]
    (?: [A-Za-z0-9_]{1,30}+(?:[.-][A-Za-z0-9_]{1,30}+){0,4}+@(?:[A-Za-z0-9-]{1,63}+\.){1,5}+[A-Za-z]{2,24}+
      | (?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?+\.){1,5}\L<generic>(?!\.?[A-Za-z0-9_@-])
      | (?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?+\.){2,5}[a-z]{2}(?![A-Za-z0-9_@-])
      | [A-Za-z0-9_]{1,20}+ )
    (?! [@＠A-Za-z0-9_\u00c0-\u024f] | :// )
    """,
    regex.VERBOSE,
    generic=load_words("domains", "generic"),
)
_HASHTAG = lazy_regex(
    r"(?<![\p{L}\p{M}\p{Nd}_&])[#＃](?P<tag>(?!\ufe0f|\u20e3)[\p{L}\p{M}\p{Nd}_\u200c\u30fb\u00b7]{1,280}+)(?![#＃]|://)"
)
_LETTER = lazy_regex(r"[\p{L}\p{M}]")
_CASHTAG = lazy_regex(r"(?<![^\s\u200e\u200f\u061c])\$([A-Za-z]{1,6}+(?:[._][A-Za-z]{1,2}+)?)(?![^\s\p{P}])")

#: Code points that weigh 2; all others weigh 1. Emoji of several code points weigh 2 together.
_HEAVY = lazy_re(r"[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
EMOJI = lazy_regex(
    r"[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3"
    r"|\p{Extended_Pictographic}[\ufe0f\U0001f3fb-\U0001f3ff]?+(?:[\U000e0020-\U000e007f]{1,8}"
    r"|(?:\u200d\p{Extended_Pictographic}[\ufe0f\U0001f3fb-\U0001f3ff]?+){1,8})?+"
)
#: What every emoji has at least, for a quick test.
_MAY_BE_EMOJI = lazy_re(
    "[\u00a9\u00ae\u203c\u2049\u20e3\u2122\u2139\u2190-\u21ff\u2300-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001fffd]"
)
_NOT_ASCII = lazy_re(r"(?:[0-9#*](?=[\ufe0f\u20e3]))?[^\x00-\x7f]+")
_URL_WEIGHT = 23


def mentions_of(text: str) -> tuple[str, ...]:
    """Handles that `text` mentions, without @, in order, each once (whatever its case).

    >>> mentions_of("@mfa_lunda and @press.lunda.social, see @desk@lunda.social, not desk@lunda.social")
    ('mfa_lunda', 'press.lunda.social', 'desk@lunda.social')
    """
    return _once(span.of(text)[1:] for span in mention_spans(text))


def hashtags_of(text: str) -> tuple[str, ...]:
    """Tags of `text` without #, in order, each once (whatever their case).

    >>> hashtags_of("#COP26 is not #1 &#39; #Klimaschutz")
    ('COP26', 'Klimaschutz')
    """
    return _once(span.of(text)[1:] for span in hashtag_spans(text))


def cashtags_of(text: str) -> tuple[str, ...]:
    """Ticker symbols of `text` without $, in order, each once.

    >>> cashtags_of("$NVDX and $BRK.B rose by $5")
    ('NVDX', 'BRK.B')
    """
    return _once(match[1] for match in _CASHTAG.finditer(text)) if "$" in text else ()


def links_of(text: str) -> tuple[str, ...]:
    """Links of `text` as printed, media stubs left out, in order, each once.

    >>> links_of("more:https://t.co/abcdefghij pic.twitter.com/abcdefghij (lunda.example.org/a_(b)).")
    ('https://t.co/abcdefghij', 'lunda.example.org/a_(b)')
    """
    return _once(span.of(text) for span in link_spans(text))


def media_of(text: str) -> tuple[str, ...]:
    """Media stubs of `text`, in order, each once.

    >>> media_of("#COP26pic.twitter.com/abcdefghij— Name")
    ('pic.twitter.com/abcdefghij',)
    """
    return _once(span.of(text) for span in media_spans(text))


def mention_spans(text: str) -> list[Span]:
    """Where `text` mentions accounts, the @ included."""
    if "@" not in text and "＠" not in text:
        return []
    return [Span(m.start(), m.end()) for m in _MENTION.finditer(text)]


def hashtag_spans(text: str) -> list[Span]:
    """Where `text` has hashtags, the # included; a media stub stuck to one is none of it."""
    if "#" not in text and "＃" not in text:
        return []
    plain = _without_media(text)
    return [Span(m.start(), m.end()) for m in _HASHTAG.finditer(plain) if _LETTER.search(m["tag"])]


def link_spans(text: str) -> list[Span]:
    """Where `text` has links, media stubs left out."""
    if not (stretches := list(_may_link(text))):
        return []
    plain = _without_media(text)
    return [
        Span(m.start(), m.end())
        for start, end in stretches
        for m in _LINK.finditer(plain, start, end)
        if m["bare"] is None or _is_bare_link(m)
    ]


def has_emoji(text: str) -> bool:
    """Whether an emoji is in `text`.

    >>> has_emoji("🇵🇰"), has_emoji("Größe – 3 €")
    (True, False)
    """
    return not text.isascii() and _MAY_BE_EMOJI.search(text) is not None and EMOJI.search(text) is not None


def _may_link(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between blanks that can hold a link: its name has letters behind a full stop.

    Most sentences have none, and in the others the pattern for links need not be tried at every character.
    """
    end, stop = 0, text.find(".")
    while stop >= 0:
        if text[stop + 1 : stop + 3].isalpha():
            start = max(end, text.rfind(" ", end, stop) + 1, text.rfind("\n", end, stop) + 1)
            ends = (text.find(" ", stop), text.find("\n", stop))
            end = min((at for at in ends if at >= 0), default=len(text))
            yield start, end
            stop = text.find(".", end)
        else:
            stop = text.find(".", stop + 1)


def _without_media(text: str) -> str:
    """`text` with its media stubs blanked, at the same offsets."""
    return _MEDIA.sub(lambda m: " " * len(m[0]), text) if _may_be_media(text) else text


def media_spans(text: str) -> list[Span]:
    """Where `text` has media stubs."""
    return [Span(m.start(), m.end()) for m in _MEDIA.finditer(text)] if _may_be_media(text) else []


def _may_be_media(text: str) -> bool:
    """A quick test whether a media stub may be in `text`; many posts have a link, few a stub."""
    return "/" in text and "pic." in text.lower()


def weighted_length(text: str) -> int:
    """The length of `text` as X counts it, against its limits of 140 (until November 2017) and 280.

    A link weighs 23, an emoji 2, a letter outside the scripts of Europe and the Near East 2. Media stubs and
    the @names that a reply begins with are not counted.

    >>> weighted_length("@lunda Hello https://example.org/a/long/path 🇵🇰 日本 pic.twitter.com/abcdefghij")
    37
    """
    text = unicodedata.normalize("NFC", _MEDIA.sub("", text) if "/" in text else text).strip()
    if "@" in text:
        text = text[_REPLY.match(text).end() :]  # type: ignore[union-attr]  # it matches nothing, too
    weight = last = 0
    for span in link_spans(text):
        weight += _weigh(text[last : span.start]) + _URL_WEIGHT
        last = span.end
    return weight + _weigh(text[last:])


_REPLY = lazy_regex(r"(?:[.\s]{0,3}@\w{1,20}+\s+)*+")


def _weigh(text: str) -> int:
    if text.isascii():
        return len(text)
    # What is not ASCII is looked at alone; a keycap begins with an ASCII sign.
    other = " ".join(_NOT_ASCII.findall(text))
    rest, emoji = EMOJI.subn("", other) if _MAY_BE_EMOJI.search(other) else (other, 0)
    return len(text) - len(other) + len(rest) + 2 * emoji + len(_HEAVY.findall(rest))


def _is_bare_link(match: regex.Match[str]) -> bool:
    """Whether "name.end" without a scheme is a link: by its last label, its path, its number of labels."""
    end = match["end"].lower()
    if len(end) > 2:
        return end in _generic()
    return bool(match["path"]) or match["bare"].count(".") > 1 or end in load_words("domains", "bare_country")


@cache
def _generic() -> frozenset[str]:
    return load_words("domains", "generic")


def _once(found: Iterable[str]) -> tuple[str, ...]:
    """Each string once, whatever its case, as first printed."""
    return tuple({text.casefold(): text for text in reversed([*found])}.values())[::-1]

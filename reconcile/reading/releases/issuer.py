"""Who issued a release, where it says so; None where that is in doubt.

Asked in the order of how plainly it is told: a source line, a label that names ("Press release of ..."), the
boilerplate's heading, a letterhead, the sender of a mail, the addresses of the contacts, and the subject of the
first sentence where it bears a legal form. A body that is only spoken of is never the issuer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from reconcile.lexicons import load_words
from reconcile.patterns import lazy_regex
from reconcile.reading.releases.lines import (
    ARTICLE,
    Line,
    about_lead,
    is_about,
    is_contact,
    leads,
    names_body,
)
from reconcile.reading.releases.outline import Outline
from reconcile.shown_dates import parse_shown_date

_COMPANY = lazy_regex(
    r"(?P<name>(?:\p{Lu}[\p{L}\p{N}&'’-]*+\s){1,4}(?:\L<forms>))(?![\p{L}\p{N}/])",
    forms=load_words("releases", "printed_forms"),
)
_ABBREVIATED = lazy_regex(
    r"(?:The\s)?(?P<name>\p{Lu}[\p{L}'’]*+(?:\s(?:\p{Lu}[\p{L}'’]*+|of|and|for|the|&)){1,7}) \(\p{Lu}{2,8}\)"
)
#: What goes on to say that the subject has company, where it is at home, or that somebody did something to it: an
#: issuer does not introduce itself so.
_NOT_ALONE = lazy_regex(
    r"[’']|,|\s(?:and|&|und|et|y|e|of|in|from)\s|\s(?:(?:has|have|had)\s(?:\w+\s)?been|was|were|is\s\w+ed|must|faces?|should|ought)\b"
)
_OF_THE_BOARD = lazy_regex(r"\b(?:board|management|directors)\s(?:of\s\w+\s)?of\s\Z", regex.IGNORECASE)
_PARTS = lazy_regex(r"\s+[|/·•–—-]{1,2}\s+|\s*[|·•]\s*|,\s+|\t")
_DOMAIN = lazy_regex(r"[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,5}\w{2,24})")
_NAME = lazy_regex(
    r"\p{Lu}[\p{L}\p{N}'’&-]*+(?:\s(?:(?:of|the|and|for|&|de|la|du|der|die|für|und|et)\s){0,2}\p{Lu}[\p{L}\p{N}'’&-]*+){0,6}"
)
_LETTERS = lazy_regex(r"[^\p{L}\p{N}]")
#: A name that a domain spells has as many letters; an acronym as many.
_SPELLED, _ACRONYM = 6, 4
#: Lines at the foot in which a source line may stand; letters of the message in which names are looked for.
_FOOT, _READ = 12, 20_000
_EDGES = ' \t:.*_#=-–—|"“”'


def issuer_of(text: str, found: Outline, sender: str | None = None) -> str | None:
    """The body that issued the release, as it is written there; `sender` is what a mail calls its own."""
    for told in (_source_lines(found), _labels(found), _boilerplate(found), _letterhead(found)):
        name = next(told, None)
        if name:
            return _as_written(name, text)
    sent = _body_in(sender or "")
    if sent:
        return sent
    return _addressed(text, found) or _signed(text, found) or _subject(found)


def _source_lines(found: Outline) -> Iterator[str]:
    """ "Source: Lunda Roads", "Herausgeber: ..."."""
    lines = found.lines
    for line in (*found.top, *lines[max(len(found.top), len(lines) - _FOOT) :]):
        lead, colon, rest = line.words.partition(":")
        told = colon and lead.strip().casefold() in load_words("releases", "issued_by")
        if told and 2 < len(rest.strip()) <= 100 and "@" not in rest:
            yield _without_desk(rest.strip(" ."))


def _labels(found: Outline) -> Iterator[str]:
    """ "Press release of the Ministry of Transport", where what it names is a body of its own."""
    for line in found.top:
        lower = line.words.casefold()
        label = next((w for w in leads("labels") if lower.startswith(w)), None)
        join = label and next(
            (j for j in leads("issuer_joins") if lower[len(label) :].startswith(f" {j}")), None
        )
        if label and join:
            rest = line.words[len(label) + 1 + len(join) :]
            named = _body_in(rest.strip(_EDGES)) if rest[:1] == " " or join.endswith("'") else None
            if named and "," not in rest:
                yield named


def _boilerplate(found: Outline) -> Iterator[str]:
    """ "About Lunda Ports"; not "About us", nor "About the project"."""
    for line in found.lines[found.end :]:
        if is_about(line):
            name = line.words[len(about_lead(line)) :].partition(":")[0].strip(" '’.:*_")
            name = ARTICLE.sub("", name.removeprefix("The "))
            if name[:1].isupper():
                yield name


def _letterhead(found: Outline) -> Iterator[str]:
    """The name of a body alone on one of the first two lines, or beside that of its press office."""
    for line in found.top[:2]:
        name = _body_in(line.words.strip(_EDGES))
        if name:
            yield name


def _body_in(words: str) -> str | None:
    """The one name of a body in words that are only names: "Lunda Ports Ltd | Press Office"; None for an organ."""
    parts = [part for part in (p.strip(_EDGES) for p in _PARTS.split(words)) if part]
    named = [name for name in map(_without_desk, parts) if names_body(name) and _is_own(name)]
    others = [part for part in parts if part.casefold() not in load_words("releases", "desks")]
    return named[0] if len(named) == 1 and len(others) == 1 else None


def _without_desk(name: str) -> str:
    """The name without the press office: "Press Office of the Town of Lisk", "Pressestelle Stadt Lisk"."""
    lower = name.casefold()
    for desk in leads("desks"):
        if lower.endswith(f" {desk}"):
            return name[: -len(desk)].strip(" ,-–|")
        if lower.startswith(f"{desk} "):
            rest = name[len(desk) :].strip(" ,-–|:")
            join = next((j for j in leads("issuer_joins") if rest.casefold().startswith(f"{j} ")), "")
            return rest[len(join) :].strip()
    return name


def _is_own(name: str) -> bool:
    """Whether it is the name of one body, and not what many have: "Supervisory Board", "Press Office"."""
    lower = name.casefold().removeprefix("the ")
    return lower not in load_words("releases", "organs") and lower not in load_words("releases", "desks")


def _addressed(text: str, found: Outline) -> str | None:
    """The name that the domain of the contacts' addresses spells: "press@lundaports.example" for "Lunda Ports"."""
    domains = {match[1].casefold() for line in found.lines for match in _DOMAIN.finditer(line.words)}
    spelled = {_LETTERS.sub("", max(d.split(".")[:-1], key=len)) for d in domains}
    if len(spelled) != 1:
        return None
    wanted = spelled.pop()
    names = dict.fromkeys(match.group() for match in _NAME.finditer(text[:_READ]))
    fitting = [name for whole in names for name in _tails(whole) if _spells(name, wanted)]
    return max(fitting, key=len, default=None)


def _tails(name: str) -> Iterator[str]:
    """The name, and what is left of it without what begins its sentence: "The", "So"."""
    words = name.split()
    yield from (" ".join(words[n:]) for n in range(min(3, len(words))) if n or words[0] != "The")


def _spells(name: str, wanted: str) -> bool:
    words = [w.casefold() for w in name.split()]
    small = load_words("releases", "small_words")
    forms = load_words("releases", "legal_forms")
    for kept in (
        words,
        [w for w in words if w not in small],
        [w for w in words if w.strip(".") not in forms],
    ):
        letters = _LETTERS.sub("", "".join(kept))
        if letters == wanted and len(letters) >= _SPELLED:
            return True
    initials = "".join(w[0] for w in words if w not in small)
    return len(initials) >= _ACRONYM and initials == wanted


def _signed(text: str, found: Outline) -> str | None:
    """The one body that the contacts name and the message too: an agency that sends the release is not in it."""
    message = text[: found.lines[found.end - 1].span.end] if found.end else ""
    named: set[str] = set()
    for line in _contacts(found):
        for part in regex.split(r"[,;:|\t]\s*", line.words):
            name = _without_desk(part.strip(_EDGES))
            if names_body(name) and _is_own(name) and name.removeprefix("The ") in message:
                named.add(name.removeprefix("The "))
    return named.pop() if len(named) == 1 else None


def _contacts(found: Outline) -> Iterable[Line]:
    yield from (found.lines[i] for i in sorted(found.above))
    inside = False
    for line in found.lines[found.end :]:
        inside = inside or is_contact(line)
        if inside:
            yield line


def _subject(found: Outline) -> str | None:
    """The company, by its legal form, that the headline or the first sentence begins with, or whose board acts in
    it; or the body that the first sentence begins with and abbreviates: "The Lunda Dockers' Union (LDU) calls ...".
    """
    sentence = next((line for line in found.top if line.is_paragraph), None)
    if sentence is None:
        return None
    start = _after_dateline(sentence.words)
    opening = _COMPANY.match(sentence.words, start)
    if opening and not _NOT_ALONE.match(sentence.words, opening.end()):
        return opening["name"]
    board = next(
        (
            c
            for c in _COMPANY.finditer(sentence.words, start, start + 160)
            if _OF_THE_BOARD.search(sentence.words[: c.start()])
        ),
        None,
    )
    if board:
        return board["name"]
    body = _ABBREVIATED.match(sentence.words, start)
    return body["name"] if body else None


def _after_dateline(words: str) -> int:
    """Where the first sentence begins behind "Lunda, 2 May 2024 - "."""
    shown = parse_shown_date(words[:120])
    gap = (
        regex.match(r"\)?\s*(?:[-–—]{1,2}|:|/[^/\n]{1,30}/\s*[-–—]*)\s*", words[shown.span.end :])
        if shown
        else None
    )
    return shown.span.end + gap.end() if shown and gap and shown.span.start <= 40 else 0


def _as_written(name: str, text: str) -> str:
    """The name as the message writes it, where the letterhead has it in capitals."""
    if not name.isupper():
        return name
    names = dict.fromkeys(match.group() for match in _NAME.finditer(text[:_READ]))
    written = (tail for whole in names for tail in _tails(whole) if not tail.isupper())
    return next((tail for tail in written if tail.casefold() == name.casefold()), name)

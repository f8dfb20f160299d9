"""The lines of a release, and what a line is by itself: a label, a date, contacts, the name of a body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex
from attrs import frozen

from reconcile.lexicons import load_words
from reconcile.model import Span
from reconcile.patterns import lazy_regex
from reconcile.shown_dates import parse_shown_date

_LINE = lazy_regex(r"[^\n]+")
WORD = lazy_regex(r"[\p{L}\p{M}\p{N}/&.'’-]+")
STOP = lazy_regex(r"[.!?…][\"”’'»)\]]*\s*\Z")
ADDRESS = lazy_regex(
    r"@[\w-]+\.|https?://|www\.|\+?\d[\d ()/-]{6,}|\b(?:tel|phone|fon|fax|e-?mail)\b", regex.IGNORECASE
)
#: A label, then perhaps a number, a place, a date: "AD HOC RELEASE / Zlatna, 25 September 2024, 19:15".
_AFTER_LABEL = lazy_regex(r"\s*(?:no\.?\s?[\d/]+|nr\.?\s?[\d/]+|[\d/]+)?\s*[:/|,–—-]?\s*", regex.IGNORECASE)
#: Before the name in a heading: "About the Lunda Ports Authority", "Über die Stadtwerke".
ARTICLE = lazy_regex(
    r"\A(?:the|die|der|das|den|la|le|les|l[’']|el|los|las|il|lo|gli|i|o|os|as|de|het)\s+(?=\p{Lu})"
)
#: "Lunda, ", "Port Merrow (Orva), den ".
_PLACE = lazy_regex(r"\p{Lu}[\p{L}\p{M}'’-]+(?:[ (]+\p{Lu}[\p{L}\p{M}'’.-]+\)?){0,3},\s")
#: Marks that stand alone on the line that ends a message.
_END_MARKS = frozenset(("###", "***", "-30-", "# # #", "* * *", "-0-", "- 0 -", "♦♦♦"))
#: A headline is no longer; a letterhead has no more words.
LONGEST_HEADLINE, _LETTERHEAD_WORDS = 200, 9
_EDGES = " \t:.*_#=-–—|"


@frozen
class Line:
    """A line that holds words: where they stand, the words, and whether an empty line is above them."""

    span: Span
    words: str
    opens: bool = False

    @property
    def bare(self) -> str:
        """Case folded, without marks around it."""
        return self.words.casefold().strip(_EDGES)

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a sentence or more, and no heading."""
        return STOP.search(self.words) is not None or len(self.words) > LONGEST_HEADLINE


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that hold words."""
    lines: list[Line] = []
    end = 0
    for found in _LINE.finditer(text):
        words = found.group().strip()
        if words:
            gap = text[end : found.start()]
            lines.append(Line(Span(found.start(), found.end()), words, gap.count("\n") > 1 or not lines))
            end = found.end()
    return lines


def ends_message(line: Line) -> bool:
    """Whether the line is a mark such as "ENDS" or "###"."""
    return line.bare in load_words("releases", "ends") or line.words in _END_MARKS


def heads_notes(line: Line) -> bool:
    """ "Notes to editors", alone on its line."""
    return line.bare in load_words("releases", "notes")


def is_about(line: Line) -> bool:
    """ "About Lunda Ports", alone or before a colon; not "About 40 people came." """
    lead = about_lead(line)
    if not lead:
        return False
    rest = ARTICLE.sub("", line.words[len(lead) :].lstrip(" '’"))
    head, colon, _ = rest.partition(":")
    named = bool(head[:1].isupper()) or not head[:1].isalpha()
    alone = not colon and not STOP.search(rest) and len(rest.split()) <= 8
    short = alone or (bool(colon) and len(head.split()) <= 8)
    return bool(head) and not head[:1].isdigit() and named and short


def about_lead(line: Line) -> str:
    """The word that begins boilerplate, as "about", where the line begins with one; else ""."""
    return next((w for w in leads("about") if line.bare.startswith(w) and _ends_word(line.bare, w)), "")


def is_contact(line: Line) -> bool:
    """ "Press contact: ..." or "Contact" alone; an address or number must follow a longer line."""
    lead = next((w for w in leads("closing") if line.bare.startswith(w)), None)
    if lead is None:
        return False
    rest = line.words[len(lead) :].strip()
    return (
        not rest.strip(":") or rest.startswith(":") or (ADDRESS.search(rest) is not None and len(rest) < 200)
    )


def is_embargo(line: Line) -> bool:
    """ "EMBARGOED UNTIL 00:01 FRIDAY 3 MAY 2024"."""
    return any(line.bare.startswith(w) for w in load_words("releases", "embargoes"))


def is_label(line: Line) -> bool:
    """Whether the line is what the document calls itself, alone or before a date or a number."""
    return line.bare in load_words("releases", "labels") or is_embargo(line) or not without_label(line.words)


def without_label(words: str) -> str:
    """What follows a label such as "PRESS RELEASE": a headline, a date, or nothing."""
    lower = words.casefold()
    label = next((w for w in leads("labels") if lower.startswith(w)), None)
    if label is None:
        return words
    rest = words[len(label) :]
    if is_date(rest):
        return ""
    gap = _AFTER_LABEL.match(rest)
    after = rest[gap.end() :] if gap else rest
    marked = not after or bool(gap and gap.group().strip()) or is_date(after)
    if not marked:
        return words
    # a label in two languages: "COMUNICADO / PRESS RELEASE"
    return (
        "" if is_date(after) or after.casefold().strip(_EDGES) in load_words("releases", "labels") else after
    )


def is_date(words: str) -> bool:
    """Whether a line is a date, with a place, a weekday, an hour beside it at most."""
    shown = parse_shown_date(words) if len(words) <= 80 else None
    if shown is None:
        return False
    rest = WORD.findall(words[: shown.span.start] + " " + words[shown.span.end :])
    return len(rest) <= 3


def names_place(words: str) -> bool:
    """Whether the line is a date behind a place: "Lunda, 2 May 2024"; no label, no weekday alone."""
    shown = parse_shown_date(words) if is_date(words) and without_label(words) == words else None
    return shown is not None and bool(_PLACE.match(words[: shown.span.start]))


def names_body(words: str) -> bool:
    """Whether the words are the name of a body and no more."""
    found = WORD.findall(words)
    if not 1 < len(found) <= _LETTERHEAD_WORDS or STOP.search(words) or any(c.isdigit() for c in words):
        return False
    if words.casefold().strip(_EDGES) in load_words("releases", "labels") or without_label(words) != words:
        return False
    lower = [word.casefold().strip(".") for word in found]
    small = load_words("releases", "small_words")
    of_body = [_is_body_word(word) for word in lower]
    if not (any(of_body) or lower[-1] in load_words("releases", "legal_forms")):
        return False
    if any(word in load_words("releases", "headline_words") for word in lower) or _has_verb(lower, of_body):
        return False
    return all(word[0].isupper() or word in small or not word[0].isalpha() for word in found)


def _is_body_word(word: str) -> bool:
    """ "clinic", "clinics"."""
    words = load_words("releases", "body_words")
    return word in words or (word.endswith("s") and word[:-1] in words)


def _has_verb(words: Sequence[str], of_body: Sequence[bool]) -> bool:
    """Whether what follows the body looks like its verb: "City Council Approves Budget"."""
    return any(
        before and not of_body[i] and word.endswith("s") and not word.endswith(("ss", "'s", "’s"))
        for i, (before, word) in enumerate(zip(of_body, words[1:], strict=False), 1)
    )


@cache
def leads(key: str) -> tuple[str, ...]:
    """The words of a list, longest first, so that "press release" is not taken for "press"."""
    return tuple(sorted(load_words("releases", key), key=len, reverse=True))


def _ends_word(line: str, lead: str) -> bool:
    return len(line) == len(lead) or not (line[len(lead)].isalpha() and lead[-1].isalpha())

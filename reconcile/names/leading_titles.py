"""The title in a row of capitalised words: "Deputy Foreign Minister | Ada Moss", "Mr | Moss"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.lexicons import load_words
from reconcile.names.bodies import body_words
from reconcile.names.joints import Word
from reconcile.names.offices import address, fields, office_words, portfolio_words, statuses, titles
from reconcile.names.printed import without_status


def title_in(text: str, words: Sequence[Word]) -> tuple[int, int, bool]:
    """Where a title in a part of a run begins and ends (word indices), and whether it ends in "Mr" and the
    like.

    (0, 0, False) where there is none; the words before the title are another name.
    """
    if not any(w.printed.leads for w in words):
        return (0, 1, True) if _called(words) else (0, 0, False)
    first, cut, addressed = 0, 0, False
    i = 0
    while i < len(words):
        key = without_status(words[i].key.rstrip("."))
        if i == cut and key in address() and i + 1 < len(words):
            first, cut, addressed = first if cut else i, i + 1, True
        elif (
            key in office_words()
            and not words[i].possessive
            and (begin := _form_begin(words, i, first)) is not None
        ):
            if begin > cut and cut == 0:
                begin = _described_from(words, begin)
            if not _is_surname(words, begin, i):
                first = first if cut else begin
                cut = _field_end(text, words, i + 1)
                addressed = False
        elif (
            i > cut
            and key not in portfolio_words()
            and key not in body_words()
            and key not in statuses()
            and i - cut >= 3
        ):
            break
        i += 1
    return (0, 1, True) if cut == 0 and _called(words) else (first, cut, addressed)


def _called(words: Sequence[Word]) -> bool:
    """Whether a sentence's first word says what somebody does, and the name follows: "Economists Ada Moss"."""
    first = words[0]
    return first.opens and len(words) > 1 and first.printed.calling and not first.possessive


def _form_begin(words: Sequence[Word], last: int, least: int) -> int | None:
    """The index where the longest title that ends with word `last` begins, or None."""
    for begin in range(max(least, last - 3), last + 1):
        form = " ".join(without_status(w.printed.text.lower().rstrip(".")) for w in words[begin : last + 1])
        if form in titles():
            return begin
    return None


def _described_from(words: Sequence[Word], begin: int) -> int:
    """A title's beginning with its field and status before it: "Deputy Foreign Minister"."""
    while begin > 0 and (
        words[begin - 1].printed.text.lower() in statuses()
        or words[begin - 1].key in portfolio_words()
        or words[begin - 1].printed.text.lower() in fields()
    ):
        begin -= 1
    return begin


def _is_surname(words: Sequence[Word], begin: int, last: int) -> bool:
    """Whether what looks like a title is a name: "Ada King", "Dean Moss"."""
    key = words[last].key
    if begin > 0 and key in load_words("names", "title_names"):
        return True
    left = len(words) - last - 1
    return (
        begin == 0 == last
        and left == 1
        and key in load_words("names", "title_given_names")
        and key in ("dean", "earl", "duke", "rex", "don")
    )


def _field_end(text: str, words: Sequence[Word], i: int) -> int:
    """The index behind a title's field: "Minister | of State for Foreign Affairs | Ada Moss"."""
    while i < len(words):
        gap = text[words[i - 1].end : words[i].start]
        key = words[i].key
        bound = gap.strip() in ("of", "for", "of the", "for the", "and", "&")
        if (key == "state" and bound) or (
            key in portfolio_words() and (bound or words[i - 1].key in portfolio_words())
        ):
            i += 1
        else:
            break
    return i

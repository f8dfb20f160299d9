"""What joins two capitalised words into one name: a space, a particle, "of", an initial's full stop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from reconcile.lexicons import load_words
from reconcile.names.bodies import body_words, legal_forms
from reconcile.names.offices import office_words, portfolio_words, single_titles
from reconcile.names.openings import begins_sentence
from reconcile.names.printed import Printed

#: What stands before the platform's name, and before nobody's initial.
_ON_X = (" on ", " to ", "via ")
#: What stands around a nickname inside a name: Ada "Kit" Moss.
_NICK_OPENS, _NICK_CLOSES = (' "', " “", " ‘", " „"), ('" ', "” ", "’ ", "“ ")
_CONNECTORS = (" of ", " of the ", " for ", " for the ", " & ", " and ")
_POSSESSIVES = frozenset({"'s ", "’s ", "' ", "’ "})

Joint: TypeAlias = Literal[
    "space", "possessive", "opens nickname", "closes nickname", "stop", "connector", "particle"
]


class Word(NamedTuple):
    """A capitalised word without its possessive ending. (A page has hundreds: a tuple is made fastest.)"""

    start: int
    end: int
    printed: Printed
    #: It begins a sentence, a quotation or a line, or stands in a headline where every word has a capital.
    opens: bool
    possessive: bool = False

    @property
    def key(self) -> str:
        """The word in lower case, without accents: how it meets the word lists."""
        return self.printed.key


def joined(text: str, run: Sequence[Word], words: Sequence[Word], i: int) -> bool:
    """Whether word `i` goes on with the run of the words before it, by what stands between them."""
    last, word = run[-1], words[i]
    gap = text[last.end : word.start]
    if last.possessive:
        return gap in _POSSESSIVES and _possessor(last.printed, word.printed)
    joint = joints().get(gap)
    form = last.printed.text
    if joint == "space":
        return len(form) != 2 or form[1] != "." or _is_initial(text, last, word)
    if joint == "opens nickname" and text[word.end : word.end + 2] in _NICK_CLOSES:
        return i + 1 < len(words) and words[i + 1].start == word.end + 2
    if joint == "closes nickname":
        return text[last.start - 1 : last.start] in '"“‘„' and len(run) > 1
    if joint == "stop":
        return form in load_words("abbreviations", "before_name") or (
            len(form) == 1 and _is_initial(text, last, word)
        )
    if joint == "connector":
        return _connected(gap.strip(), run, words, i)
    return joint == "particle"


@cache
def joints() -> Mapping[str, Joint]:
    """Everything that may stand between two words of one name, and what it is."""
    table: dict[str, Joint] = dict.fromkeys(_POSSESSIVES, "possessive")
    table.update(dict.fromkeys(_particle_gaps(), "particle"))
    table.update(dict.fromkeys(_CONNECTORS, "connector"))
    table.update(dict.fromkeys((". ", "."), "stop"))
    table.update(dict.fromkeys(_NICK_CLOSES, "closes nickname"))
    table.update(dict.fromkeys(_NICK_OPENS, "opens nickname"))
    table.update(dict.fromkeys((" ", "\u00a0"), "space"))
    return table


def _is_initial(text: str, last: Word, word: Word) -> bool:
    """Whether one letter with a full stop is an initial, and no sentence's end: "wrote on X. Her deputy ..." is."""
    platform = last.printed.text[0] == "X" and text[max(0, last.start - 4) : last.start].endswith(_ON_X)
    return not platform and not begins_sentence(word.key)


def _possessor(last: Printed, word: Printed) -> bool:
    """Whether a possessive belongs to a body's name: "Mayor's Office", "Bakers' Guild"."""
    return word.body and (last.key in load_words("names", "possessors") or last.text.endswith("s"))


def _connected(joint: str, run: Sequence[Word], words: Sequence[Word], i: int) -> bool:
    """Whether "of", "for", "and", "&" joins two capitalised words into one name."""
    fields = portfolio_words()
    word = words[i]
    if run[-1].key in legal_forms():
        return False
    if joint in ("and", "&"):
        if run[-1].key not in fields:
            return False
        return word.key in fields or any(w.printed.body for w in words[i : i + 2] if w.start - word.end < 3)
    if word.key in fields or word.key == "state":
        return any(w.key in office_words() or w.printed.body for w in run)
    return any(w.key in _heads() for w in run)


@cache
def _heads() -> frozenset[str]:
    """Nouns of bodies and places that an "of" may follow: "Port of Thorne", not "Mayor of Thorne"."""
    nouns = load_words("body_nouns", "not_alone") | load_words("names", "place_nouns")
    return (nouns - office_words()) | (body_words() - single_titles()) | (body_words() - office_words())


@cache
def _particle_gaps() -> frozenset[str]:
    """What may stand between two parts of a person's name: " de ", " van der ", " al-", " d'"."""
    particles = load_words("names", "particles") - {"of", "und", "e", "y", "i", "op", "auf"}
    firsts = ("van", "von", "de", "di", "op", "in", "el", "al", "auf", "bin", "ibn", "y")
    joints = {f" {p} " for p in particles} | {
        f" {p}-" for p in ("al", "el", "ul", "ad", "as", "ar", "an", "bin")
    }
    joints |= {
        f" {a} {b} "
        for a in firsts
        for b in ("der", "den", "de", "het", "la", "las", "los", "der", "'t", "’t", "al", "zu")
    }
    joints |= {" d'", " d’", " l'", " l’", " de l'", " y ", " e ", " dell'", " dell’"}
    return frozenset(joints)

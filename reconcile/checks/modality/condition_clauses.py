"""A condition of a post as a clause that the prose can take over: "if the government agrees"."""

from __future__ import annotations

from typing import cast

import regex

from reconcile.lexicons import load_toml
from reconcile.patterns import lazy_regex
from reconcile.words import stop_words

#: What has to come first, as a sentence of its own: "both councils still have to agree".
_TO_COME_FIRST = lazy_regex(
    r"(?P<who>.+?)\s(?:(?:still|first)\s)?(?:(?P<many>have)|has)\s(?:still\s|first\s|yet\s)?to\s(?:first\s)?(?P<verb>\p{Ll}+)(?P<rest>.*)",
    regex.DOTALL,
)


def as_clause(text: str) -> str:
    """A condition as a clause that the prose can take over.

    >>> as_clause("the govt still has to agree")
    'if the government agrees'
    >>> as_clause("subject to approval")
    'subject to approval'
    """
    words = " ".join(text.split())
    match = _TO_COME_FIRST.fullmatch(words)
    if match is None:
        first = words.partition(" ")[0]
        return (
            first.lower() + words[len(first) :]
            if first.istitle() and first.lower() in stop_words()
            else words
        )
    ending = "" if match["many"] else "es" if match["verb"].endswith(("s", "sh", "ch", "x")) else "s"
    who = " ".join(_in_full(word) for word in match["who"].split())
    return f"if {who} {match['verb']}{ending}{match['rest']}"


def _in_full(word: str) -> str:
    """A word of a post as the prose would print it: "govts" in full."""
    table = cast("dict[str, str]", load_toml("words")["shorthand"])
    plural = table.get(word[:-1], "") if word.endswith("s") else ""
    return table.get(word) or (f"{plural}s" if plural else word)

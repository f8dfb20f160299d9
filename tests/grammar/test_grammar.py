"""Words, scopes of denial, tense: the little grammar that comparisons of meaning need."""

from __future__ import annotations

import pytest

from reconcile.grammar.denial import read_denials
from reconcile.grammar.phrases import PhraseTable
from reconcile.grammar.tense import reality, told_as_done
from reconcile.grammar.words import read_words

#: Sentences that deny nothing.
AFFIRMED = [
    "It was not only late but also expensive.",
    "No doubt the wall will hold.",
    "No. 10 Quay Street is open.",
    "Pell won 2-0 against Marlow.",
    "No, we are open.",
    "No fewer than 40 boats came.",
]

#: A sentence, and the words in it that are denied once, function words left out.
DENIED = [
    ("She did not sign the treaty.", "sign treaty"),
    ("They signed no treaty.", "signed treaty"),
    ("Nobody has fallen ill.", "fallen ill"),
    ("The firm failed to reject the offer.", "reject"),
    ("The water is unsafe.", "unsafe"),
    ("He did not say whether the plant would close.", ""),
    ("They did not sign and left.", "sign"),
    ("We aren't closing the pool, the town said.", "closing pool"),
    ("Trains run without delays.", "delays"),
    ("Shops are exempt from taking bottles.", "bottles"),
]

#: A sentence, the verb in it, and how real it is told to be.
REAL = [
    ("The ports will sign an accord.", "sign", "future"),
    ("The ports signed an accord.", "signed", "done"),
    ("The accord has been signed.", "signed", "done"),
    ("The accord will be signed soon.", "signed", "future"),
    ("They plan to sign it.", "sign", "planned"),
    ("They agreed to sign it.", "agreed", "done"),
    ("They agreed to sign it.", "sign", "agreed"),
    ("It may therefore have to close.", "close", "possible"),
    ("On 3 May it closed.", "closed", "done"),
    ("New bridge to open in June", "open", "planned"),
    ("He has to pay.", "pay", "obliged"),
    ("The pool stays closed.", "closed", "untold"),
    ("She said that she would close it.", "close", "future"),
    ("He did not pay.", "pay", "done"),
]


@pytest.mark.parametrize("sentence", AFFIRMED)
def test_what_denies_nothing(sentence: str) -> None:
    assert not any(read_denials(sentence).denied)


@pytest.mark.parametrize(("sentence", "denied"), DENIED)
def test_scopes(sentence: str, denied: str) -> None:
    words, denials = read_words(sentence), read_denials(sentence)
    told = [w for w, k, d in zip(words.lower, words.keys, denials.denied, strict=True) if d and k]
    assert " ".join(told) == denied


@pytest.mark.parametrize(("sentence", "verb", "real"), REAL)
def test_reality(sentence: str, verb: str, real: str) -> None:
    assert reality(sentence, read_words(sentence).lower.index(verb)) == real


def test_a_participle_before_by_is_no_deed() -> None:
    sentence = "There is to be a café run by the college."
    assert not told_as_done(sentence, read_words(sentence).lower.index("run"))


def test_brackets_leave_the_clause_whole() -> None:
    words = read_words("The plant (430 employees) may close.")
    assert words.clauses[0] == words.clauses[-2] != words.clauses[2]


def test_full_stops_of_abbreviations_end_no_clause() -> None:
    words = read_words("Orla Gravel, Inc. today sued Mr. Pell.")
    assert len({clause // 100 for clause in words.clauses}) == 1


@pytest.mark.parametrize(
    ("phrase", "sentence", "matched"),
    [
        ("vote against", "The Greens voted against it.", "voted against"),
        ("turn ... down", "They turned the first offer down.", "turned the first offer down"),
        ("=held", "They hold it.", None),
        ("support", "Their supporters sang.", None),
        ("support", "They supported it.", "supported"),
    ],
)
def test_phrases(phrase: str, sentence: str, matched: str | None) -> None:
    words = read_words(sentence)
    found = PhraseTable({"label": [phrase]}).find(words)
    assert (words.span(found[0].first, found[0].last).of(sentence) if found else None) == matched

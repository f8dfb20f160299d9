"""A word that stands in the prose and in a post is one word, though the post is in another language."""

from __future__ import annotations

from reconcile.links.wording import WordingReader
from reconcile.model import Span, Statement

GERMAN = (
    "Die Fähre nach Kolsund fährt seit gestern nicht mehr, weil die Reederei Inference Lines den Betrieb "
    "eingestellt hat und niemand weiß, wann es weitergehen wird."
)
ENGLISH = "We at Inference Lines are sorry that the ferry to Kolsund will not be running until we have found a buyer."


def statement(source: str, text: str) -> Statement:
    return Statement(f"{source}-1", source, Span(0, len(text)), text)


def test_a_name_is_the_same_in_a_post_of_another_language() -> None:
    claim, told = statement("document", GERMAN), statement("p1", ENGLISH)
    reader = WordingReader((), [claim], [told])
    ours = {word.text: word.key for word in reader.read(claim).words}
    theirs = {word.text: word.key for word in reader.read(told).words}
    assert {"Inference", "Kolsund"} <= ours.keys() & theirs.keys()
    assert [theirs[name] for name in ("Inference", "Kolsund")] == [
        ours[name] for name in ("Inference", "Kolsund")
    ]


def test_words_of_the_post_alone_are_read_in_its_own_language() -> None:
    told = statement("p1", ENGLISH)
    alone = {word.text: word.key for word in WordingReader((), (), [told]).read(told).words}
    both = WordingReader((), [statement("document", GERMAN)], [told])
    beside = {word.text: word.key for word in both.read(told).words}
    assert alone.keys() == beside.keys()
    assert {text for text in alone if alone[text] != beside[text]} <= {"Inference", "Lines"}

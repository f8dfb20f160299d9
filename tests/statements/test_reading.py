"""What is found in a text goes to the sentence that it begins in, and to no other."""

from datetime import date

from reconcile.model import Account, Entity, Mention, Place, Post, Release, Span
from reconcile.sentences import split_sentences
from reconcile.statements.cast import Cast
from reconcile.statements.reading import continued, read_sentences

DAY = date(2024, 3, 13)


def entity(name: str, text: str) -> Entity:
    at = text.find(name)
    mentions = (Mention("document", Span(at, at + len(name)), name, "name"),) if at >= 0 else ()
    return Entity(name, "person", name, mentions)


def test_what_stands_outside_the_sentences_is_left_out() -> None:
    text = "About Lind. Kessler left Lisbon. In Paris, Brandt."
    read = read_sentences(
        "document", text, [Span(12, 32)], DAY, Cast([entity(n, text) for n in ("Lind", "Kessler", "Brandt")])
    )
    assert [s.entities for s in read] == [("Kessler",)]
    assert [f.text for f in read[0].facts if isinstance(f, Place)] == ["Lisbon"]


def test_a_bare_quotation_goes_on_with_its_speaker_and_nothing_else_does() -> None:
    text = '"We have worked for a year," said Kessler. "It was not easy at all." Brandt left.'
    sentences = split_sentences(text)
    read = continued(
        read_sentences(
            "document", text, sentences, DAY, Cast([entity("Kessler", text), entity("Brandt", text)])
        )
    )
    assert [s.said.speaker for s in read] == ["Kessler", "Kessler", None]
    assert [s.said.mode for s in read] == ["direct", "direct", None]


def test_authors_and_issuers() -> None:
    lind = Entity("e1", "person", "Ada Lind", accounts=(Account("x", "AdaLind"),))
    port = Entity("e2", "organization", "Port of Lisk", (Mention("r1", Span(0, 4), "The Port", "name"),))
    cast = Cast([lind, port])
    assert cast.author(Post("p1", "supplied", "x", "Hi", handle="adalind")) == "e1"
    assert cast.author(Post("p1", "supplied", "x", "Hi", handle="ada")) is None
    assert cast.author(Post("p1", "supplied", "x", "Hi")) is None
    assert cast.issuer(Release("r1", "text", issuer="the port")) == "e2"
    assert cast.issuer(Release("r1", "text", issuer="Ada")) is None
    assert cast.issuer(Release("r1", "text")) is None

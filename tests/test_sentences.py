from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.sentences import split_sentences


def cut(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text)]


ONE = [
    "Dr. Ada Moss met Sen. J. R. Hale on Monday.",
    "The U.S. Senate met at 3 p.m. Tuesday.",
    "The gates open at 9 a.m. Eastern Time.",
    '"Stop it," the mayor said at 7 a.m. Monday.',
    "It costs 3.5 million euros a year.",
    "Am 12. Juni trafen sich die beiden in Lunda.",
    '"We came. We stayed," she said.',
    '"Stop!" Brandt said.',
    '"Is it safe?" asked the mayor.',
    'Kessler wrote: "It was late. We were tired."',
    "„Wir kommen. Wir bleiben“, sagte er.",
    "The firm Orla Inc. is based in Lunda.",
    "He paid approx. 40 euros, i.e. too much.",
    "And then ... nothing happened.",
    "1. The first point of the list stays whole.",
    "Visit www.example.org. or call",
    "The deal (worth 4 m. euros) was signed.",
    "The club pays 4,000 euros (fireworks, min. 12) and 900 euros (banner, min. 67).",
]


@pytest.mark.parametrize("text", ONE)
def test_stays_one_sentence(text: str) -> None:
    assert cut(text) == [text]


MANY = [
    ("She left. He stayed.", ["She left.", "He stayed."]),
    ("He lives in the U.S. The house is old.", ["He lives in the U.S.", "The house is old."]),
    ("They met at 3 p.m. Ada Moss was late.", ["They met at 3 p.m.", "Ada Moss was late."]),
    (
        'Moss, the chair: "Never again." Mayor Brandt thanks the crews.',
        ['Moss, the chair: "Never again."', "Mayor Brandt thanks the crews."],
    ),
    ("They met at 3 p.m. It rained.", ["They met at 3 p.m.", "It rained."]),
    (
        '"We came. We stayed," she said. "Then we left."',
        ['"We came. We stayed," she said.', '"Then we left."'],
    ),
    ('She said: "Never again." Brandt left the room.', ['She said: "Never again."', "Brandt left the room."]),
    ("Headline without stop\n\nThe body begins.", ["Headline without stop", "The body begins."]),
    ("First line\nSecond line", ["First line", "Second line"]),
    ("Who knows? Nobody! Yes.", ["Who knows?", "Nobody!", "Yes."]),
    ("今日は晴れ。明日は雨。", ["今日は晴れ。", "明日は雨。"]),
    ("A line that\ngoes on here.", ["A line that\ngoes on here."]),
    ('He said "no. The end', ['He said "no.', "The end"]),
]


@pytest.mark.parametrize(("text", "expected"), MANY)
def test_splits(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_hard_wrapped_paragraph_is_joined() -> None:
    text = (
        "The harbour of Lunda was closed for three days after a ferry had run\n"
        "Aground in front of its northern pier, the port authority said on\n"
        "Tuesday. It will reopen once the wreck has been lifted by the crane of\n"
        "Estholm."
    )
    assert len(cut(text)) == 2


@given(st.text(alphabet=st.sampled_from("aB .!?\"“”\n1,'"), max_size=120))
def test_spans_are_ordered_and_lose_only_blanks(text: str) -> None:
    spans = split_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(cut(text)).split()) == "".join(text.split())

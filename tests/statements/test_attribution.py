"""Who says a sentence: the tables begin with what is no attribution."""

import pytest

from reconcile.model import Quotation, Span
from reconcile.statements.attribution import attribute
from reconcile.statements.channels import channel_words, find_channels
from reconcile.statements.cues import cue_words, find_cues
from reconcile.statements.telling import telling_words


def channel_of(text: str) -> str | None:
    """The first channel that a text names."""
    return next((c.name for c in find_channels(text, telling_words(text, channel_words()))), None)


def said(text: str, *names: str) -> tuple[str | None, str | None, str | None, str | None]:
    """Attribute a whole text in which `names` are entities e0, e1 ..., straight quotes being quotations."""
    marks = [i for i, c in enumerate(text) if c == '"']
    quotations = [
        Quotation(Span(a, b + 1), Span(a + 1, b), text[a + 1 : b])
        for a, b in zip(marks[::2], marks[1::2], strict=True)
    ]
    mentions = sorted(
        ((Span(text.index(n), text.index(n) + len(n)), f"e{i}") for i, n in enumerate(names)),
        key=lambda p: p[0].start,
    )
    cues = find_cues(text, telling_words(text, cue_words()))
    found = attribute(text, Span(0, len(text)), cues, quotations, mentions, channel_of(text))
    return found.speaker, found.cue, found.mode, found.channel


NOT_SAID = [
    "The mayor called a meeting for Friday.",
    "Kessler shared a flat with Brandt.",
    "The company published its figures.",
    "She ordered 40 buses from Orla.",
    "The bridge was opened on Monday.",
    "The union rejected the offer.",
    "The State Secretary met the Minister of State.",
    "The county has yet to say what it thinks.",
    "The driver is said to be out of danger.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_ordinary_verbs_are_no_cues(text: str) -> None:
    assert said(text)[:3] == (None, None, None)


SAID = [
    ("Brandt said the bridge would reopen.", ["Brandt"], ("e0", "said", "indirect", None)),
    ('"We will reopen the bridge in May," Brandt said.', ["Brandt"], ("e0", "said", "direct", None)),
    (
        '"We will reopen the bridge in May," said Carla Kessler, the minister.',
        ["Carla Kessler"],
        ("e0", "said", "direct", None),
    ),
    (
        "Carla Kessler, the mayor of Lunda, said the bridge was safe.",
        ["Carla Kessler", "Lunda"],
        ("e0", "said", "indirect", None),
    ),
    (
        'Director Carla Kessler (Orla AG): "She is a quiet ship, and she is ours."',
        ["Carla Kessler", "Orla AG"],
        ("e0", None, "direct", None),
    ),
    ("The bridge is safe, according to Brandt.", ["Brandt"], ("e0", "according to", "indirect", None)),
    (
        "The port said in a press release that 40 ships had called.",
        ["The port"],
        ("e0", "said", "indirect", "release"),
    ),
    (
        "Brandt tweeted that she had met Kessler.",
        ["Brandt", "Kessler"],
        ("e0", "tweeted", "indirect", "post"),
    ),
    (
        'The mayor called the plan "a gift to the drivers of Lunda".',
        ["The mayor"],
        ("e0", "called", "mixed", None),
    ),
    ("Brandt told reporters that the talks had failed.", ["Brandt"], ("e0", "told", "indirect", "interview")),
    (
        '"It is a good day for the city of Lunda" - Commissioner Moss',
        ["Commissioner Moss"],
        ("e0", None, "direct", None),
    ),
    (
        "The Ministry of Transport of Lunda said on Monday that trams run.",
        ["Ministry of Transport", "Lunda"],
        ("e0", "said", "indirect", None),
    ),
]


NOBODY_KNOWN = [
    ("Residents of Kiln Street say they may go to court.", ["Kiln Street"]),
    (
        "The board of Orla AG met in Lisk on Friday and voted, the company said.",
        ["The board", "Orla AG", "Lisk"],
    ),
    ("One of them told the radio that it had snowed.", ["them"]),
    ("After Brandt had left, several said they were tired.", ["Brandt"]),
]


@pytest.mark.parametrize(("text", "names"), NOBODY_KNOWN)
def test_a_subject_that_names_nobody_known_is_no_speaker(text: str, names: list[str]) -> None:
    assert said(text, *names)[0] is None


def test_whose_account_it_is_says_nothing_of_who_wrote() -> None:
    text = '"It rains," Kessler\'s deputy, Jonas Pfeil, wrote on his account.'
    assert said(text, "Kessler", "Jonas Pfeil", "his")[0] == "e1"


def test_the_owner_of_an_office_is_not_its_holder() -> None:
    assert said('"It rains," said Lunda\'s mayor, Carla Kessler.', "Lunda", "Carla Kessler")[0] == "e1"
    assert said("Their leader, Jonas Pfeil, said it rained.", "Their", "Jonas Pfeil")[0] == "e1"
    assert (
        said("Carla Kessler met Jonas Pfeil and said it rained.", "Carla Kessler", "Jonas Pfeil")[0] == "e0"
    )


@pytest.mark.parametrize(("text", "names", "expected"), SAID)
def test_source_cue_mode_channel(text: str, names: list[str], expected: tuple[str | None, ...]) -> None:
    assert said(text, *names) == expected


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("She wrote on X on Monday", "post"),
        ("He told this newspaper", "interview"),
        ("the ministry's press statement", "release"),
        ("He drew an x on the map", None),
        ("the witness testified", "court"),
    ],
)
def test_channel(text: str, channel: str | None) -> None:
    assert channel_of(text) == channel


def test_a_colon_that_gives_a_name_no_quotation() -> None:
    assert said('The song by Carla Kessler: "Never Again Tonight"', "Carla Kessler")[0] is None

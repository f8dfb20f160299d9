"""What pronouns stand for; first, where they stand for nobody that a careful reader would name."""

from reconcile.model import EntityKind, Span
from reconcile.sentences import split_sentences
from reconcile.statements.reference import PRONOUN_WORDS, References, find_pronouns
from reconcile.statements.telling import telling_words

KINDS: dict[str, EntityKind] = {
    "Brandt": "person",
    "Kessler": "person",
    "Orla AG": "organization",
    "Lisk": "place",
}


def meant(text: str) -> list[list[str]]:
    """For each sentence, the names that its mentions and pronouns mean, in order."""
    references = References(KINDS)
    pronouns = find_pronouns(text, telling_words(text, PRONOUN_WORDS))
    out = []
    for span in split_sentences(text):
        named = [(Span(i, i + len(n)), n) for n in KINDS if (i := text.find(n, span.start, span.end)) >= 0]
        named.sort(key=lambda pair: pair[0].start)
        here = [p for p in pronouns if span.holds(p.span)]
        out.append([entity for _, entity in references.resolve(span, named, here, [])])
    return out


def test_nobody() -> None:
    assert meant("He left.") == [[]]
    assert meant("Brandt met Kessler. Trade was discussed. They were glad.")[2] == []
    assert meant("Brandt met Kessler. Watchdogs have a month to say whether they agree.")[1] == []
    assert meant("Orla AG is in Lisk. It was founded long ago.")[1] == []


def test_somebody() -> None:
    assert meant("Brandt left Lisk. She was tired.")[1] == ["Brandt"]
    assert meant("Brandt met Kessler. They spoke for an hour.")[1] == ["Brandt", "Kessler"]
    assert meant("Brandt met Kessler. Both sides were glad.")[1] == ["Brandt", "Kessler"]
    assert meant("Orla AG is in Lisk. It said on Friday that it would stay.")[1] == ["Orla AG"]
    assert meant("Brandt sings. The 31-year-old wrote that she was ill.")[1][0] == "Brandt"


def test_whoever_was_he_is_not_she() -> None:
    told = meant("Brandt was late. He had overslept. Kessler waited for him. She laughed.")
    assert told == [["Brandt"], ["Brandt"], ["Kessler", "Brandt"], ["Kessler"]]


def test_whose_keeper_she_is() -> None:
    assert meant("Brandt is a bear. He eats. His keeper, Kessler, stays. She hums.")[2:] == [
        ["Brandt", "Kessler"],
        ["Kessler"],
    ]


def test_the_one_whose_lawyer_speaks() -> None:
    told = meant("Brandt lost. She was fined. Her lawyer, Kessler, said that she would appeal. She wept.")
    assert told[2:] == [["Brandt", "Kessler", "Brandt"], ["Brandt"]]

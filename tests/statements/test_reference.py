"""What pronouns stand for; first, where they stand for nobody that a careful reader would name."""

from reconcile.model import Entity, Span
from reconcile.sentences import split_sentences
from reconcile.statements.reference import References

KINDS = {"Brandt": "person", "Kessler": "person", "Orla AG": "organization", "Lisk": "place"}


def meant(text: str) -> list[list[str]]:
    """For each sentence, the names that its mentions and pronouns mean, in order."""
    references = References({name: Entity(name, kind, name) for name, kind in KINDS.items()})  # type: ignore[arg-type]
    out = []
    for span in split_sentences(text):
        named = [(Span(i, i + len(n)), n) for n in KINDS if (i := text.find(n, span.start, span.end)) >= 0]
        named.sort(key=lambda pair: pair[0].start)
        out.append([entity for _, entity in references.resolve(text, span, named, [])])
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

from hypothesis import given
from hypothesis import strategies as st

from reconcile.text import Lines, bare, clean, fold


def test_plain_text_keeps_its_offsets() -> None:
    assert fold("Plain - text, 'quoted'.").offsets is None


def test_folding_maps_back() -> None:
    text = "Er sagte\u00a0\u201eNein\u201c \u2013 na\u00adtürlich\u2026"
    folded = fold(text)
    assert folded.text == 'Er sagte "Nein" - natürlich...'
    at = folded.text.index("natürlich")
    assert text[folded.origin(at)] == "n"
    assert folded.origin(len(folded.text)) == len(text)


@given(st.text())
def test_every_folded_character_comes_from_a_real_one(text: str) -> None:
    folded = fold(text)
    origins = [folded.origin(i) for i in range(len(folded.text) + 1)]
    assert origins == sorted(origins)
    assert all(0 <= o <= len(text) for o in origins)


@given(st.text(alphabet=st.characters()))
def test_cleaned_text_can_be_written(text: str) -> None:
    assert len(clean(text)) == len(text)
    clean(text).encode("utf-8")


def test_bare_words_meet() -> None:
    assert bare("Đorđević") == "dordevic"
    assert bare("ÉCOLE") == bare("ecole")


@given(st.text(alphabet="ab\r\n"), st.integers(0, 50))
def test_lines_agree_with_splitlines(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    before = text[:offset]
    if before.endswith("\r") and text[offset : offset + 1] == "\n":
        return  # inside one line end
    line, column = Lines(text).at(offset)
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert (line, column) == (len(lines), len(lines[-1]) + 1)

"""Sounds: what the cheap looks may not pass over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.names.letters import plain
from reconcile.names.sounds import may_sound_alike, sound_keys

WORDS = st.text("abcdefghijklmnopqrstuvwxyzšñöł", min_size=1, max_size=7)


@given(WORDS, WORDS)
def test_words_that_share_a_sound_are_never_passed_over(a: str, b: str) -> None:
    if not may_sound_alike(plain(a), plain(b)):
        assert sound_keys(a).isdisjoint(sound_keys(b))


def test_spellings_of_one_sound_pass_the_cheap_look() -> None:
    for a, b in (("Oreszarski", "Oresharski"), ("Muñoz", "Munioz"), ("Butrus", "Boutros")):
        assert may_sound_alike(plain(a), plain(b))

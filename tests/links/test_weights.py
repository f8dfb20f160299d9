"""What the signs of a link are worth, as a reader would have it: words decide, place only hints."""

from __future__ import annotations

import pytest

from reconcile.links.weights import WEIGHTS, Scale, Signs

SHORT, LONG = Scale(8), Scale(60)


@pytest.mark.parametrize("scale", [SHORT, LONG])
@pytest.mark.parametrize("place", [Signs(), Signs(author=1.0), Signs(author=1.0, words=0.2, shared=0.125)])
def test_little_in_common_makes_no_link(scale: Scale, place: Signs) -> None:
    assert scale.score(place) < WEIGHTS.threshold


def test_standing_before_the_post_links_no_sentence_of_a_short_item() -> None:
    assert SHORT.score(Signs(leads=1.0, opening=1.0)) < WEIGHTS.threshold


def test_what_says_nearly_the_same_is_linked_though_it_comes_last() -> None:
    assert SHORT.score(Signs(words=0.8, shared=0.8, verb=1.0, late=1.0)) > WEIGHTS.threshold
    assert LONG.score(Signs(rare=0.8, far=1.0)) > WEIGHTS.threshold


def test_a_few_words_in_common_are_worth_less_at_the_end_of_a_short_item() -> None:
    told = Signs(words=0.4, shared=0.5)
    assert SHORT.score(told) > WEIGHTS.threshold
    assert SHORT.score(Signs(words=0.4, shared=0.5, late=1.0)) < WEIGHTS.threshold


def test_between_short_and_long_the_weights_pass_over() -> None:
    signs = Signs(words=0.5, shared=0.5, rare=0.5)
    scores = [Scale(claims).score(signs) for claims in (5, 12, 14, 17, 20, 90)]
    assert scores[0] == scores[1]
    assert scores[-2] == scores[-1]
    assert scores in (sorted(scores), sorted(scores, reverse=True))
    assert Scale(0).long == 0.0

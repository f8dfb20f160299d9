"""Where the prose spells a name otherwise than its bearer does, letter by letter.

The right spelling is the one with the better witness: the bearer's own account, then what an official
account or the issuer prints, then releases, then the roster, then the prose's own majority. A spelling that
any of them has is no deviation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from reconcile.lexicons import load_words
from reconcile.model import Entity, KnownName, Mention, Post, Span
from reconcile.names.cluster import key_of
from reconcile.names.compare import compare_names
from reconcile.names.countries import cities
from reconcile.names.likeness import is_slip, only_ending, same_usage, surname_slip
from reconcile.names.spelling import is_known_name, letter_difference
from reconcile.names.witnesses import Witness, printed_words, witnesses_of
from reconcile.reading.language import language_of
from reconcile.text import bare

#: Without a witness, a place or a body is taken for one misprinted only from this length on.
_LONG_NAME = 6


@frozen
class Deviation:
    """One wrong spelling in the prose, at its first place."""

    entity: Entity
    mention: Mention
    #: The word as the prose prints it, and as the witness does.
    printed: str
    right: str
    #: The name as it should be pasted.
    suggestion: str
    #: "transposed letters: ea / ae".
    difference: str
    #: None where only the prose itself speaks.
    witness: Witness | None
    #: An accepted variant (short form, another spelling of the sound), no misprint.
    variant: bool
    confidence: float
    #: Where the prose prints the other spelling, where no witness decides.
    other: Mention | None = None


def find_deviations(
    entity: Entity,
    posts: Sequence[Post],
    roster: Sequence[KnownName],
    tails: Mapping[str, Span],
    language: str | None = None,
) -> Iterator[Deviation]:
    """Every distinct wrong spelling of an entity's name in the prose, which is in `language`.

    `tails` gives for a handle (case folded) where the article prints it with its @.
    """
    printed = [m for m in entity.mentions if m.source == "document" and m.kind == "name"]
    if not printed or _named_by_noun(printed[0]):
        return
    one_form = len(printed) == 1 or len({m.text for m in printed}) == 1
    # Mentions stand in the order of their sources, the article's first.
    if one_form and not (roster or entity.accounts or entity.mentions[-1].source != "document"):
        return  # nothing to hold it against: most names
    witnesses = list(witnesses_of(entity, posts, roster, tails))
    if one_form and not witnesses:
        return
    found = [*_told(entity, printed, witnesses)]
    seen = {bare(d.printed) for d in found}
    if not one_form:
        found += _among(entity, printed, {bare(w.word) for w in witnesses}, seen)
    inflected = _inflects(language)
    for deviation in found:
        witness = deviation.witness
        foreign = witness is not None and any(
            p.id == witness.source and _inflects(language_of(p.text or "")) for p in posts
        )
        if not ((inflected or foreign) and only_ending(bare(deviation.printed), bare(deviation.right))):
            yield deviation


def _inflects(language: str | None) -> bool:
    """Whether a language changes the endings of names: Czech "Ostravo!" calls Ostrava."""
    return language is not None and language not in load_words("names", "uninflected")


def _told(entity: Entity, printed: Sequence[Mention], witnesses: Sequence[Witness]) -> Iterator[Deviation]:
    """The spellings against which a witness speaks, each once."""
    seen: set[str] = set()
    for mention in printed:
        for word in printed_words(mention.text):
            key = bare(word)
            deviation = (
                _against(entity, mention, word, witnesses) if key not in seen and len(key) > 3 else None
            )
            if deviation:
                seen.add(key)
                yield deviation


def _named_by_noun(mention: Mention) -> bool:
    """Whether a body is named by a common noun alone: nothing is spelt there that a name could correct."""
    return mention.text == mention.text.lower()


def _against(entity: Entity, mention: Mention, word: str, witnesses: Sequence[Witness]) -> Deviation | None:
    """How a printed word deviates from the witnesses' words: not at all where one of them has it."""
    key = bare(word)
    if any(key == bare(w.word) or _abbreviates(bare(w.word), key) for w in witnesses):
        return None
    others = {bare(w) for w in printed_words(mention.text)} - {key}
    for witness in witnesses:
        right = bare(witness.word)
        alike = (
            is_slip(key, right)
            or (entity.kind == "person" and _spelt_alike(word, witness.word, mention.text))
            or (entity.kind == "person" and surname_slip(key_of(mention.text), key_of(witness.text)))
        )
        if right in others or not alike:
            continue
        if _both_right(entity, key, right) or (witness.form == "handle" and not _trustworthy(key, right)):
            continue
        suggestion = _suggestion(mention.text, word, witness)
        variant = _is_variant(entity, mention.text, suggestion, key, right)
        return Deviation(
            entity, mention, word, witness.word, suggestion,
            letter_difference(word, witness.word), witness, variant,
            _confidence(entity, witness, variant=variant),
        )  # fmt: skip
    return None


def _abbreviates(short: str, long: str) -> bool:
    """Whether a witness's word is the printed one cut short: a handle's "stat", an initial."""
    return len(short) < len(long) and long.startswith(short) and len(short) <= 3


def _trustworthy(printed: str, handled: str) -> bool:
    """Whether a handle's letters are a spelling, not a play with them: no letter left out or doubled at the
    end.
    """
    if printed.startswith(handled) or handled.startswith(printed):
        return False
    return len(handled) >= len(printed) - 1


def _spelt_alike(word: str, other: str, name: str) -> bool:
    """Whether two words are two spellings of one name as `compare_names` sees it ("Alexander",
    "Oleksandr").
    """
    found = compare_names(name, name.replace(word, other))
    return (
        found.same
        and found.kind == "variant"
        and not found.detail.startswith(("order", "left out", "spacing"))
    )


def _is_variant(entity: Entity, printed: str, suggested: str, key: str, right: str) -> bool:
    """Whether both spellings of a person's name are accepted: two forms of a given name, two spellings of a
    sound.

    A form that nobody bears, a slip away from one that people bear, is a misprint whatever it sounds like.
    """
    if entity.kind != "person":
        return False
    if is_slip(key, right) and is_known_name(right) and not is_known_name(key):
        return False
    if len(key_of(printed)) > 1:
        return compare_names(printed, suggested).kind == "variant"
    return _by_sound_only(printed, suggested)


def _by_sound_only(printed: str, suggested: str) -> bool:
    """A surname alone: whether it is a spelling of the same sound, held with a given name that both share."""
    return compare_names(f"Ada {printed}", f"Ada {suggested}").kind == "variant"


def _suggestion(printed: str, word: str, witness: Witness) -> str:
    """The printed name with the right word; as the witness prints it, where that has no more words."""
    replaced = printed.replace(word, witness.word)
    whole = witness.text if witness.form == "name" and not witness.text.isupper() else ""
    return whole if whole.casefold() == replaced.casefold() else replaced


def _both_right(entity: Entity, a: str, b: str) -> bool:
    """Whether two spellings are one city's names in two languages, or a body's in two usages of English."""
    english = cities().get(a)
    return (english is not None and english == cities().get(b)) or (
        entity.kind != "person" and same_usage(a, b)
    )


def _confidence(entity: Entity, witness: Witness, *, variant: bool) -> float:
    sure = {"handle": 0.95, "shown": 0.97, "name": 0.93, "roster": 0.9}[witness.form]
    if variant:
        sure -= 0.3
    return sure if entity.kind == "person" else sure - 0.1


def _among(
    entity: Entity, printed: Sequence[Mention], attested: set[str], told: set[str]
) -> Iterator[Deviation]:
    """Two spellings of one word in the prose, where no witness tells which is right: the rarer, later one."""
    counts: dict[str, int] = {}
    first: dict[str, tuple[Mention, str]] = {}
    for mention in printed:
        for word in printed_words(mention.text):
            key = bare(word)
            counts[key] = counts.get(key, 0) + 1
            first.setdefault(key, (mention, word))
    keys = list(first)
    together = [{bare(w) for w in printed_words(m.text)} for m in printed]
    for i, later in enumerate(keys):
        for earlier in keys[:i]:
            if later in told or earlier in told or {later, earlier} & attested or not is_slip(later, earlier):
                continue
            if any(later in words and earlier in words for words in together):
                continue
            wrong, right = (later, earlier) if counts[later] <= counts[earlier] else (earlier, later)
            yield _two_ways(entity, first[wrong], first[right], counts[right] > counts[wrong])


def _two_ways(
    entity: Entity, wrong: tuple[Mention, str], right: tuple[Mention, str], most: bool
) -> Deviation:
    (mention, word), (other, better) = wrong, right
    deviation = Deviation(
        entity, mention, word, better, mention.text.replace(word, better),
        letter_difference(word, better), None,
        variant=False, confidence=0.85 if most else 0.75, other=other,
    )  # fmt: skip
    return evolve(deviation, variant=_nickname(mention.text, deviation.suggestion))


def _nickname(printed: str, suggested: str) -> bool:
    """Whether two given names are one and its short form: both may stand in one text."""
    if len(key_of(printed)) < 2:
        return False
    return compare_names(printed, suggested).detail.startswith("short form")

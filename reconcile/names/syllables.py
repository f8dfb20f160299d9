"""Syllables of Korean and Vietnamese names in Latin letters, and Korean given names parted into their two."""

from __future__ import annotations

from reconcile.patterns import lazy_re

#: A Korean syllable in the Revised Romanisation, McCune-Reischauer or the spellings that people use themselves:
#: an opening consonant or none, a vowel, a closing consonant or none. (The syllable blocks of Hangul allow no
#: other.)
_SYLLABLE = lazy_re(
    "(?:kk|k|gg|gh|g|n|tt|t|dd|d|r|rh|l|m|pp|p|bb|b|ssh|ss|sh|s|jj|ch|j|h)?"
    "(?:y?(?:ae|a|eo|eou|e|ou|oo|o|u)|w(?:a|ae|e|eo|o|oo|i|ee|u)|oe|oi|eu|ui|eui|ee|i|yi)"
    "(?:ck|kk|k|g|ng|hn|n|t|d|rl|rk|l|r|hm|m|pp|p|b|h)?"
)
_LONGEST = 6
#: A Vietnamese syllable, marks left out: the onsets, the vowels and the closing consonants of the alphabet Quốc ngữ.
_VIETNAMESE = lazy_re(
    "(?:(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr?|v|x)?"
    "(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|ieu|o[aeio]|oa[ioy]|oeo|u[aeiouy]|ua[iy]|uoi|uou|uy[aeu]|uye)|yeu?)"
    "(?:ch?|m|ng|nh?|p|t)?"
)


def is_vietnamese_syllable(letters: str) -> bool:
    """Whether `letters` (plain) may be a syllable of Vietnamese.

    >>> is_vietnamese_syllable("nguyen"), is_vietnamese_syllable("ngyen")
    (True, False)
    """
    return _VIETNAMESE.fullmatch(letters) is not None


def is_syllable(letters: str) -> bool:
    """Whether `letters` (plain) may be one syllable of a Korean name.

    >>> is_syllable("ghil"), is_syllable("hyeon"), is_syllable("smith")
    (True, True, False)
    """
    return 1 < len(letters) <= _LONGEST and _SYLLABLE.fullmatch(letters) is not None


def two_syllables(letters: str) -> tuple[str, str] | None:
    """The two syllables of a given name that is written as one word, or None; the first is as long as can be.

    >>> two_syllables("dongcheol"), two_syllables("robert")
    (('dong', 'cheol'), None)
    """
    for at in range(min(_LONGEST, len(letters) - 2), 1, -1):
        one, two = letters[:at], letters[at:]
        if is_syllable(one) and is_syllable(two) and two[0] not in "aeiou":
            return one, two
    return None

"""What dates are printed with: figures, words, signs, each by its kind."""

from __future__ import annotations

import regex

from reconcile.patterns import lazy_regex

#: The tokens, by what they begin with; of those that begin alike, the first that fits counts.
FIGURES = lazy_regex(
    r"""
      (?P<iso>(?<!\d)(?P<iy>\d{4})-(?P<im>\d\d)-(?P<iday>\d\d)(?:[T\ ](?P<ih>\d\d):(?P<imin>\d\d)
        (?::(?P<isec>\d\d))?(?:[.,]\d{1,9})?\ ?(?P<iz>Z|[+-]\d\d:?\d\d)?)?(?!\d))
    | (?P<east>(?<!\d)(?:(?P<ey>\d{4})\s?[年년]\s?)?(?P<em>\d{1,2})\s?[月월]\s?(?P<ed>\d{1,2})\s?[日일])
    | (?P<viet>(?<!\d)(?P<vd>\d{1,2})\s(?:[Tt]háng|thg)\s(?P<vm>\d{1,2})\b)
    | (?P<ymd>(?<!\d)(?P<yy>\d{4})(?P<ys>[./-])\s?(?P<ym>\d{1,2})(?P=ys)\s?(?P<yd>\d{1,2})(?!\d))
    | (?P<dmy>(?<!\d)(?P<na>\d{1,2})(?P<ns>[./-])\s?(?P<nb>\d{1,2})(?P=ns)\s?(?P<ny>\d{4}|\d\d)(?!\d))
    | (?P<clock>(?<!\d)(?P<hour>[01]?\d|2[0-4])(?:(?=\s?[AaPp]\.?\s?[Mm]\b)
        |(?P<colon>[:：h.])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d)))
    | (?P<number>\d{1,7})
    """,
    regex.VERBOSE,
)
LETTERS = lazy_regex(
    r"""
      (?P<half>(?P<ap>[AaPp])\.?\s?[Mm]\b\.?)
    | (?P<offset>(?:UTC|GMT)(?P<sign>[+−-])(?P<oh>\d{1,2})(?::?(?P<om>\d\d))?(?!\d))
    | (?P<word>\p{L}[\p{L}\p{M}]{0,30}+(?:\.\p{L}[\p{L}\p{M}]{0,30}+){0,4}+)
    """,
    regex.VERBOSE,
)
SIGNS = lazy_regex(
    r"""
      (?P<offset>(?P<sign>[+-])(?P<oh>\d\d):?(?P<om>\d\d)(?!\d))
    | (?P<gap>[\p{Zs}\t\u200b-\u200f\u2066-\u2069,.·∙•⋅|/\-–—()'’،、\[\]])
    """,
    regex.VERBOSE,
)
#: Where a date can begin: at a digit, or at the first letter of a word.
ONSET = lazy_regex(r"\d+|\p{L}[\p{L}\p{M}]*+")

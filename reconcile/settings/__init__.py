"""What a newsroom has settled for itself: the kinds that it wants, their levels, its spellings, and findings that it
has looked at and let stand. A report is made without them, and they are applied to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fnmatch import fnmatchcase

import regex
from attrs import evolve, field, frozen

from reconcile.model import Discrepancy, Level, Report
from reconcile.text import fold


@frozen
class Ignored:
    """Findings that are let stand: of these kinds, and with these words and in these articles where they are named."""

    kinds: frozenset[str]
    reason: str = ""
    #: Words of the article that the finding must point at; "" for any.
    words: str = ""
    #: A pattern of shells for the article's name or path ("archive/*.html"); "" for any.
    article: str = ""
    #: The last day on which it counts; None for always.
    until: date | None = None

    def covers(self, finding: Discrepancy, uri: str | None) -> bool:
        """Whether `finding`, in the article `uri`, is one of them."""
        return (
            finding.kind in self.kinds
            and (not self.words or _key(self.words) in _key(finding.claimed.text))
            and (not self.article or _is_named(uri or "", self.article))
        )

    def __str__(self) -> str:
        """As a person would name it: the kinds or words, and the day."""
        what = ", ".join(sorted(self.kinds)) + (f" at “{self.words}”" if self.words else "")
        return f"{what} until {self.until}" if self.until else what


@frozen
class Settings:
    """The settings of one file, or of none."""

    #: Where they stand; "" where there is no file.
    path: str = ""
    #: The only kinds wanted; empty for all.
    select: frozenset[str] = frozenset()
    ignored: tuple[Ignored, ...] = ()
    #: Kind -> its level here; None where it is off.
    levels: Mapping[str, Level | None] = field(factory=dict)
    #: Another spelling, in small letters -> the house's.
    spellings: Mapping[str, str] = field(factory=dict)
    #: The level from which `reconcile check` fails, or "never"; None for its default.
    fail_on: str | None = None

    def expired(self, today: date) -> tuple[Ignored, ...]:
        """Those whose last day is past: they let nothing stand any more."""
        return tuple(each for each in self.ignored if each.until and each.until < today)

    def apply(self, report: Report, today: date) -> Report:
        """`report` with the findings that are wanted, at the levels and in the spellings of the house.

        `today` decides which of the ignored have expired. The findings taken out are counted in `left_out`.
        """
        gone = self.expired(today)
        ignored = [each for each in self.ignored if each not in gone]
        kept = [
            self._in_house_form(finding)
            for finding in report.discrepancies
            if self._is_wanted(finding)
            and not any(each.covers(finding, report.document.uri) for each in ignored)
        ]
        left_out = report.left_out + len(report.discrepancies) - len(kept)
        return evolve(report, discrepancies=tuple(kept), left_out=left_out)

    def spell(self, text: str) -> str:
        """`text` with other spellings replaced by the house's.

        >>> Settings(spellings={"kiev": "Kyiv"}).spell("To Kiev by rail")
        'To Kyiv by rail'
        """
        if not self.spellings:
            return text
        # Longest first: "Kiev Oblast" before "Kiev".
        forms = "|".join(regex.escape(form) for form in sorted(self.spellings, key=len, reverse=True))
        words = regex.compile(rf"(?<!\w)(?:{forms})(?!\w)", regex.IGNORECASE)
        return str(words.sub(lambda m: self.spellings.get(m.group().lower(), m.group()), text))

    def _is_wanted(self, finding: Discrepancy) -> bool:
        if self.select and finding.kind not in self.select:
            return False
        return self.levels.get(finding.kind, finding.level) is not None and not self._is_house_style(finding)

    def _is_house_style(self, finding: Discrepancy) -> bool:
        """Whether the two sides differ in nothing but a spelling that the house has settled."""
        ours = finding.claimed.text
        # A handle is no spelling that could be settled; what it suggests is.
        theirs = (finding.evidence.text if finding.evidence else "", finding.suggestion or "")
        return any(
            _key(ours) != _key(other) and _key(self.spell(ours)) == _key(self.spell(other))
            for other in theirs
            if other and self.spellings
        )

    def _in_house_form(self, finding: Discrepancy) -> Discrepancy:
        level = self.levels.get(finding.kind) or finding.level
        suggestion = finding.suggestion and self.spell(finding.suggestion)
        if (level, suggestion) == (finding.level, finding.suggestion):
            return finding
        return evolve(finding, level=level, suggestion=suggestion)


def _key(words: str) -> str:
    return " ".join(fold(words).text.casefold().split())


def _is_named(uri: str, pattern: str) -> bool:
    """Whether a path, or its end from some folder on, fits the pattern."""
    path = uri.replace("\\", "/")
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")

"""The figures of one run: kept while it runs, printed at its end, written as JSON so that two runs can be compared.

    {"schema": "reconcile-benchmark/1",
     "accuracy": {"fixtures": {"links": {"precision": .., "recall": .., "f1": .., "low": .., "high": .., ...}}},
     "mutations": {"number: another value": {"made": .., "found": .., "there": ..}},
     "ratios": {"peers": {"reading / bs4+lxml, fixtures": {"value": .., "limit": .., "note": ".."}}}}

Ratios are pure numbers, better when lower. `limit` is the most that the test which measures one lets pass.
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.intervals import Score

SCHEMA = "reconcile-benchmark/1"


class Figures:
    """What a run has measured."""

    def __init__(self) -> None:
        self.accuracy: dict[str, dict[str, dict[str, float]]] = {}
        self.mutations: dict[str, dict[str, int]] = {}
        self.ratios: dict[str, dict[str, dict[str, float | str]]] = {}

    def score(self, texts: str, measures: dict[str, Score]) -> None:
        """Keep the scores over one set of texts."""
        self.accuracy[texts] = {
            name: {
                "precision": round(score.precision, 4),
                "recall": round(score.recall, 4),
                "f1": round(score.f1, 4),
                "low": round(score.low, 4),
                "high": round(score.high, 4),
                "right": score.right,
                "extra": score.extra,
                "missed": score.missed,
            }
            for name, score in measures.items()
        }

    def ratio(self, group: str, name: str, value: float, limit: float | None = None, note: str = "") -> None:
        """Keep a ratio of that group."""
        row: dict[str, float | str] = {"value": round(value, 3)}
        if limit is not None:
            row["limit"] = limit
        if note:
            row["note"] = note
        self.ratios.setdefault(group, {})[name] = row

    def __bool__(self) -> bool:
        return bool(self.accuracy or self.mutations or self.ratios)

    def as_json(self) -> dict[str, object]:
        """The figures as the head of this file shows them."""
        return {
            "schema": SCHEMA,
            "accuracy": self.accuracy,
            "mutations": self.mutations,
            "ratios": self.ratios,
        }

    def write(self, path: Path) -> None:
        """Write them; folders on the way are made."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(self.as_json(), indent=1, ensure_ascii=False) + "\n", "utf-8")

    def lines(self) -> list[str]:
        """The figures as tables for a terminal."""
        return [*_accuracy(self.accuracy), *_mutations(self.mutations), *_ratios(self.ratios)]


def _accuracy(sets: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    lines = []
    for name, measures in sets.items():
        lines.append(f"accuracy: {name}".ljust(48) + "  P     R     F1   [95 % of F1 ]  right extra missed")
        lines += [
            f"  {measure:44} {row['precision']:.3f} {row['recall']:.3f} {row['f1']:.3f} "
            f"[{row['low']:.3f} {row['high']:.3f}] {row['right']:6} {row['extra']:5} {row['missed']:6}"
            for measure, row in measures.items()
        ]
    return lines


def _mutations(sorts: dict[str, dict[str, int]]) -> list[str]:
    if not sorts:
        return []
    lines = ["changes, one at a time".ljust(46) + "  made  right kind  any kind there"]
    made = {name: row for name, row in sorts.items() if row["made"] and "found" in row}
    lines += [
        f"  {name:44} {row['made']:5} {row['found']:11} {row['there']:15}" for name, row in made.items()
    ]
    lines.append("changes that leave the text true".ljust(46) + "  made  false alarms")
    lines += [
        f"  {name:44} {row['made']:5} {row['alarms']:13}" for name, row in sorts.items() if "alarms" in row
    ]
    if nowhere := [name for name, row in sorts.items() if not row["made"]]:
        lines.append(f"  no place for: {'; '.join(nowhere)}")
    return lines


def _ratios(groups: dict[str, dict[str, dict[str, float | str]]]) -> list[str]:
    lines = []
    for group, rows in groups.items():
        lines.append(f"{group}".ljust(60) + " ratio  limit")
        lines += [
            f"  {name:57} {row['value']:6} {row.get('limit', ''):>6}  {row.get('note', '')}".rstrip()
            for name, row in rows.items()
        ]
    return lines

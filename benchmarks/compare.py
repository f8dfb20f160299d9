"""Holds the figures of a run against the stored baseline; exit status 1 where one of them has slipped.

    pytest benchmarks && python -m benchmarks.compare             the full run
    pytest benchmarks --short && python -m benchmarks.compare --short
    python -m benchmarks.compare --short --markdown FILE          adds the table to FILE, as $GITHUB_STEP_SUMMARY

Accuracy has slipped where F1 is below the baseline's interval. A ratio has slipped where it is worse by more than the
tolerance of its group: wide ones, for machines differ. Figures on one side alone are told and fail nothing.

The command that renews the baselines, after a change that is meant (look at the difference before it is committed):

    pytest benchmarks --short && python -m benchmarks.compare --short --renew
    pytest benchmarks && python -m benchmarks.compare --renew
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

FOLDER = Path(__file__).parent
RUN = FOLDER.parent / ".benchmarks" / "figures.json"
#: By the group's first word: how much worse, as a share, and what stands on top of it for very small figures.
TOLERANCES = {
    "peers": (0.5, 0.05),
    "growth": (0.35, 0.5),
    "hostile": (0.75, 0.5),
    "start": (0.35, 0.5),
    "memory": (0.35, 15.0),
}


@frozen
class Row:
    """One figure of both runs. `verdict`: "", "better", "lower", "SLIPPED", "new", "not measured"."""

    name: str
    before: str
    now: str
    verdict: str


def baseline(short: bool) -> Path:
    """Where the baseline of that form is kept."""
    return FOLDER / ("baseline-short.json" if short else "baseline.json")


def compare(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Row]:
    """Every figure of either, accuracy first."""
    return [*_accuracy(before["accuracy"], now["accuracy"]), *_ratios(before["ratios"], now["ratios"])]


def _accuracy(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Row]:
    for name, old, new in _both(before, now):
        if old is None or new is None:
            yield _one_sided(name, old, new, "f1")
            continue
        verdict = "better" if new["f1"] > old["f1"] else "lower" if new["f1"] < old["f1"] else ""
        if new["f1"] < old["low"]:
            verdict = "SLIPPED"
        yield Row(name, f"{old['f1']:.3f} [{old['low']:.3f} {old['high']:.3f}]", f"{new['f1']:.3f}", verdict)


def _ratios(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Row]:
    for name, old, new in _both(before, now):
        if old is None or new is None:
            yield _one_sided(name, old, new, "value")
            continue
        share, more = _tolerance(name)
        slipped = new["value"] > old["value"] * (1 + share) + more
        better = new["value"] * (1 + share) + more < old["value"]
        verdict = "SLIPPED" if slipped else "better" if better else ""
        yield Row(name, f"{old['value']:g}", f"{new['value']:g}", verdict)


def _tolerance(name: str) -> tuple[float, float]:
    """How much worse a figure may be, as a share, and what stands on top of it."""
    # A scan of the text takes microseconds: what it is set against swings twofold from run to run.
    return (1.5, 0.0) if "re.findall" in name else TOLERANCES[name.partition(":")[0].partition(",")[0]]


def _both(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for group in {**before, **now}:
        old, new = before.get(group, {}), now.get(group, {})
        for name in {**old, **new}:
            yield f"{group}: {name}", old.get(name), new.get(name)


def _one_sided(name: str, old: Any, new: Any, key: str) -> Row:
    if old is None:
        return Row(name, "", f"{new[key]:.3f}", "new")
    return Row(name, f"{old[key]:.3f}", "", "not measured")


def as_text(rows: list[Row]) -> str:
    """A table for a terminal."""
    wide = max((len(row.name) for row in rows), default=0)
    return "\n".join(
        f"{row.name:{wide}}  {row.before:>22}  {row.now:>9}  {row.verdict}".rstrip() for row in rows
    )


def as_markdown(rows: list[Row], mutations: Mapping[str, Any]) -> str:
    """Tables for the summary of a workflow: what has slipped first."""
    order = sorted(rows, key=lambda row: row.verdict != "SLIPPED")
    slipped = sum(row.verdict == "SLIPPED" for row in rows)
    lines = [
        f"### Benchmark: {slipped} of {len(rows)} figures slipped",
        "",
        "| figure | baseline | now | |",
        "|---|--:|--:|---|",
    ]
    lines += [f"| {row.name} | {row.before} | {row.now} | {row.verdict} |" for row in order]
    lines += [
        "",
        "| change to a true article | made | found, right kind | found, any kind or false alarms |",
        "|---|--:|--:|--:|",
    ]
    for name, row in mutations.items():
        if row["made"]:
            lines.append(
                f"| {name} | {row['made']} | {row.get('found', '')} | {row.get('there', row.get('alarms'))} |"
            )
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """The command; its status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "figures", nargs="?", type=Path, default=RUN, help=f"of the run ({RUN.name} of the last one)"
    )
    parser.add_argument("--baseline", type=Path, help="another baseline")
    parser.add_argument("--short", action="store_true", help="the run was in the short form")
    parser.add_argument("--markdown", type=Path, help="add the tables to this file")
    parser.add_argument("--renew", action="store_true", help="make the run the baseline")
    told = parser.parse_args(arguments)
    kept = told.baseline or baseline(told.short)
    try:
        now = json.loads(told.figures.read_text("utf-8"))
        if told.renew:
            kept.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n", "utf-8")
            return 0
        before = json.loads(kept.read_text("utf-8"))
    except OSError as fault:
        print(f"{fault.filename}: {fault.strerror}; run `pytest benchmarks` first", file=sys.stderr)
        return 2
    rows = compare(before, now)
    print(as_text(rows))
    if told.markdown:
        with told.markdown.open("a", encoding="utf-8") as file:
            file.write(as_markdown(rows, now["mutations"]))
    slipped = [row for row in rows if row.verdict == "SLIPPED"]
    for row in slipped:
        print(f"slipped: {row.name}: {row.before} -> {row.now}", file=sys.stderr)
    return 1 if slipped else 0


if __name__ == "__main__":
    sys.exit(main())

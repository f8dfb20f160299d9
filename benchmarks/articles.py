"""Articles by the thousand, made of the fixtures by chance that always falls the same: python benchmarks/articles.py

Every article is one of the fixtures (with its releases), its names, figures and weekdays changed and its paragraphs
after the first moved, so that no two are alike and every table and cache of the program meets new words. Writes JSON
Lines for `reconcile batch`: python benchmarks/articles.py 20000 > articles.jsonl
"""

from __future__ import annotations

import json
import random
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

FIXTURES = Path(__file__).parents[1] / "fixtures"
_CHOICE = re.compile(r"\{\{(.*?)\|(.*?)\}\}", re.S)
_CAPITAL = re.compile(r"(?<![.!?@#/\w]\s)(?<![@#/\w.])\b[A-Z][a-z]{3,12}\b")
_FIGURE = re.compile(r"(?<![\w./#-])[1-9]\d{0,2}(?![\w./:-])")
_SYLLABLES = re.findall(
    r"\w+", "ba den fo gri hal jor kel lim mar nus ost pra rin sol tav ul ver wen yar zim"
)


def _fixtures() -> list[dict[str, object]]:
    """Each fixture as the fields of an article."""
    found: list[dict[str, object]] = []
    for path in sorted(FIXTURES.glob("*/article.*")):
        release = path.with_name("release.txt")
        releases = [release.read_text("utf-8")] if release.exists() else []
        found.append({"content": path.read_text("utf-8"), "releases": releases})
    for path in sorted((FIXTURES / "cases").glob("*.toml")):
        case = tomllib.loads(path.read_text("utf-8"))
        releases = [release["text"] for release in case.get("release", [])]
        article = {"content": case["article"], "releases": releases, "published": str(case["published"])}
        found.append(article)
    return found


def _changed(text: str, names: dict[str, str], figures: dict[str, str], wrong: bool) -> str:
    """The text with what has a substitute substituted, the same wherever it stands."""
    text = _CHOICE.sub(lambda found: found[1 if wrong else 2], text)
    text = _CAPITAL.sub(lambda found: names.get(found[0], found[0]), text)
    return _FIGURE.sub(lambda found: figures.get(found[0], found[0]), text)


def articles(count: int, seed: int = 1) -> Iterator[dict[str, object]]:
    """`count` articles with the fields that `reconcile batch` reads."""
    fixtures = _fixtures()
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        article = dict(fixtures[number % len(fixtures)])
        texts = [str(article["content"]), *map(str, article["releases"])]
        capitals = sorted({word for text in texts for word in _CAPITAL.findall(text)})
        drawn = chance.sample(capitals, len(capitals) // 4)
        names = {word: "".join(chance.choices(_SYLLABLES, k=3)).capitalize() for word in drawn}
        found = sorted({figure for text in texts for figure in _FIGURE.findall(text)})
        figures = {figure: str(chance.randint(2, 900)) for figure in found if chance.random() < 0.5}
        wrong = chance.random() < 0.5
        content, *releases = (_changed(text, names, figures, wrong) for text in texts)
        head, *paragraphs = content.split("\n\n")
        if "<html" not in content.lower() and len(paragraphs) > 4:
            place = chance.randrange(1, len(paragraphs) - 1)
            paragraphs[place:] = paragraphs[place + 1 :] + paragraphs[place : place + 1]
        content = "\n\n".join([head, *paragraphs])
        yield {"id": f"a{number:06}", **article, "content": content, "releases": releases}


if __name__ == "__main__":
    for each in articles(int(sys.argv[1]) if len(sys.argv) > 1 else 2000):
        sys.stdout.write(json.dumps(each, ensure_ascii=False) + "\n")

"""Articles to run over, and functions that stand in the place of the reconciling: they must be importable by workers."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

#: What workers do in these tests: the article's own words say what is to happen to its worker.
_STAND_INS = '''
import os, signal, time
from reconcile.batch.rows import error_row, line_of

def obey(entry):
    """Does what the article says; reads no more of it."""
    article = entry.read()
    text = article.source if isinstance(article.source, str) else article.source.decode()
    word, _, rest = text.partition(" ")
    if word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "exit":
        os._exit(3)
    if word == "loop":
        while True:
            pass
    if word == "sleep":
        time.sleep(float(rest))
    return line_of({"id": article.id, "error": None, "text": text, "worker": os.getpid()})

def obey_slowly(entry):
    """A row as the output has them, after a rest."""
    time.sleep(0.005)
    return line_of({**error_row(entry.read().id, entry.place, "rested"), "error": None})

def obey_batch(articles):
    """A kernel that does what its articles say, and reads the others."""
    from reconcile.batch.kernel import reconcile_batch
    for text in articles.column("text").to_pylist():
        if text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if text == "loop":
            time.sleep(600)
    return reconcile_batch(articles)
'''


@pytest.fixture(scope="session")
def stand_ins(tmp_path_factory) -> ModuleType:
    folder = tmp_path_factory.mktemp("stand_ins")
    (folder / "batch_stand_ins.py").write_text(_STAND_INS, "utf-8")
    sys.path.insert(0, str(folder))
    yield import_module("batch_stand_ins")
    sys.path.remove(str(folder))


@pytest.fixture
def lines(tmp_path):
    """Writes JSON Lines of articles with these texts, named a0, a1 ...; gives the file's path."""

    def write(*texts: str, name: str = "articles.jsonl") -> str:
        path = tmp_path / name
        rows = ({"id": f"a{number}", "text": text} for number, text in enumerate(texts))
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return str(path)

    return write


@pytest.fixture
def rows():
    """The rows in a JSON Lines file."""

    def read(path: object) -> list[dict[str, object]]:
        return [json.loads(line) for line in Path(str(path)).read_bytes().splitlines()]

    return read

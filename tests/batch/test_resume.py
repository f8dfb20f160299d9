"""An interrupted run, taken up: no article twice, none missing, the same bytes as a run that nothing stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from reconcile.batch.journal import Journal, Mark
from reconcile.batch.output import Output
from reconcile.batch.rows import Manner
from reconcile.batch.run import Interrupted, _run_of, run_batch
from reconcile.batch.sources import find
from reconcile.errors import InputError
from reconcile.settings import Ignored, Settings

COUNT = 300
#: A run whose articles take their time, as a process that can be stopped.
_RUN = (
    "import sys, batch_stand_ins as s\n"
    "from reconcile.batch import output, run\n"
    "output._SECONDS = 0.1\n"
    "try: print(run.run_batch(sys.argv[1], sys.argv[2], workers=2, answer=s.obey_slowly).text)\n"
    "except run.Interrupted as error: print(error); sys.exit(2)\n"
)


@pytest.fixture
def begin(stand_ins):
    """Begins a run in a process of its own."""

    def begin(given: str, out: Path) -> subprocess.Popen:
        folders = [str(Path(stand_ins.__file__).parent), str(Path(__file__).parents[2])]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(folders)}
        command = [sys.executable, "-c", _RUN, given, str(out)]
        return subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
        )

    return begin


def wait_for_rows(out: Path, count: int) -> None:
    """Until the partial file holds `count` rows that the journal vouches for."""
    journal = Path(f"{out}.journal")
    for _ in range(400):
        if journal.exists():
            last = journal.read_bytes().split(b"\n")[-2:-1]
            if last and last[0].startswith(b"[") and json.loads(last[0])[0] >= count:
                return
        time.sleep(0.025)
    raise AssertionError("the run does not get on")


def left_beside(out: Path) -> set[str]:
    return {path.name for path in out.parent.iterdir() if path.name.startswith(out.name)} - {out.name}


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_killed_and_taken_up(form, begin, stand_ins, lines, tmp_path):
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="needs the extra [batch]")
    given = lines(*["well"] * COUNT)
    whole, out = tmp_path / f"whole.{form}", tmp_path / f"rows.{form}"
    run_batch(given, str(whole), workers=2, answer=stand_ins.obey_slowly)
    for stop in (20, 120):
        with begin(given, out) as process:
            wait_for_rows(out, stop)
            process.kill()
        assert process.returncode == -signal.SIGKILL
        assert not out.exists()
    summary = run_batch(given, str(out), workers=3, answer=stand_ins.obey_slowly)
    assert summary.articles == COUNT and 120 <= summary.before < COUNT
    assert out.read_bytes() == whole.read_bytes()
    assert not left_beside(out)


def test_ctrl_c_keeps_every_row_and_says_so(begin, stand_ins, lines, rows, tmp_path):
    given, out = lines(*["well"] * COUNT), tmp_path / "rows.jsonl"
    with begin(given, out) as process:
        wait_for_rows(out, 20)
        # As a terminal does: to every process of the group.
        os.killpg(process.pid, signal.SIGINT)
        told, complaints = process.communicate(timeout=20)
    assert process.returncode == 2 and complaints == ""
    assert told.startswith("interrupted after ") and told.endswith("; the same command goes on from there\n")
    kept = int(told.split()[2])
    assert Path(f"{out}.partial").read_bytes().count(b"\n") == kept >= 20
    summary = run_batch(given, str(out), answer=stand_ins.obey_slowly)
    assert (summary.articles, summary.before) == (COUNT, kept)
    assert [row["id"] for row in rows(out)] == [f"a{n}" for n in range(COUNT)]


def test_interrupted_while_a_row_is_written(stand_ins, lines, rows, tmp_path, monkeypatch):
    given, out = lines(*["well"] * 50), tmp_path / "rows.jsonl"
    write = Output.write
    count = 0

    def interrupted(self, place, line):
        nonlocal count
        count += 1
        if count == 17:
            self._rows.write(line[: len(line) // 2])
            raise KeyboardInterrupt
        write(self, place, line)

    monkeypatch.setattr(Output, "write", interrupted)
    with pytest.raises(Interrupted, match="after 16 articles"):
        run_batch(given, str(out), answer=stand_ins.obey)
    monkeypatch.setattr(Output, "write", write)
    assert run_batch(given, str(out), answer=stand_ins.obey).before == 16
    assert [row["id"] for row in rows(out)] == [f"a{n}" for n in range(50)]


@pytest.fixture
def stopped(stand_ins, lines, tmp_path, monkeypatch):
    """A run of 50 articles that was stopped after 20; gives its input and its output."""
    given, out = lines(*["well"] * 50), tmp_path / "rows.jsonl"
    write = Output.write

    def stop(self, place, line):
        if self.articles == 20:
            raise KeyboardInterrupt
        write(self, place, line)

    with monkeypatch.context() as patch:
        patch.setattr(Output, "write", stop)
        with pytest.raises(Interrupted):
            run_batch(given, str(out), answer=stand_ins.obey)
    return given, out


@pytest.mark.parametrize("torn", [b'{"id": "a20", "err', b'{"id": "a20", "error": null}\n{"id'])
def test_what_was_being_written_is_written_again(torn, stopped, stand_ins, rows):
    given, out = stopped
    with Path(f"{out}.partial").open("ab") as file:
        file.write(torn)
    with Path(f"{out}.journal").open("ab") as file:
        file.write(b"[21, 0, 12" if len(torn) < 20 else bytes(64) + b"\n[]\n")
    assert run_batch(given, str(out), answer=stand_ins.obey).before == 20
    assert [row["id"] for row in rows(out)] == [f"a{n}" for n in range(50)]


def test_ids_of_the_earlier_run_are_known(stand_ins, rows, tmp_path, monkeypatch):
    given, out = tmp_path / "articles.jsonl", tmp_path / "rows.jsonl"
    given.write_text("".join(json.dumps({"id": n, "text": "well"}) + "\n" for n in (1, 2, 3, 1, 4)), "utf-8")
    write = Output.write

    def stop(self, place, line):
        if self.articles == 2:
            raise KeyboardInterrupt
        write(self, place, line)

    with monkeypatch.context() as patch:
        patch.setattr(Output, "write", stop)
        with pytest.raises(Interrupted):
            run_batch(str(given), str(out), answer=stand_ins.obey)
    assert run_batch(str(given), str(out), answer=stand_ins.obey).errors == 1
    assert [(row["id"], bool(row["error"])) for row in rows(out)] == [
        ("1", False),
        ("2", False),
        ("3", False),
        ("1", True),
        ("4", False),
    ]


def test_a_run_over_another_input_is_refused_until_restart(stopped, stand_ins, lines, rows):
    given, out = stopped
    given = lines(*["well"] * 51)
    with pytest.raises(InputError, match=r"unfinished run is of another input.*--restart"):
        run_batch(given, str(out), answer=stand_ins.obey)
    summary = run_batch(given, str(out), answer=stand_ins.obey, restart=True)
    assert (summary.articles, summary.before) == (51, 0) and len(rows(out)) == 51


def test_a_partial_file_that_is_gone_is_told(stopped, stand_ins):
    given, out = stopped
    Path(f"{out}.partial").unlink()
    with pytest.raises(InputError, match=r"cannot be taken up: No such file.*--restart"):
        run_batch(given, str(out), answer=stand_ins.obey)


@pytest.mark.skipif(os.name != "posix", reason="files are locked on POSIX only")
def test_two_runs_into_one_output_are_refused(stopped, stand_ins):
    given, out = stopped
    with (
        Output(str(out), {}, restart=True),
        pytest.raises(InputError, match="another run writes this output"),
    ):
        run_batch(given, str(out), answer=stand_ins.obey)


@pytest.mark.parametrize("replaced", [False, True])
def test_stopped_at_the_very_end(replaced, stopped, stand_ins, rows):
    given, out = stopped
    run_batch(given, str(out), answer=stand_ins.obey)
    wanted = out.read_bytes()
    # The state between the last mark and the journal's removal.
    from reconcile.batch.run import _run_of
    from reconcile.batch.sources import find

    journal = Journal(f"{out}.journal", _run_of(find(given, "rows.jsonl")))
    journal.add(Mark(50, 0, len(wanted), complete=True))
    journal.close()
    if not replaced:
        out.rename(f"{out}.partial")
    summary = run_batch(given, str(out), answer=stand_ins.obey)
    assert (summary.articles, summary.before) == (50, 50)
    assert out.read_bytes() == wanted and not left_beside(out)


def test_an_earlier_output_stays_until_the_new_one_is_whole(stopped, stand_ins, rows):
    given, out = stopped
    out.write_text("an earlier one", "utf-8")
    run_batch(given, str(out), answer=stand_ins.obey)
    assert len(rows(out)) == 50


def test_other_settings_are_another_run(lines):
    found = find(lines("well"), "rows.jsonl")
    today = date(2024, 6, 1)
    ignored = Ignored(frozenset({"name.spelling", "name.entity"}), reason="asked", until=date(2024, 6, 2))
    some = Manner(Settings(ignored=(ignored,)), today)
    assert _run_of(found) == _run_of(found, Manner(today=today))
    assert _run_of(found) != _run_of(found, some)
    assert _run_of(found, some) == _run_of(found, evolve(some, today=date(2024, 6, 2)))
    assert _run_of(found, some) != _run_of(found, evolve(some, today=date(2024, 6, 3)))  # it has expired

"""The command line: `reconcile check`, `posts`, `explain`, `batch`. Only this file prints and exits.

Exit status: 0 nothing at or above --fail-on, 1 something, 2 a usage or input error, told in one line on
standard error. Everything heavy is imported when it is first needed, so that --help costs next to nothing.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reconcile.arguments import FAULT, LEVELS, STDIN, make_parser, refuse_files
from reconcile.errors import ReconcileError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from reconcile.model import Discrepancy, KnownName, Post, Release, Report
    from reconcile.settings import Settings

OK, FOUND = 0, 1
#: So many new objects before they are looked through for garbage: a usual run makes a fifth of them (Python: 700).
_SELDOM = 500_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (default: the process's own arguments) names; return the exit status."""
    # Nearly all that a run makes are tables, which stay: to look through them for garbage takes a twentieth of it.
    # At its end, Python looks through all of them twice more: a sixth of it, for memory that is given back anyway.
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)
    arguments = make_parser().parse_args(argv)
    try:
        status = {"check": check, "posts": posts, "explain": explain, "batch": batch}[arguments.command](
            arguments
        )
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough (`| head`). Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return _complain("interrupted")
    except Exception as error:
        return _complain(_told(error))
    return status


def check(arguments: argparse.Namespace) -> int:
    """`reconcile check`: hold one article against its evidence and write the report."""
    refuse_files(arguments)
    settings, today = _settings(arguments, _folder_of(arguments.article)), _today()
    _tell_expired(settings, today)
    report = settings.apply(_read_and_reconcile(arguments), today)
    _write(_rendered(report, arguments), arguments.output)
    if arguments.output:
        from reconcile.reports.wording import summary

        _say(f"{arguments.article}: {summary(report)}")
    return FOUND if _fails(report.discrepancies, settings.fail_on or "warning") else OK


def posts(arguments: argparse.Namespace) -> int:
    """`reconcile posts`: a JSON line for each post; an article that cannot be read spoils no other."""
    import json

    from reconcile.reading import read_document
    from reconcile.reports.json import post_as_dict

    status = OK
    for path in arguments.article:
        try:
            _, found = read_document(_bytes(path), uri=path, media_type=None, published=None)
        except BrokenPipeError:
            raise
        except Exception as error:
            status = _complain(_told(error))
            continue
        lines = (json.dumps({"document": path, **post_as_dict(post)}, ensure_ascii=False) for post in found)
        _write("".join(f"{line}\n" for line in lines), None)
    return status


def explain(arguments: argparse.Namespace) -> int:
    """`reconcile explain`: what a kind, a family, or (without argument) every kind means."""
    from reconcile.rules import all_rules, kinds_named

    if not arguments.kind:
        rows = [f"{rule.level:<8} {rule.kind:<24} {rule.summary}\n" for rule in all_rules().values()]
        _write("".join(rows), None)
        return OK
    from textwrap import fill

    wanted = kinds_named([arguments.kind], "explain")
    rules = [rule for rule in all_rules().values() if rule.kind in wanted]
    texts = [
        f"{rule.kind} ({rule.level})\n{rule.summary}\n\n{fill(rule.help, 88)}\n\n"
        + fill(f"Example. {rule.example}", 88, subsequent_indent="  ")
        for rule in rules
    ]
    _write("\n\n\n".join(texts) + "\n", None)
    return OK


def batch(arguments: argparse.Namespace) -> int:
    """`reconcile batch`: many articles, a row each; one that cannot be read is a row with its error."""
    from pathlib import Path

    from reconcile.batch.rows import Manner
    from reconcile.batch.run import run_batch

    place = Path(arguments.input)
    settings, today = _settings(arguments, place if place.is_dir() else place.parent), _today()
    _tell_expired(settings, today)
    summary = run_batch(
        arguments.input,
        arguments.output,
        workers=arguments.workers,
        deadline=arguments.deadline,
        restart=arguments.restart,
        manner=Manner(settings, today, _roster(arguments)),
    )
    _say(f"{arguments.output}: {summary.text}")
    return OK


def _bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for `-`."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    from reconcile.reading.file_bytes import read_bytes

    return read_bytes(path)


def _read_and_reconcile(arguments: argparse.Namespace) -> Report:
    """Read the article and all that is supplied beside it, and run the pipeline."""
    source = _bytes(arguments.article)
    supplied: list[Post] = []
    releases: list[Release] = []
    if arguments.posts:
        from reconcile.reading.supplied import read_posts

        supplied = [post for path in arguments.posts for post in read_posts(path)]
    if arguments.release:
        from reconcile.reading.releases import read_release

        releases = [read_release(path) for path in arguments.release]
    from reconcile.pipeline import reconcile

    return reconcile(
        source,
        uri=arguments.article,
        published=arguments.published,
        posts=supplied,
        releases=releases,
        roster=_roster(arguments),
    )


def _roster(arguments: argparse.Namespace) -> tuple[KnownName, ...]:
    """The known people and bodies."""
    if not arguments.roster:
        return ()
    from reconcile.names.roster import read_roster

    return read_roster(arguments.roster)


def _folder_of(article: str) -> Path:
    """Where the search for settings begins: standard input stands in the working folder."""
    from pathlib import Path

    return Path() if article == STDIN else Path(article).parent


def _tell_expired(settings: Settings, today: date) -> None:
    for ignored in settings.expired(today):
        _say(f"{settings.path}: no longer ignored: {ignored}; renew it or take it out")


def _settings(arguments: argparse.Namespace, folder: Path) -> Settings:
    """What the settings file of `folder` says, and over it what the command line says."""
    from attrs import evolve

    from reconcile.rules import kinds_named
    from reconcile.settings import Ignored, Settings

    selected = kinds_named(arguments.select, "--select")
    ignored = kinds_named(arguments.ignore, "--ignore")
    if arguments.config:
        from reconcile.settings.reading import read_settings

        settings = read_settings(arguments.config)
    elif arguments.no_config:
        settings = Settings()
    else:
        from reconcile.settings.reading import find_settings

        settings = find_settings(folder)
    return evolve(
        settings,
        select=selected or settings.select,
        ignored=(*settings.ignored, Ignored(ignored)) if ignored else settings.ignored,
        fail_on=getattr(arguments, "fail_on", None) or settings.fail_on,
    )


def _today() -> date:
    """The day by which what is ignored expires: SOURCE_DATE_EPOCH's, where output must not hang on the clock.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    from datetime import UTC, date, datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()


def _fails(found: Sequence[Discrepancy], fail_on: str) -> bool:
    """Whether a finding stands at or above the level `fail_on`."""
    return fail_on != "never" and any(LEVELS.index(d.level) >= LEVELS.index(fail_on) for d in found)


def _rendered(report: Report, arguments: argparse.Namespace) -> str:
    """The report in the form asked for; in colour only for a person at a terminal (https://no-color.org)."""
    from importlib import import_module

    module = import_module(f"reconcile.reports.{arguments.format}")
    terminal = not arguments.output and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if arguments.format == "text" and terminal and not os.environ.get("NO_COLOR"):
        return str(module.render(report, colour=True))
    return str(module.render(report))


def _write(text: str, output: str | None) -> None:
    """Write `text` as UTF-8, to the file `output` or to standard output."""
    if output:
        with open(output, "wb") as file:  # noqa: PTH123
            file.write(text.encode())
    elif sys.stdout.isatty():
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())


def _told(error: BaseException) -> str:
    """An error as one line: what is wrong, and where."""
    if isinstance(error, ReconcileError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    if os.environ.get("RECONCILE_TRACEBACK"):
        raise error
    kind = type(error).__name__
    return f"internal error, please report it: {kind}: {error} (RECONCILE_TRACEBACK=1 shows where)"


def _complain(message: str) -> int:
    """Tell on standard error what went wrong; return the status."""
    _say(f"reconcile: {message}")
    return FAULT


def _say(message: str) -> None:
    """Print one line on standard error, without anything that a terminal would obey."""
    line = " ".join(message.split())
    print("".join(c if c.isprintable() else "\ufffd" for c in line), file=sys.stderr)

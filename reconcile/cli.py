"""The command line: `reconcile check`, `posts`, `explain`. Only this file prints and exits.

Exit status: 0 nothing at or above --fail-on, 1 something, 2 a usage or input error, told in one line on
standard error. Everything heavy is imported when it is first needed, so that --help costs next to nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from reconcile import __version__
from reconcile.errors import ReconcileError
from reconcile.reports import formats

if TYPE_CHECKING:
    from reconcile.model import Discrepancy, Post, Release, Report

OK, FOUND, FAULT = 0, 1, 2
LEVELS = ("note", "warning", "error")
STDIN = "-"


class UsageError(ReconcileError):
    """An argument that cannot be used, told in one line."""


class Parser(argparse.ArgumentParser):
    """argparse, with its complaints on one line."""

    def error(self, message: str) -> NoReturn:
        """Print the complaint and where help is, and exit with status 2."""
        print(f"{self.prog}: {message} (see {self.prog} --help)", file=sys.stderr)
        sys.exit(FAULT)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (default: the process's own arguments) names; return the exit status."""
    arguments = _parser().parse_args(argv)
    try:
        status = {"check": check, "posts": posts, "explain": explain}[arguments.command](arguments)
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
    selected, ignored = _kinds(arguments.select), _kinds(arguments.ignore)
    report = _read_and_reconcile(arguments)
    if selected or ignored:
        report = _only(report, selected, ignored)
    _write(_rendered(report, arguments), arguments.output)
    return FOUND if _fails(report.discrepancies, arguments.fail_on) else OK


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
    from reconcile.rules import all_rules

    if not arguments.kind:
        rows = [f"{rule.level:<8} {rule.kind:<24} {rule.summary}\n" for rule in all_rules().values()]
        _write("".join(rows), None)
        return OK
    from textwrap import fill

    wanted = _kinds([arguments.kind])
    rules = [rule for rule in all_rules().values() if rule.kind in wanted]
    texts = [
        f"{rule.kind} ({rule.level})\n{rule.summary}\n\n{fill(rule.help, 88)}\n\n"
        + fill(f"Example. {rule.example}", 88, subsequent_indent="  ")
        for rule in rules
    ]
    _write("\n\n\n".join(texts) + "\n", None)
    return OK


def _parser() -> Parser:
    """The commands and their options."""
    parser = Parser(
        prog="reconcile", description="Hold a news article against the social posts in it and press releases."
    )
    parser.add_argument("--version", action="version", version=f"reconcile {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    check_parser = commands.add_parser("check", help="hold one article against its evidence")
    add = check_parser.add_argument
    add("article", metavar="ARTICLE", help="HTML or plain text; - is standard input")
    add("--release", metavar="FILE", action="append", default=[], help="a press release; may be given again")
    add(
        "--posts",
        metavar="FILE",
        action="append",
        default=[],
        help="posts beside the article (JSON Lines, or an export)",
    )
    add("--roster", metavar="FILE", help="known people and bodies, with their accounts and roles")
    add(
        "--published", metavar="DATE", type=_date, help="the article's date, as 2024-06-03; else read from it"
    )
    add("--format", choices=formats(), default="text", help="form of the report (default: text)")
    add("-o", "--output", metavar="FILE", help="write the report there")
    add(
        "--fail-on",
        choices=(*LEVELS[::-1], "never"),
        default="warning",
        help="exit 1 from this level on (default: warning)",
    )
    add(
        "--select",
        metavar="KIND",
        action="append",
        default=[],
        help="report this kind or family only; may be given again",
    )
    add(
        "--ignore",
        metavar="KIND",
        action="append",
        default=[],
        help="leave this kind or family out; may be given again",
    )

    posts_parser = commands.add_parser("posts", help="print the posts that articles reproduce, as JSON Lines")
    posts_parser.add_argument(
        "article", metavar="ARTICLE", nargs="+", help="HTML or plain text; - is standard input"
    )

    explain_parser = commands.add_parser("explain", help="say what a kind of discrepancy means")
    explain_parser.add_argument(
        "kind", metavar="KIND", nargs="?", help="a kind or a family; without it, list all"
    )
    return parser


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2024-06-03") from None


def _kinds(names: Sequence[str]) -> frozenset[str]:
    """The kinds that `names` (kinds or families) stand for. Raises UsageError for one that does not exist."""
    if not names:
        return frozenset()
    from reconcile.rules import all_rules

    rules = all_rules().values()
    found: set[str] = set()
    for name in names:
        matches = {rule.kind for rule in rules if name in (rule.kind, rule.family)}
        if not matches:
            from difflib import get_close_matches

            known = [rule.kind for rule in rules] + sorted({rule.family for rule in rules})
            near = get_close_matches(name, known, 1, 0)
            raise UsageError(
                f"there is no kind {name!r}; did you mean {near[0]!r}? `reconcile explain` lists all"
            )
        found |= matches
    return frozenset(found)


def _bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for `-`."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs a fifth of the start-up
        return file.read()


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
    roster = None
    if arguments.roster:
        from reconcile.names.roster import read_roster

        roster = read_roster(arguments.roster)
    from reconcile.pipeline import reconcile

    return reconcile(
        source,
        uri=arguments.article,
        published=arguments.published,
        posts=supplied,
        releases=releases,
        roster=roster,
    )


def _only(report: Report, selected: frozenset[str], ignored: frozenset[str]) -> Report:
    """The report with the findings that --select and --ignore leave."""
    from attrs import evolve

    kept = (d for d in report.discrepancies if (not selected or d.kind in selected) and d.kind not in ignored)
    return evolve(report, discrepancies=tuple(kept))


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
    """Print one line on standard error, without anything that a terminal would obey; return the status."""
    line = " ".join(message.split())
    print("reconcile: " + "".join(c if c.isprintable() else "\ufffd" for c in line), file=sys.stderr)
    return FAULT

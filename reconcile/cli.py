"""The command line: `reconcile check`, `posts`, `explain`. Only this file prints and exits.

Exit status: 0 nothing at or above --fail-on, 1 something, 2 a usage or input error, told in one line on
standard error. Everything heavy is imported when it is first needed, so that --help costs next to nothing.
"""

from __future__ import annotations

import argparse
import os
import re
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
#: A word this like another may be a slip for it (difflib's ratio).
_NEAR = 0.7


class UsageError(ReconcileError):
    """An argument that cannot be used, told in one line."""


class Parser(argparse.ArgumentParser):
    """argparse, with its complaints on one line."""

    #: The commands' parsers, whose options a misspelt one is compared with.
    commands: tuple[argparse.ArgumentParser, ...] = ()

    def error(self, message: str) -> NoReturn:
        """Print the complaint, an option that may have been meant, and where help is; exit with status 2."""
        unknown = re.match(r"unrecognized arguments: (--?[\w-]+)", message)
        if unknown:
            options = [o for each in self.commands for o in re.findall(r"--[a-z-]+", each.format_help())]
            near = _nearest(unknown[1], options)
            message = f"there is no option {unknown[1]}" + (f"; did you mean {near}?" if near else "")
        print(f"{self.prog}: {message} (see {self.prog} --help)", file=sys.stderr)
        sys.exit(FAULT)


def _nearest(word: str, known: Sequence[str]) -> str:
    """The known word that `word` is probably a slip for; "" where none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, 1, _NEAR)), "")


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
    _refuse_files(arguments)
    report = _read_and_reconcile(arguments)
    if selected or ignored:
        report = _only(report, selected, ignored)
    _write(_rendered(report, arguments), arguments.output)
    if arguments.output:
        from reconcile.reports.wording import summary

        _say(f"{arguments.article}: {summary(report)}")
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
    parser.commands = (check_parser, posts_parser, explain_parser)
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
            known = [rule.kind for rule in rules] + sorted({rule.family for rule in rules})
            near = _nearest(name, known)
            meant = f"did you mean {near!r}? " if near else ""
            raise UsageError(f"there is no kind {name!r}; {meant}`reconcile explain` lists all")
        found |= matches
    return frozenset(found)


def _bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for `-`."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    from reconcile.reading.file_bytes import read_bytes

    return read_bytes(path)


def _refuse_files(arguments: argparse.Namespace) -> None:
    """Raise UsageError where evidence is to come from standard input, or the report to go where it cannot."""
    inputs = [("ARTICLE", "the article", arguments.article)]
    inputs += [("--release", "a press release", path) for path in arguments.release]
    inputs += [("--posts", "a file of posts", path) for path in arguments.posts]
    inputs += [("--roster", "the roster", arguments.roster)] if arguments.roster else []
    for option, _, path in inputs[1:]:
        if path == STDIN:
            raise UsageError(f"{option} -: only ARTICLE may be - (standard input); give a file")
    output = arguments.output
    if not output:
        return
    folder = os.path.dirname(output)  # noqa: PTH120 - pathlib costs a fifth of the start-up
    if folder and not os.path.isdir(folder):  # noqa: PTH112
        raise UsageError(f"{output}: the folder {folder} does not exist")
    if os.path.isdir(output):  # noqa: PTH112
        raise UsageError(f"{output}: is a directory; give a file")
    for _, what, path in inputs:
        if path != STDIN and _same_file(path, output):
            raise UsageError(f"{output}: is {what}; write the report elsewhere")


def _same_file(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)  # noqa: PTH121
    except (OSError, ValueError):
        return False


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

    found = report.discrepancies
    kept = tuple(d for d in found if (not selected or d.kind in selected) and d.kind not in ignored)
    return evolve(report, discrepancies=kept, left_out=len(found) - len(kept))


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

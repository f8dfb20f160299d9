"""The arguments of the command line: what there is, and what cannot be used, told in one line.

Everything heavy is imported when it is first needed, so that --help costs next to nothing.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from reconcile import __version__
from reconcile.errors import ReconcileError
from reconcile.reports import formats

#: The exit status after a usage or input error.
FAULT = 2
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
        elif message.startswith("unrecognized arguments: "):
            message += "; only ARTICLE stands alone, a release follows --release"
        self.exit(FAULT, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _nearest(word: str, known: Sequence[str]) -> str:
    """The known word that `word` is probably a slip for; "" where none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, 1, _NEAR)), "")


def make_parser() -> Parser:
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
    add(
        "--published", metavar="DATE", type=_date, help="the article's date, as 2024-06-03; else read from it"
    )
    add("--format", choices=formats(), default="text", help="form of the report (default: text)")
    add("-o", "--output", metavar="FILE", help="write the report there")
    add(
        "--fail-on",
        choices=(*LEVELS[::-1], "never"),
        help="exit 1 from this level on (default: warning)",
    )
    _add_settings(check_parser)

    posts_parser = commands.add_parser("posts", help="print the posts that articles reproduce, as JSON Lines")
    posts_parser.add_argument(
        "article", metavar="ARTICLE", nargs="+", help="HTML or plain text; - is standard input"
    )

    explain_parser = commands.add_parser("explain", help="say what a kind of discrepancy means")
    explain_parser.add_argument(
        "kind", metavar="KIND", nargs="?", help="a kind or a family; without it, list all"
    )

    batch_parser = _add_batch(commands)
    parser.commands = (check_parser, posts_parser, explain_parser, batch_parser)
    return parser


def _add_settings(parser: argparse.ArgumentParser) -> None:
    """The options that decide what is told, of one article or of many."""
    add = parser.add_argument
    add("--roster", metavar="FILE", help="known people and bodies, with their accounts and roles")
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
    add(
        "--config",
        metavar="FILE",
        help="settings; else reconcile.toml or [tool.reconcile] in pyproject.toml, beside the input or above",
    )
    add("--no-config", action="store_true", help="use no settings from a file")


def _add_batch(commands: argparse._SubParsersAction[Parser]) -> Parser:
    parser = commands.add_parser("batch", help="reconcile many articles, a row of JSON Lines or Parquet each")
    add = parser.add_argument
    add(
        "input",
        metavar="INPUT",
        help="a folder, a glob in quotation marks, or a file: .jsonl, .csv, .tsv, .parquet, .warc, .warc.gz, .warc.zst",
    )
    add(
        "-o",
        "--output",
        metavar="OUTPUT",
        required=True,
        help="where the rows go: a name in .jsonl or .parquet",
    )
    add("--workers", metavar="N", type=_workers, help="processes (default: one a processor)")
    add(
        "--deadline",
        metavar="SECONDS",
        type=_seconds,
        default=60.0,
        help="give up an article that takes longer (default: 60)",
    )
    add("--restart", action="store_true", help="begin anew where an interrupted run could be taken up")
    _add_settings(parser)
    return parser


def _workers(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,3}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 or more")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds above nought")
    return seconds


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2024-06-03") from None


def refuse_files(arguments: argparse.Namespace) -> None:
    """Raise UsageError where evidence is to come from standard input, or the report to go where it cannot."""
    inputs = [("ARTICLE", "the article", arguments.article)]
    inputs += [("--release", "a press release", path) for path in arguments.release]
    inputs += [("--posts", "a file of posts", path) for path in arguments.posts]
    inputs += [("--roster", "the roster", arguments.roster)] if arguments.roster else []
    inputs += [("--config", "the settings", arguments.config)] if arguments.config else []
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

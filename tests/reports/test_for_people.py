"""The formats that people read: nothing hostile gets through, and every finding is told with both sides."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.reports import formats, github, html, markdown, sarif, text, wording

TERMINAL = [text, github, markdown]
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def test_the_formats_are_those_of_the_interface():
    assert set(formats()) == {"text", "json", "html", "sarif", "github", "markdown"}


# -- what must not happen --------------------------------------------------------------------------


@pytest.mark.parametrize("form", [text, github, markdown, html], ids=lambda m: m.__name__)
def test_no_control_or_bidi_character_gets_through(form, nasty_report):
    assert not CONTROL.search(form.render(nasty_report))


@given(st.text(max_size=60))
def test_printable_text_is_one_harmless_line(words):
    shown = wording.printable(words)
    assert not CONTROL.search(shown) and "\n" not in shown


@pytest.mark.parametrize("words", ["Łódź, naïve", "👩‍👩‍👧 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می‌خواهم", "日本語"])
def test_letters_and_emoji_are_left_alone(words):
    assert wording.printable(words) == words


def test_colour_is_not_there_unless_asked_for(report):
    assert "\x1b" not in text.render(report)
    assert "\x1b[1;33mwarning" in text.render(report, colour=True)


def test_a_page_has_no_tag_of_the_article_and_no_address_to_call(nasty_report):
    page = html.render(nasty_report)
    tags = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append((tag, dict(attrs)))
    parser.feed(page)
    assert not {tag for tag, _ in tags} & {"script", "img", "iframe", "link", "object"}
    assert not any(name in ("src", "onclick", "onerror") for _, attrs in tags for name in attrs)
    assert all(attrs["href"].startswith("#") for tag, attrs in tags if tag == "a")


def test_a_workflow_command_cannot_be_smuggled_in(nasty_report):
    lines = github.render(nasty_report).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert [line.split(" ")[0] for line in commands] == ["::error", "::notice"]
    properties = commands[0].removeprefix("::error ").partition("::")[0]
    assert "%2C" in properties and "%3A" in properties
    assert "%250A" in commands[0]


def test_markdown_calls_nobody_and_opens_no_html(nasty_report, report):
    plain = re.sub(r"(`+).*?\1", "", markdown.render(report))
    assert not re.search(r"@\w", plain)
    plain = re.sub(r"(`+).*?\1(?!`)", "", markdown.render(nasty_report))
    assert "<script" not in plain


# -- what must -------------------------------------------------------------------------------------


def test_the_terminal_report_shows_both_sides_with_carets(report):
    lines = text.render(report).splitlines()
    assert lines[0] == "lock.txt:3:7: warning: The post has @idamorvik. [name.spelling, sure, 0.97]"
    assert lines[1] == "      Mayor Ida Morwik opened the lock on Monday. She will return."
    assert lines[2] == "            ^^^^^^^^^^"
    assert lines[3].startswith("  p1  @idamorvik opened")
    assert lines[5] == "      write: Ida Morvik"


def test_the_terminal_report_lists_the_evidence_with_its_claims(report):
    told = text.render(report)
    assert "  p1  @lisk_town on X, 2024-06-03: @idamorvik opened the lock today" in told
    assert "      supports    line 3: Mayor Ida Morwik opened the lock on Monday." in told
    assert told.endswith("lock.txt: 1 warning, 1 note; 2 claims held against 1 post and 1 release\n")


def test_a_clean_report_says_so(clean_report):
    assert "nothing found" in text.render(clean_report)


def test_carets_stand_under_wide_letters():
    from reconcile.reports.text import _columns

    assert _columns("日本") == 4 and _columns("e\u0301") == 1


@pytest.mark.parametrize("form", [text, markdown, html, github], ids=lambda m: m.__name__)
def test_every_finding_is_told_with_its_words(form, report):
    told = form.render(report)
    for finding in report.discrepancies:
        assert finding.kind in told and finding.claimed.text in told
    assert "Ida Morvik" in told


def test_a_page_marks_the_words_and_links_them_with_their_finding(report):
    page = html.render(report)
    words = '<mark class="warning" id="words-1"><a href="#finding-1">Ida Morwik</a></mark>'
    assert f'<span class="line">3</span>Mayor {words} opened the lock' in page
    assert 'id="finding-1"' in page and '<a href="#words-1">line 3</a>' in page
    assert page.count("<mark class=") == 1  # a note marks nothing
    assert "prefers-color-scheme: dark" in page


def test_each_link_of_a_page_leads_somewhere(report, nasty_report, page_report):
    for each in (report, nasty_report, page_report, overlapping(report)):
        page = html.render(each)
        names = re.findall(r' id="([^"]+)"', page)
        assert len(set(names)) == len(names)
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(names)


def overlapping(report):
    """The report with three findings on words that overlap, one of them over two lines."""
    from attrs import evolve

    from reconcile.model import Discrepancy, Excerpt, Span

    told = report.document.text
    spans = [Span(told.index("Mayor"), told.index(" opened the")), Span(0, told.index("Ida") + 3)]
    spans.append(Span(told.index("Ida"), told.index("Ida") + 10))
    found = [Discrepancy("name.entity", "error", "No.", Excerpt("document", s, s.of(told))) for s in spans]
    return evolve(report, discrepancies=tuple(found))


def test_words_under_two_findings_are_marked_once(report):
    page = html.render(overlapping(report))
    assert page.count('<mark class="error"') == 2 and page.count(' id="words-1"') == 1
    assert page.count('<a href="#words-1">') == 3


def test_github_annotations_point_at_the_line(report):
    first = github.render(report).splitlines()[0]
    assert first.startswith("::warning file=lock.txt,line=3,col=7,title=name.spelling")
    assert "%0AEvidence (p1): @idamorvik" in first


def test_sarif_has_a_rule_for_each_result(report, page_report):
    for given_report in (report, page_report):
        run = json.loads(sarif.render(given_report))["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert rules[result["ruleIndex"]]["defaultConfiguration"]["level"] == result["level"]
        assert [rule["id"] for rule in rules] == ["name.spelling", "cover.claim-unsourced"]


def test_sarif_tells_where_words_begin_and_end(report, page_report):
    flat, page = (
        json.loads(sarif.render(r))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
        for r in (report, page_report)
    )
    words = {"snippet": {"text": "Ida Morwik"}}
    assert flat == {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 17, **words}
    assert page == {"startLine": 12, "startColumn": 4, **words}  # where they end is not known


def test_in_a_page_line_and_column_are_the_elements(page_report):
    assert text.render(page_report).startswith("lock.html:12:4: warning: ")
    assert github.render(page_report).startswith("::warning file=lock.html,line=12,col=4,title=")


def test_sarif_fingerprints_outlive_a_moved_paragraph(report, page_report):
    prints = [
        json.loads(sarif.render(r))["runs"][0]["results"][0]["partialFingerprints"]
        for r in (report, page_report)
    ]
    assert prints[0] == prints[1]


def test_words_in_a_long_line_keep_their_context():
    from reconcile.model import Excerpt, Span

    line = "word " * 400 + "HERE " + "word " * 400
    start = line.index("HERE")
    shown = wording.context(line, Excerpt("document", Span(start, start + 4), "HERE"))
    assert shown.words == "HERE" and shown.before.startswith("…") and shown.after.endswith("…")
    assert len(shown.before + shown.words + shown.after) < 100


def test_every_format_can_be_imported_alone():
    for name in formats():
        done = subprocess.run([sys.executable, "-c", f"import reconcile.reports.{name}"], capture_output=True)
        assert done.returncode == 0, done.stderr

"""Rosters in three forms, and what is said of those that cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reconcile.errors import InputError
from reconcile.model import Account
from reconcile.names.roster import read_roster

BAD = [
    ("a.csv", "title,kind\nx,person\n", 1, "no column `name`"),
    ("a.csv", "name,kind\nLea Brandt,person\nMarek Halas,robot\n", 3, "unknown kind 'robot'"),
    ("a.csv", "name,kind\n,person\n", 2, "without a name"),
    ("a.csv", "name,roles\nLea Brandt,minister (2021-13-01..)\n", 2, "not a date: '2021-13-01'"),
    ("a.csv", 'name,kind\n"Lea Brandt,person\n', 2, "not CSV"),
    ("a.json", '{"persons": [\n{"name": }\n]}', 2, "not JSON"),
    ("a.json", '{"people": []}', None, "neither `persons` nor `organizations`"),
    ("a.jsonl", '{"schema": "Person", "properties": {"name": ["Lea"]}}\n{"schema"\n', 2, "not JSON"),
    ("a.jsonl", '{"schema": "Person", "properties": {"name": ["Lea"]}}\n[1]\n', 2, "no entity"),
]


@pytest.mark.parametrize(("file", "text", "line", "problem"), BAD)
def test_what_cannot_be_read(tmp_path: Path, file: str, text: str, line: int | None, problem: str) -> None:
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_roster(path)
    assert caught.value.line == line
    assert problem in str(caught.value)


def test_no_file_and_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_roster(tmp_path / "none.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes("name\nLea\nJ\xe4hn\n".encode("latin-1"))
    with pytest.raises(InputError) as caught:
        read_roster(path)
    assert caught.value.line == 3


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(
        "\ufeffName,kind,aliases,handles,roles\n"
        'Lea Brandt,,"L. Brandt; Lea B.",leabrandt;bluesky:lea.example.org;@lea@social.example,'
        "minister (2021-05-01..2023-03-31); senator (2019..); member\n"
        "\n"
        "MFA Lunda,body,,https://x.com/mfa_lunda,\n",
        encoding="utf-8",
    )
    lea, mfa = read_roster(path)
    assert (lea.name, lea.kind, lea.aliases) == ("Lea Brandt", "person", ("L. Brandt", "Lea B."))
    assert lea.accounts == (
        Account("x", "leabrandt"),
        Account("bluesky", "lea.example.org"),
        Account("mastodon", "lea@social.example"),
    )
    assert lea.roles == (
        ("minister", date(2021, 5, 1), date(2023, 3, 31)),
        ("senator", date(2019, 1, 1), None),
        ("member", None, None),
    )
    assert (mfa.kind, mfa.accounts) == ("organization", (Account("x", "mfa_lunda"),))


def test_popolo(tmp_path: Path) -> None:
    path = tmp_path / "popolo.json"
    path.write_text(
        """{"persons": [{"id": "1", "name": "Lea Brandt", "other_names": [{"name": "Lea Maria Brandt"}],
            "links": [{"url": "https://twitter.com/leabrandt"}, {"url": "https://example.org"}],
            "contact_details": [{"type": "twitter", "value": "lea_press"}]}, {"id": "2"}],
           "organizations": [{"id": "o", "name": "Lunda Assembly"}],
           "memberships": [{"person_id": "1", "organization_id": "o", "role": "member",
                            "start_date": "2019-02", "end_date": "2020-02"}]}""",
        encoding="utf-8",
    )
    lea, body = read_roster(path)
    assert lea.aliases == ("Lea Maria Brandt",)
    assert lea.accounts == (Account("x", "leabrandt"), Account("x", "lea_press"))
    assert lea.roles == (("member, Lunda Assembly", date(2019, 2, 1), date(2020, 2, 29)),)
    assert (body.name, body.kind) == ("Lunda Assembly", "organization")


def test_followthemoney(tmp_path: Path) -> None:
    path = tmp_path / "entities.ftm.json"
    path.write_text(
        '{"id": "a", "schema": "Person", "caption": "Lea Brandt",'
        ' "properties": {"name": ["Lea Brandt", "Лея Брандт"],'
        ' "alias": ["L. Brandt"], "position": ["Minister"], "website": ["https://bsky.app/profile/lea.example.org"]}}\n'
        '{"id": "b", "schema": "Passport", "properties": {"number": ["1"]}}\n'
        '{"id": "c", "schema": "PublicBody", "properties": {"name": ["MFA Lunda"]}}\n',
        encoding="utf-8",
    )
    lea, mfa = read_roster(path)
    assert lea.aliases == ("Лея Брандт", "L. Brandt")
    assert lea.accounts == (Account("bluesky", "lea.example.org"),)
    assert lea.roles == (("Minister", None, None),)
    assert (mfa.name, mfa.kind) == ("MFA Lunda", "organization")


def test_one_entity_is_a_roster(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(
        '{"id": "a", "schema": "Person",\n "properties": {"name": ["Lea Brandt"]}}', encoding="utf-8"
    )
    assert [known.name for known in read_roster(path)] == ["Lea Brandt"]

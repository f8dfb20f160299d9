"""Patterns that wait for their first use: nothing is compiled before it, and every one in the package compiles."""

import pkgutil
import re
from importlib import import_module

import regex

import reconcile
from reconcile.patterns import _Compiled, lazy_re, lazy_regex


def test_a_pattern_is_not_compiled_before_its_use():
    broken = lazy_re("(")
    try:
        broken.search("lock")
    except re.error:
        return
    raise AssertionError("a broken pattern was used")


def test_a_pattern_does_what_the_compiled_one_does():
    words = lazy_re(r"l(\w+)", re.IGNORECASE)
    assert words.findall("The Lock at Lisk") == ["ock", "isk"]
    assert words.sub("-", "The Lock at Lisk") == "The - at -"
    assert (words.pattern, words.groups) == (r"l(\w+)", 1)
    assert lazy_re(rb"\d").search(b"lock 4")


def test_lists_go_on_to_regex():
    towns = lazy_regex(r"\b\L<towns>\b", regex.IGNORECASE, towns=["Torr", "Lisk"])
    assert towns.findall("from Torr to lisk") == ["Torr", "lisk"]


def test_what_a_pattern_does_not_have_is_told():
    assert not hasattr(lazy_re("x"), "seek")


def test_every_pattern_of_the_package_compiles():
    compiled = 0
    for module in pkgutil.walk_packages(reconcile.__path__, "reconcile."):
        if module.name.endswith("__main__"):
            continue
        try:
            loaded = import_module(module.name)
        except ImportError:  # an extra that is not installed
            continue
        for pattern in vars(loaded).values():
            if isinstance(pattern, _Compiled):
                assert pattern.pattern
                compiled += 1
    assert compiled > 300

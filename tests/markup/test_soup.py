"""BeautifulSoup as it is loaded here: its selectors wait, and work."""

import subprocess
import sys


def _run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_selectors_are_not_loaded() -> None:
    code = "import reconcile.markup.soup, sys; print('soupsieve.css_parser' in sys.modules)"
    assert _run(code).strip() == "False"


def test_selectors_of_others_work() -> None:
    code = (
        "from reconcile.markup.soup import BeautifulSoup\n"
        "print(BeautifulSoup('<p class=\"a\">Lisk</p>', 'html.parser').select_one('p.a').text)"
    )
    assert _run(code).strip() == "Lisk"


def test_soupsieve_may_be_loaded_before() -> None:
    code = "import soupsieve, reconcile.markup.soup as m; print(m.BeautifulSoup('<b>x</b>', 'html.parser').select('b'))"
    assert _run(code).strip() == "[<b>x</b>]"


def test_soupsieve_may_be_loaded_behind() -> None:
    code = (
        "import reconcile.markup.soup\n"
        "from soupsieve import SoupSieve\n"
        "import soupsieve, soupsieve.css_match\n"
        "print(soupsieve.compile('p') == SoupSieve and 1, isinstance(soupsieve.compile('p'), SoupSieve))"
    )
    assert _run(code).strip().endswith("True")

"""What the tests of the command share."""

from __future__ import annotations

import pytest

from reconcile.cli import main


@pytest.fixture
def run(capfdbinary):
    """Runs the command in this process; gives its exit status, output and complaints."""

    def run(*arguments: object) -> tuple[int, str, str]:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = stop.code
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return run

"""A worker process: entries come in, a line an entry goes out. The parent knows by what has come on which it is."""

from __future__ import annotations

import signal
from collections.abc import Callable
from multiprocessing.connection import Connection

from reconcile.batch.entry import Entry

READY = b"ready"


def serve(connection: Connection, answer: Callable[[Entry], bytes], patience: float) -> None:
    """Answer the entries that come in until nobody is there to ask.

    A worker whose parent is gone would be stuck for ever over an endless article: after `patience` seconds of
    its own time over one, the system ends it (POSIX), whatever code it is in.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    timed = hasattr(signal, "setitimer")
    try:
        connection.send_bytes(READY)
        while True:
            for entry in connection.recv():
                if timed:
                    signal.setitimer(signal.ITIMER_PROF, patience)
                connection.send_bytes(answer(entry))
            if timed:
                signal.setitimer(signal.ITIMER_PROF, 0)
    except (EOFError, OSError):
        return

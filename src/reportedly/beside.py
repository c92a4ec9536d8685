"""How a process that works for another one behaves: it leaves interrupts to its parent, and ends with it."""

import os
import signal
from multiprocessing import parent_process
from threading import Thread


def serve() -> None:
    """Let this process ignore interrupts, and end when its parent is gone: one that was killed cannot say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait for the parent's end, and end."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

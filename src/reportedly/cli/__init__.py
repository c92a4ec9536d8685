"""The command `reportedly`: arguments in; data on standard output, everything else on standard error.

Exit codes: 0 all went well; 1 nothing could be read, or the command cannot go on; 2 wrong usage; 3 some inputs were
skipped; 130 interrupted.
"""

from reportedly.cli.app import main

__all__ = ["main"]

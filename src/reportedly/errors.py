"""Every error that reportedly raises on purpose: one root, three families.

The family says what the caller does. `Retry`: the same call may go through later. `Skip`: this report cannot be used;
put it on record with its reason and go on with the next. `Stop`: nothing sensible can follow; tell the user and end.
"""


class ReportedlyError(Exception):
    """Root of all errors raised on purpose. Its text names the thing, what was found, and the next step."""


class Retry(ReportedlyError):
    """The same call may succeed later: a lock, a busy database."""


class Skip(ReportedlyError):
    """This report cannot be used; the reason goes on record and the run goes on."""


class Stop(ReportedlyError):
    """The run cannot go on: a wrong argument, a missing project, a broken installation."""


class BadValue(Skip, ValueError):
    """A value that the model refuses to hold."""


class BadSpan(BadValue):
    """A span that is empty, reversed or outside its text."""

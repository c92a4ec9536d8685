"""What can be set from outside: name, default and meaning of each; the one place that reads the environment.

In: environment variables. Out: `Settings`.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT_PROJECT = "reportedly.db"

PROJECT = "REPORTEDLY_PROJECT"
"""The project to work on: a path (SQLite) or a database URL (`postgresql+psycopg://user@host/name`)."""

BY = "REPORTEDLY_BY"
"""Who judges: the name that goes on record with judgements where `--by` gives none."""

GAZETTEER = "REPORTEDLY_GAZETTEER"
"""The table of places to look names up in: a file that `reportedly gazetteer` made; the package's own where unset."""

CI = "CI"
"""Set by services that run commands without a person: nothing is opened then."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. `project` is a path or a database URL; `unattended` means that no person looks on; `by` is
    who judges, empty where nobody is named; `gazetteer` is a table of places, None for the package's own.
    """

    project: str = DEFAULT_PROJECT
    unattended: bool = False
    by: str = ""
    gazetteer: Path | None = None


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that `environment` gives; a variable that is unset or empty leaves the default."""
    return Settings(
        project=environment.get(PROJECT) or DEFAULT_PROJECT,
        unattended=bool(environment.get(CI)),
        by=environment.get(BY) or "",
        gazetteer=Path(environment[GAZETTEER]) if environment.get(GAZETTEER) else None,
    )

"""The service above the stages: read files, keep what they say, link it, answer questions about it.

- `service`: reading files, and one project with its reports and claims;
- `linking`: what reports have to do with each other, worked out where something changed.
"""

from reportedly.project.service import (
    EXTRACTORS,
    Dossier,
    Extracted,
    Item,
    Kept,
    Project,
    ReadAll,
    State,
    annotate,
    claim_filter,
    extract,
    init,
    is_unattended,
    located,
    open_project,
    read_files,
)

__all__ = [
    "EXTRACTORS",
    "Dossier",
    "Extracted",
    "Item",
    "Kept",
    "Project",
    "ReadAll",
    "State",
    "annotate",
    "claim_filter",
    "extract",
    "init",
    "is_unattended",
    "located",
    "open_project",
    "read_files",
]

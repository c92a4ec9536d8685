"""The service above the stages: read files, keep what they say, link it, answer questions about it.

- `service`: reading files, and one project with its reports and claims;
- `linking`, `naming`, `clustering`: what reports have to do with each other, worked out where something changed;
- `casebook`: what is asked of events, ties and entities; `telling` what is said of them;
- `desk`: what people decide, and the tables that they edit;
- `deciding`, `revising`: what they decided, as linking and answers ask for it; `correcting`, `meaning`: what becomes of
  a claim that they correct, and whom their words mean.
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
    day_asked,
    extract,
    init,
    is_unattended,
    judge_named,
    load_gazetteer,
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
    "day_asked",
    "extract",
    "init",
    "is_unattended",
    "judge_named",
    "load_gazetteer",
    "located",
    "open_project",
    "read_files",
]

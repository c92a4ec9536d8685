"""How well the extractor reads: corpora, metrics, floors.

`run(name, path)` gives the figures of one corpus; `python -m evaluation` prints the table of all and fails where a
figure lies under its floor. The corpora are not part of the project; where they are absent a row says so.
"""

from evaluation.corpus import Figures, run

__all__ = ["Figures", "run"]

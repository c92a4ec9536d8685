"""Make `link/lexicons/common_words.tsv`: how common each word of English news is, by counting reports.

In: the train part of PolNeAR, newswire_ner and MUC-4 (all three may be trained on). Out: each stem that stands in at
least one report in 200, with how many reports of 1,000 hold it. It is a table of the language, not of anybody's
project: it stays the same whatever reports are compared.

    python training/word_commonness.py PATH_OF_CORPORA > src/reportedly/link/lexicons/common_words.tsv
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportedly.link.wording import wording
from reportedly.model import Report

LEAST = 5
"""Reports of 1,000 that must hold a stem; a rarer one counts as having this many."""


def texts(corpora: Path) -> Iterator[str]:
    """The texts of the corpora, one a report."""
    for file in sorted((corpora / "polnear" / "train" / "text").glob("*.txt")):
        yield file.read_text("utf-8")
    for file in sorted((corpora / "newswire_ner").glob("*.tsv")):
        yield " ".join(line.split("\t")[0] for line in file.read_text("utf-8").splitlines())
    for line in (corpora / "muc4" / "processed" / "train.json").read_text("utf-8").splitlines():
        yield json.loads(line)["doctext"]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    reports: Counter[str] = Counter()
    count = 0
    for text in texts(parser.parse_args().corpora):
        reports.update({word for word in wording(Report(text, "")).content if word})
        count += 1
    print(f"# How common words are in news: a stem, and how many reports of 1,000 hold it, at least {LEAST}.")
    print(
        f"# Source: counts over {count:,} reports of PolNeAR train, newswire_ner and MUC-4 train (training/word_commonness.py)."
    )
    print("# Columns: stem, reports of 1,000.")
    for stem, held in sorted(reports.items()):
        share = round(1000 * held / count)
        if share >= LEAST and stem.isascii():
            print(f"{stem}\t{share}")


if __name__ == "__main__":
    main()

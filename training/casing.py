"""Make `evaluation/muc4_casing.tsv`: how news writes the words that MUC-4 has in capitals only.

In: the folder of corpora; PolNeAR train and the articles of newswire_ner that are not held apart are counted. Out: the
words inside sentences, seen at least twice, with the form that two thirds of their uses have where that has capitals
and is seen three times, else `lower`; and pairs of words that are written with capitals together though one alone is
not.

    python training/casing.py PATH_OF_CORPORA > evaluation/muc4_casing.tsv
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

LEAST = 3
SHARE = 2 / 3
WORD = re.compile(r"[A-Za-z][A-Za-z'-]*[A-Za-z]|[A-Za-z]")
SENTENCE = re.compile(r"[.!?:;\"“”()\n]+\s*")
APART = Path(__file__).parent.parent / "evaluation" / "newswire_ner_apart.txt"


def sentences(corpora: Path) -> Iterator[list[str]]:
    """The words of each sentence, without those that are set in capitals as a whole."""
    apart = set(APART.read_text("utf-8").split())
    texts = [p.read_text("utf-8", "replace") for p in sorted((corpora / "polnear" / "train" / "text").rglob("*.txt"))]
    for file in sorted((corpora / "newswire_ner").glob("*.tsv")):
        if file.name.split(".")[0] not in apart:
            words = (line.split("\t")[0] or "\n" for line in file.read_text("utf-8").splitlines())
            texts += [" ".join(words)]
    for text in texts:
        for sentence in SENTENCE.split(text):
            words = WORD.findall(sentence)
            if sum(word.islower() for word in words) * 2 > len(words):
                yield words


def main() -> None:
    """Count and print the table."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    together: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for words in sentences(Path(sys.argv[1])):
        for word in words[1:]:
            forms[word.lower()][word] += 1
        for one, two in pairwise(words[1:]):
            together[one.lower(), two.lower()][one[0].isupper() and two[0].isupper()] += 1
    usual = {word: form for word, found in forms.items() if (form := most(word, found)) is not None}
    print("# How news writes a word inside a sentence (`lower` for small letters), and pairs written with capitals.")
    print("# Source: counts over PolNeAR train and newswire_ner without the articles held apart (training/casing.py).")
    print("# word or pair in lower case\tform")
    for word in sorted(usual):
        print(word, "lower" if usual[word].islower() else usual[word], sep="\t")
    for (one, two), found in sorted(together.items()):
        is_small = any(usual.get(word, "").islower() for word in (one, two))
        if is_small and found[True] >= LEAST and found[True] >= SHARE * found.total():
            print(f"{one} {two}\tTitle")


def most(word: str, found: Counter[str]) -> str | None:
    """The form with capitals that two thirds of the uses have, else the small one where it is used at all."""
    form, count = found.most_common(1)[0]
    if not form.islower() and count >= max(LEAST, SHARE * found.total()):
        return form
    return word if found[word] and found.total() >= 2 else None


if __name__ == "__main__":
    main()

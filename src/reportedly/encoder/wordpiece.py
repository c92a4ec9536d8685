"""Words as pieces of the encoder's vocabulary: WordPiece (Devlin et al. 2019), greedy, without case and accents.

In: the vocabulary's file, a piece a line, and a word. Out: the numbers of its pieces.
"""

import unicodedata
from pathlib import Path

MOST_LETTERS = 100
"""A longer word is unknown as a whole."""

REMEMBERED = 100_000
"""Words whose pieces are remembered."""


class Vocabulary:
    """The pieces by number, with the words met so far."""

    def __init__(self, file: Path) -> None:
        lines = file.read_text("utf-8").split("\n")
        self.numbers = {piece: i for i, piece in enumerate(lines) if piece}
        self.unknown, self.first, self.last = (self.numbers[name] for name in ("[UNK]", "[CLS]", "[SEP]"))
        self.known: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces; that of the unknown piece where it cannot be put together."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            found = self.known[word] = tuple(n for part in parts(plain(word)) for n in self.cut(part)) or (
                self.unknown,
            )
        return found

    def cut(self, word: str) -> tuple[int, ...]:
        """The longest piece first, then the longest that goes on, and so forth."""
        found: list[int] = []
        start = 0
        while start < len(word) <= MOST_LETTERS:
            for end in range(len(word), start, -1):
                number = self.numbers.get(("##" if start else "") + word[start:end])
                if number is not None:
                    break
            else:
                return (self.unknown,)
            found.append(number)
            start = end
        return tuple(found) or (self.unknown,)


def plain(word: str) -> str:
    """A word in small letters without accents and control signs."""
    kept = "".join(sign for sign in word if unicodedata.category(sign) not in ("Cc", "Cf") and sign != "\ufffd")
    split = unicodedata.normalize("NFD", kept.lower())
    return "".join(sign for sign in split if unicodedata.category(sign) != "Mn")


def parts(word: str) -> list[str]:
    """A word with each Chinese character apart, as the vocabulary expects."""
    spaced = "".join(f" {sign} " if is_chinese(ord(sign)) else sign for sign in word)
    return spaced.split()


def is_chinese(code: int) -> bool:
    """Whether a character is of the blocks of Chinese characters that BERT's tokeniser splits."""
    blocks = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
              (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))  # fmt: skip
    return any(low <= code <= high for low, high in blocks)

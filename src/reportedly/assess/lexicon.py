"""The lexicons of this stage, by their files' names: all rows, the first column, the first two columns as a table.

With them `holds`, which looks for a pattern in a sentence.
"""

import re
from functools import lru_cache, partial

from reportedly import lexicons

rows = partial(lexicons.rows, "reportedly.assess")
words = partial(lexicons.words, "reportedly.assess")
entries = partial(lexicons.entries, "reportedly.assess")


@lru_cache(maxsize=16384)
def holds(sentence: str, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern is found in a sentence: it is asked again for each two accounts that stand in it."""
    return pattern.search(sentence) is not None

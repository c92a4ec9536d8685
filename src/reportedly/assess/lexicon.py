"""The lexicons of this stage, by their files' names: all rows, the first column, the first two columns as a table."""

from functools import partial

from reportedly import lexicons

rows = partial(lexicons.rows, "reportedly.assess")
words = partial(lexicons.words, "reportedly.assess")
entries = partial(lexicons.entries, "reportedly.assess")

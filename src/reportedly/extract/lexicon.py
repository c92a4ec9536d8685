"""The lexicons of this stage, by their files' names: all rows, the first column, the first two columns as a table."""

from functools import partial

from reportedly import lexicons

rows = partial(lexicons.rows, "reportedly.extract")
words = partial(lexicons.words, "reportedly.extract")
table = partial(lexicons.entries, "reportedly.extract")

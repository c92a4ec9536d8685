r"""Column types that hold any Python text, on SQLite and PostgreSQL alike, sorted bytewise.

Neither database holds a lone surrogate and PostgreSQL no NUL; both are written as U+0010 (data link escape) and four
hexadecimal digits, and so is U+0010 itself. All other text is stored as it is.
"""

import re
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

UNSTORABLE = re.compile("[\x00\x10\ud800-\udfff]")
ESCAPED = re.compile("\x10([0-9a-f]{4})")


def escaped(text: str) -> str:
    """`text` with every character that a database cannot hold escaped; `unescaped` gives it back."""
    return UNSTORABLE.sub(lambda m: f"\x10{ord(m[0]):04x}", text)


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) if "\x10" in text else text


class AnyText(TypeDecorator[str]):
    """Text of any characters and length, compared and sorted bytewise."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text under PostgreSQL's bytewise collation; SQLite's own is bytewise."""
        return dialect.type_descriptor(Text(collation="C") if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as the database holds it."""
        return None if value is None else escaped(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """The text as it was given."""
        return None if value is None else unescaped(value)


def word(length: int) -> TypeEngine[str]:
    """The type of a short ASCII word (an id, a label, a date), sorted bytewise."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")

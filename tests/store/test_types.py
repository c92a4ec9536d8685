"""Text that a database cannot hold is escaped and comes back as it was."""

from hypothesis import example, given

from reportedly.store.types import escaped, unescaped
from tests.planting import QUICK, any_text


@QUICK
@given(any_text)
@example("\x00\x10\ud800")
@example("\x100000")
def test_escaping_is_undone_exactly(text: str) -> None:
    stored = escaped(text)
    assert unescaped(stored) == text
    assert "\x00" not in stored
    stored.encode("utf-8")


def test_ordinary_text_is_stored_as_it_is() -> None:
    assert escaped("“Port Aral” – 3 May\n") == "“Port Aral” – 3 May\n"

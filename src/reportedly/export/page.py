"""The briefing as one HTML file. In: its content. Out: a page without scripts that loads nothing from anywhere.

All text is escaped by the template engine; the page's policy allows its own style sheet by its hash and nothing else.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from reportedly.export.content import Content
from reportedly.export.notes import pieces
from reportedly.export.plain import COUNTED, NONE_FOUND, NOTICE, SEVERAL
from reportedly.export.statements import Note

TEMPLATES = ("briefing.html", "picture.svg", "marks.html")


@cache
def environment() -> Environment:
    """The template engine with the page's templates, escaping everything."""
    sources = {name: resource(name) for name in TEMPLATES}
    made = Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True,
    )  # fmt: skip
    made.filters["css_name"] = css_name
    return made


@cache
def resource(name: str) -> str:
    """The text of a file in the templates folder."""
    return (files("reportedly.export") / "templates" / name).read_text("utf-8")


@cache
def style() -> tuple[str, str]:
    """The style sheet as it stands on the page, and the hash that allows it."""
    sheet = resource("briefing.css")
    return sheet, b64encode(sha256(sheet.encode()).digest()).decode()


def css_name(kind: str | None) -> str:
    """The class for a kind of source or of mark; the report's own voice is `own`."""
    return (kind or "own").replace(" ", "-").replace("_", "-")


def page(shown: Content) -> str:
    """The whole page."""
    sheet, digest = style()
    return environment().get_template("briefing.html").render(
        shown=shown, notice=NOTICE, counted=COUNTED, several=SEVERAL, none_found=NONE_FOUND, pieces=note_pieces,
        digest=digest,
        # The style sheet is a file of this package: the one text that is not escaped.
        sheet=Markup(sheet),  # noqa: S704
        most=max((voice.claims for voice in shown.voices), default=1),
    )  # fmt: skip


def note_pieces(note: Note) -> list[object]:
    """The labelled pieces of a note's sentence."""
    return list(pieces(note.sentence, note.claims, note.report.text))

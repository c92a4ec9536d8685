"""From what the user names to the files to read. In: paths, folders, globs, `-`. Out: sources in a fixed order.

A folder is read with all below it, sorted by name; a file is read once however often it is named. What cannot be
opened, and is named by the user or of a kind that is read, is put on record as skipped.
"""

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from reportedly.model import Skipped

Kind = Literal["text", "markdown", "page", "json", "lines", "pdf"]
KIND_OF_SUFFIX: dict[str, Kind] = {
    ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "page", ".htm": "page", ".xhtml": "page",
    ".json": "json", ".jsonl": "lines", ".ndjson": "lines", ".pdf": "pdf",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or standard input where `path` is None. `folder` is the input folder that it was found in."""

    path: Path | None
    folder: Path | None = None

    @property
    def kind(self) -> Kind | None:
        """The kind that the suffix tells, None where only the content can tell."""
        return None if self.path is None else KIND_OF_SUFFIX.get(self.path.suffix.lower())

    @property
    def ref(self) -> str:
        """The file's name, `stdin` for standard input."""
        return "stdin" if self.path is None else printable(self.path.name)

    @property
    def where(self) -> str:
        """The path as the user would find it, `stdin` for standard input."""
        return "stdin" if self.path is None else printable(str(self.path))

    def open(self) -> AbstractContextManager[BinaryIO]:
        """The bytes, to be used in a `with`; standard input stays open after it."""
        return nullcontext(sys.stdin.buffer) if self.path is None else self.path.open("rb")


def printable(name: str) -> str:
    """`name` with bytes that are no UTF-8 shown as a replacement character."""
    return os.fsencode(name).decode("utf-8", "replace")


def sources(inputs: Sequence[str]) -> Iterator[Source | Skipped]:
    """Each file to read, once, in the order of the inputs and by name inside folders."""
    seen: set[str] = set()
    for written in inputs:
        for source in of_input(written):
            if isinstance(source, Skipped):
                yield source
                continue
            identity = "-" if source.path is None else os.path.realpath(source.path)
            if identity not in seen:
                seen.add(identity)
                yield source


def of_input(written: str) -> Iterator[Source | Skipped]:
    """What one input names: a file, a folder's files, the matches of a glob, or standard input."""
    if written == "-":
        yield Source(None)
    elif not written.strip():
        yield Skipped(written, "no path is given")
    elif "://" in written:
        yield Skipped(written, "addresses are not fetched; save the page and name the file")
    elif glob.has_magic(written) and not os.path.lexists(written):
        yield from of_pattern(written)
    else:
        yield from of_path(Path(written))


def of_pattern(pattern: str) -> Iterator[Source | Skipped]:
    """The files and folders that a glob matches, sorted."""
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        yield Skipped(pattern, "no file matches this pattern")
    for match in matches:
        yield from of_path(Path(match))


def of_path(path: Path) -> Iterator[Source | Skipped]:
    """The file at `path`, or the files of the folder there; a Skipped where there is neither."""
    try:
        path.stat()
    except FileNotFoundError:
        yield Skipped(printable(str(path)), "not found: there is no such file or folder")
    except (OSError, ValueError) as error:
        yield Skipped(printable(str(path)), why(error))
    else:
        if path.is_dir():
            yield from in_folder(path)
        else:
            yield Source(path)


def in_folder(folder: Path) -> Iterator[Source | Skipped]:
    """The files of a folder and all folders below it, sorted by name; hidden ones and other kinds are left out."""
    entered: set[str] = set()
    found_any = False
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if path == folder or path.is_dir():
                waiting.extend(reversed(entries(path, entered)))
                continue
        except OSError as error:
            found_any = True
            yield Skipped(printable(str(path)), f"the folder could not be opened: {why(error)}")
            continue
        found_any = True
        yield in_folder_file(path, folder)
    if not found_any:
        yield Skipped(printable(str(folder)), f"no file in it is of a kind that is read ({', '.join(KIND_OF_SUFFIX)})")


def entries(folder: Path, entered: set[str]) -> list[Path]:
    """Folders and files of kinds that are read, in `folder`, by name; nothing where it was entered before.

    `entered` takes up the folder's real path, so that links in a circle come to an end.
    """
    identity = os.path.realpath(folder)
    if identity in entered:
        return []
    entered.add(identity)
    with os.scandir(folder) as found:
        names = sorted(
            entry.name
            for entry in found
            if not entry.name.startswith(".") and (Path(entry.name).suffix.lower() in KIND_OF_SUFFIX or entry.is_dir())
        )
    return [folder / name for name in names]


def in_folder_file(path: Path, folder: Path) -> Source | Skipped:
    """A source where `path` is a plain file; pipes, devices and dead links inside folders are not opened."""
    if path.is_file():
        return Source(path, folder)
    reason = "the link leads nowhere" if path.is_symlink() else "not a plain file"
    return Skipped(printable(str(path)), reason)


def why(error: Exception) -> str:
    """The reason of an operating system error in words."""
    if isinstance(error, PermissionError):
        return "permission denied"
    return (getattr(error, "strerror", None) or str(error)).lower()

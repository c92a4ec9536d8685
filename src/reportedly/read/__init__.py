"""From files, folders, globs and standard input to reports. No network, no clock; one report in memory at a time."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.model import Report, Skipped
from reportedly.read.manifest import Manifest, read_manifest
from reportedly.read.particulars import Particulars
from reportedly.read.reading import checked_defaults, read_all

__all__ = ["Particulars", "reports"]


def reports(
    inputs: Sequence[str],
    *,
    defaults: Particulars = Particulars(),  # noqa: B008 - frozen
    manifest: Path | None = None,
    as_is: bool = False,
) -> Iterator[Report | Skipped]:
    """A Report for each text that `inputs` name, a Skipped with its reason for each that could not be read.

    Inputs are paths of files and folders, globs, and `-` for standard input. `manifest` is a CSV table whose rows win
    over what a file says of itself; `defaults` fill what neither gives. `as_is` takes plain text without looking for a
    header. Raises Stop, before anything is read, where a default or the manifest is wrong.
    """
    table = Manifest({}) if manifest is None else read_manifest(manifest)
    return read_all(inputs, checked_defaults(defaults), table, as_is)

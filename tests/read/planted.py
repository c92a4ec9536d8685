"""Small made-up inputs, and the two outcomes that reading one of them can have."""

from pathlib import Path

from reportedly.model import Report, Skipped
from reportedly.read import Particulars, reports

NOTHING_SAID = Particulars()
STORY = "Two officials said on Monday that the envoy visited Port Aral and met the harbour board."


def plant(folder: Path, name: str, content: str | bytes) -> Path:
    """The path of a new file with this content, in UTF-8 where it is a string."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def outcomes(
    *inputs: Path | str, defaults: Particulars = NOTHING_SAID, manifest: Path | None = None, as_is: bool = False
) -> list[Report | Skipped]:
    """All that reading the inputs gives."""
    return list(reports([str(each) for each in inputs], defaults=defaults, manifest=manifest, as_is=as_is))


def the_report(
    *inputs: Path | str, defaults: Particulars = NOTHING_SAID, manifest: Path | None = None, as_is: bool = False
) -> Report:
    """The one report that the inputs hold."""
    [found] = outcomes(*inputs, defaults=defaults, manifest=manifest, as_is=as_is)
    assert isinstance(found, Report), found
    return found


def the_reason(*inputs: Path | str, as_is: bool = False) -> str:
    """The reason why the one input was skipped."""
    [found] = outcomes(*inputs, as_is=as_is)
    assert isinstance(found, Skipped), found
    return found.reason


def refs(found: list[Report | Skipped]) -> list[str]:
    """What the outcomes are called."""
    return [each.ref for each in found]


def pdf_of(*pages: tuple[str, ...]) -> bytes:
    """A PDF in which each page shows its lines in Helvetica, one below the other."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        content = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return assembled(objects)


def assembled(objects: list[str]) -> bytes:
    """A PDF file of its objects, numbered from 1, with cross-reference table and trailer."""
    body, offsets = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{written}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode()

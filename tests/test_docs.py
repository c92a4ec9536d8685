"""The manual and the repository agree: every lexicon is described, nothing names a machine's folder."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "reportedly"
DATA_FOLDERS = ("lexicons", "data")


def lexicons() -> set[str]:
    files = (p for p in PACKAGE.rglob("*") if p.parent.name in DATA_FOLDERS and p.suffix in (".tsv", ".txt", ".sqlite"))
    return {f"{p.parent.parent.name}/{p.parent.name}/{p.name}" for p in files}


def test_every_lexicon_is_on_the_page_of_lexicons_and_none_that_is_gone() -> None:
    stage, described = "", set()
    for line in (ROOT / "docs" / "reference" / "lexicons.md").read_text("utf-8").splitlines():
        if heading := re.match(r"## .*`(\w+)/`", line):
            stage = heading[1]
        elif row := re.match(r"\| `([\w./]+)` \| .+ \|", line):
            described.add(f"{stage}/{row[1]}")
    assert described == lexicons()


def test_every_lexicon_begins_with_a_comment_that_says_what_it_holds() -> None:
    for name in lexicons():
        if not name.endswith(".sqlite"):
            assert (PACKAGE / name).read_text("utf-8").startswith("# "), name


def test_no_file_names_a_folder_of_one_machine() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    home = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/")
    for name in tracked:
        path = ROOT / name
        if path.suffix in (".py", ".md", ".toml", ".tsv", ".yml", ".yaml", ".html", ".txt") and path.exists():
            assert not home.search(path.read_text("utf-8", "replace")), name

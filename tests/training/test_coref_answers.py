from pathlib import Path

from reportedly.encoder.words import words
from training.encoder.coref_answers import answered

ROWS = (
    ("1", "The", "2", "(1-person-new-cf1-2-coref"),
    ("2", "mayor", "5", ""),
    ("3", "of", "4", ""),
    ("4", "Aral", "2", "(2-place-new-cf2-1-sgl)1)"),
    ("5", "left", "0", ""),
    ("6", "her", "7", "(3-object-new-cf3-2-sgl(1-person-giv-cf1-1-ana)"),
    ("7", "office", "5", "3)"),
    ("8", ".", "5", ""),
)


def written(tmp_path: Path) -> Path:
    file = tmp_path / "GUM_news_aral.conllu"
    lines = (f"{i}\t{word}\t_\t_\t_\t_\t{head}\t_\t_\t{misc(word, entity)}" for i, word, head, entity in ROWS)
    file.write_text("# newdoc id = GUM_news_aral\n# newpar\n" + "\n".join(lines) + "\n\n", "utf-8")
    return file


def misc(word: str, entity: str) -> str:
    parts = [f"Entity={entity}" if entity else "", "SpaceAfter=No" if word == "office" else ""]
    return "|".join(filter(None, parts)) or "_"


def test_each_mention_stands_at_its_head_with_its_cluster(tmp_path: Path) -> None:
    found = answered(written(tmp_path))
    text = found.document.text
    cut = [text[start:end] for start, end in words(text)]
    shown = [(" ".join(cut[m.first : m.last]), cut[m.head]) for m in found.mentions]
    assert shown == [("The mayor of Aral", "mayor"), ("Aral", "Aral"), ("her", "her"), ("her office", "office")]
    clusters = [m.cluster for m in found.mentions]
    assert clusters[0] == clusters[2]
    assert len(set(clusters)) == 3

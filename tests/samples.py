"""Small instruments for tests: the shortest ``van-ban.yml`` that is right, and variations of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from editors_words import assert_known
from vanban.law.corpus import Corpus
from vanban.law.corpus_source import load_corpus

CHECKED = date(2026, 8, 14)
"""The day on which the facts of these instruments were checked; the site has its own."""
EVIDENCE = f"{{chac-chan: stated, kiem-tra: {CHECKED}, nguon: [Công báo]}}"
OUTLINE = "{day-du: true, dieu: [{so: 1, khoan: {1: abcdđ, 2: ''}}, {so: 2, khoan: {}}]}"


def van_ban(**changes: str | None) -> str:
    """A ``van-ban.yml``; ``changes`` set keys (``_`` for ``-``) to YAML text, None drops a key."""
    keys: dict[str, str | None] = {
        "loai": "Nghị định",
        "so": "1/2020/NĐ-CP",
        "ma": "nd1",
        "ten": "Về việc thử",
        "ban-hanh": "2020-01-15",
        "can-cu": EVIDENCE,
        "noi-dung": EVIDENCE,
        "hieu-luc": f"{{trang-thai: con, tu: 2020-03-01, {EVIDENCE[1:]}",
        "muc-luc": OUTLINE,
    }
    keys |= {key.replace("_", "-"): value for key, value in changes.items()}
    return "".join(f"{key}: {value}\n" for key, value in keys.items() if value is not None)


def corpus_of(folder: Path, files: dict[str, str | bytes]) -> Corpus:
    """The corpus of a project in ``folder`` whose ``docs/`` holds ``files``."""
    for name, content in files.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_corpus(folder / "docs")


def messages(corpus: Corpus) -> list[str]:
    """What is told of a corpus, in order; a sentence that is not known yet fails the test."""
    found = sorted({*corpus.unreadable, *corpus.problems})
    assert_known(found)
    return [str(problem) for problem in found]

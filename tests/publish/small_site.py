"""A site of a few files, as a builder would make it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vanban.publish.swap import FOOT

PAGE = '<link href="../assets/a.1.css"><a href="https://x.example/assets/none.css">'


def site(words: str, **changes: str | None) -> Callable[[Path], bool]:
    """A builder of a small site; ``changes`` put files in by name, or leave them out (None)."""
    files = {
        "index.html": f'{words}<link href="assets/a.1.css"><p>{FOOT}.',
        "404.html": '<link href="/luat/assets/a.1.css">',
        "assets/a.1.css": "a{}",
        "assets/b.1.js": "1",
        "van-ban/index.html": PAGE,
    } | {name.replace("__", "."): text for name, text in changes.items()}

    def build(to: Path) -> bool:
        for name, text in files.items():
            if text is not None:
                (to / name).parent.mkdir(parents=True, exist_ok=True)
                (to / name).write_text(text, "utf-8")
        return True

    return build

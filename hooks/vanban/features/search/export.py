"""What the search of a built site knows, for an engine on a server: a JSON line per section.

``python -m vanban.features.search.export SITE > sections.jsonl``

Each line has ``id`` (a number, the same for the same pages), ``address`` (below the site's front
page, with ``#``), ``group`` (0 situations and answers, 1 what holds today … ``kinds.GROUPS``),
``weight`` (how much a find counts), ``title``, ``summary``, ``heading`` and ``text``. Meilisearch
and Typesense take such a file as it is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .texts import FIRST, REST, anchor_of


class ExportError(ValueError):
    """A folder that holds no built search."""


def sections_of(site: Path) -> Iterator[dict[str, Any]]:
    """The sections of a built site, in the order of its pages. ExportError: none is there."""
    first = _read(site, FIRST)
    number = 0
    for address, kind, title, summary, parts in [*first["pages"], *_read(site, REST)["pages"]]:
        group, weight, _ = first["kinds"][kind]
        for short, heading, text in parts or [["", "", ""]]:
            number += 1
            anchor = anchor_of(short, heading)
            yield {
                "id": number,
                "address": address + (f"#{anchor}" if anchor else ""),
                "group": group,
                "weight": weight,
                "title": title,
                "summary": summary,
                "heading": heading,
                "text": text,
            }


def _read(site: Path, path: str) -> dict[str, Any]:
    """The value that a script of data hands over (``scripts.data``)."""
    name = Path(path)
    found = sorted((site / name.parent).glob(f"{name.stem}.*{name.suffix}"))
    if not found:
        message = f"{site / path}: chưa thấy; hãy chạy make site trước"
        raise ExportError(message)
    text = found[0].read_text(encoding="utf-8")
    value: dict[str, Any] = json.JSONDecoder().raw_decode(text, text.index("data:") + 5)[0]
    return value


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("Cách dùng: python -m vanban.features.search.export THU-MUC-TRANG", file=sys.stderr)
        return 2
    try:
        for section in sections_of(Path(arguments[0])):
            print(json.dumps(section, ensure_ascii=False))
    except ExportError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

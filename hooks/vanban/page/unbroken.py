"""Numbers that no line breaks apart: “NĐ-CP” never ends one with “NĐ-”, nor “10–20” with “10–”."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"<(?P<silent>script|style|template|textarea|option|svg|pre|code)\b.*?</(?P=silent)>|<[^>]*>"
    r"|(?<=/)(?P<sign>[A-ZĐ]+(?:-(?:TTg|[A-ZĐ]+))+)(?![\w/-])"
    r"|(?<![\w–.,/-])(?P<range>\d[\d.,/]*–[\d.,/]*\d)(?![\w–-])",
    re.DOTALL,
)


def unbroken(content: str) -> str:
    """HTML whose signs such as ``NĐ-CP`` behind a number stand in ``<span class="kh">``.

    Ranges such as ``10–20`` stand in ``<span class="so">``, as sums do: a long one still breaks
    where a line is shorter than it. A browser parts a line behind every hyphen and dash, and a
    joiner in the text itself would be copied and miss when searched for. What is in a tag, in code
    or in data stays as it is.
    """
    return _TOKEN.sub(_kept, content)


def _kept(found: re.Match[str]) -> str:
    if found["sign"]:
        return f'<span class="kh">{found["sign"]}</span>'
    return f'<span class="so">{found["range"]}</span>' if found["range"] else found.group()

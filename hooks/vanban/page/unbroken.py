"""Numbers of documents that no line breaks apart: “NĐ-CP” never ends a line with “NĐ-”."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"<(?P<silent>script|style|template|textarea|option|svg|pre|code)\b.*?</(?P=silent)>|<[^>]*>"
    r"|(?<=/)(?P<sign>[A-ZĐ]+(?:-(?:TTg|[A-ZĐ]+))+)(?![\w/-])",
    re.DOTALL,
)


def unbroken(content: str) -> str:
    """HTML whose signs such as ``NĐ-CP`` behind a number stand in ``<span class="kh">``.

    A browser parts a line behind every hyphen, and a joiner in the text itself would be copied and
    miss when searched for. What is in a tag, in code or in data stays as it is.
    """
    return _TOKEN.sub(_kept, content)


def _kept(found: re.Match[str]) -> str:
    sign = found["sign"]
    return f'<span class="kh">{sign}</span>' if sign else found.group()

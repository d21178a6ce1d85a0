"""Numbers of documents that no line breaks apart: “NĐ-CP” never ends a line with “NĐ-”."""

from __future__ import annotations

import re

_MARKUP = re.compile(
    r"(<(?:(?P<silent>script|style|template|textarea|option|svg|pre|code)\b.*?</(?P=silent)>"
    r"|[^>]*>))",
    re.DOTALL,
)
_SIGN = re.compile(r"/(?P<sign>[A-ZĐ]+(?:-(?:TTg|[A-ZĐ]+))+)(?![\w/-])")
_KEPT = r'/<span class="kh">\g<sign></span>'


def unbroken(content: str) -> str:
    """HTML whose signs such as ``NĐ-CP`` behind a number stand in ``<span class="kh">``.

    A browser parts a line behind every hyphen, and a joiner in the text itself would be copied and
    miss when searched for. What is in a tag, in code or in data stays as it is.
    """
    parts = _MARKUP.split(content)
    del parts[2::3]  # the names of silent elements, which the pattern remembers
    parts[::2] = [_SIGN.sub(_KEPT, text) if "/" in text else text for text in parts[::2]]
    return "".join(parts)

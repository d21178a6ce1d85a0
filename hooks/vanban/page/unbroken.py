"""What no line parts: “NĐ-CP”, “10–20”, “Điều 26”; and no line begins with “·”."""

from __future__ import annotations

import re
from functools import lru_cache

LONG = 14
"""Letters that fit one line of a narrow phone at twice their size."""
_MARKUP = re.compile(
    r"(<(?:(?P<silent>script|style|template|textarea|option|svg|pre|code)\b.*?</(?P=silent)>"
    r"|[^>]*>))",
    re.DOTALL,
)
# The first sign of each comes first, because what begins with one is found several times as fast.
_TOKEN = re.compile(
    r"[A-ZĐđkm\d](?:(?<=/[A-ZĐ])[A-ZĐ]*(?:-(?:TTg|[A-ZĐ]+))+(?![\w/-])"
    r"|(?<=\d)(?<![\w–.,/-]\d)[\d.,/]*–[\d.,/]*\d(?![\w–-])"
    r"|(?<=[ĐđKkMm])(?<!\w.)(?:(?<=[Đđ])i(?:ều|ểm)|(?<=[Kk])hoản|(?<=[Mm])ục)"
    r" (?:\d{1,3}[a-zđ]?|[a-zđ])(?![\w–/-]))"
)


def unbroken(content: str) -> str:
    """HTML whose signs such as ``NĐ-CP`` behind a number stand in ``<span class="kh">``.

    So do ranges such as ``10–20``, and a unit with its number (``Điều 26``). One longer than
    ``LONG`` stands in ``<span class="so">``, as sums do: it still breaks where a line is shorter
    than it. A browser parts a line behind every hyphen and dash, and a joiner in the text itself
    would be copied and miss when searched for. A dot between two parts of a line stays at the end
    of the first. What is in a tag, in code or in data stays as it is.
    """
    parts = _MARKUP.split(content)
    del parts[2::3]  # the names of silent elements, which the pattern remembers
    parts[::2] = map(_of_text, parts[::2])
    return "".join(parts)


@lru_cache(maxsize=4096)
def _of_text(text: str) -> str:
    """The same for text alone: between tags, pages say the same again and again."""
    return _TOKEN.sub(_kept, text).replace(" · ", "\u00a0· ")


def _kept(found: re.Match[str]) -> str:
    kept = found.group()
    return f'<span class="{"so" if len(kept) > LONG else "kh"}">{kept}</span>'

"""The line at the foot of every printed sheet: what it is, how it stands, checked when."""

from __future__ import annotations

import re

from ...law.instrument import Target, vietnamese_date
from ...page.library import Library
from ...page.viewing import Viewer

_NOT_PLAIN = re.compile(r'["\\<\x00-\x1f\x7f]')


def foot(library: Library, page: str) -> str:
    """“Điều 8 Luật An ninh mạng năm 2018: ■ hết hiệu lực từ … · kiểm tra ngày …”."""
    checked = f"kiểm tra ngày {vietnamese_date(library.today)}"
    found = library.corpus.pages.get(page)
    instrument = library.corpus.page_instrument(page)
    if (
        not found
        or not instrument
        or not (found.article or page == library.corpus.home(instrument.slug))
    ):
        return f"Tham khảo, không phải bản chính thức · {checked}"
    target = Target(instrument.slug, found.article)
    status = Viewer(library, page).status(target)
    return f"{library.title(target)}: {status.marked} · {checked}"


def css_string(text: str) -> str:
    """A text as a string of a style sheet."""
    return '"' + _NOT_PLAIN.sub(lambda one: f"\\{ord(one.group()):x} ", text) + '"'

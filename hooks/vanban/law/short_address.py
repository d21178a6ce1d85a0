"""Share addresses: short enough for a chat, and a pure function of code and unit.

``nd72/`` is an instrument, ``nd72/5/1/dd/`` its điểm đ khoản 1 Điều 5, and
``nd72/5/1/dd/nay/`` wherever that stands today. A clause begins with a figure and
a point is a letter, so a point straight under an article (``nd72/5/a/``) is no clause; what
follows a point is a tiết of it (``nd72/5/1/a/2/``).
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache

from .corpus import Corpus
from .file_names import is_reserved
from .instrument import Target
from .problems import Problem
from .units import PROVISIONS, UnitPath, ascii_number

TODAY = "nay/"
"""What is added to an address for “wherever that stands today”."""
_TAKEN = frozenset({"api", "assets", "javascripts", "stylesheets", "search"})
"""Folders of a built site that are nobody's page."""


def short_address(corpus: Corpus, target: Target) -> str | None:
    """The address of an instrument, or of a unit with wording; None for every other unit."""
    code = corpus.instruments[target.slug].code
    if target.unit is None:
        return f"{code}/"
    if target not in corpus.provisions:
        return None
    below = _below(target.unit)
    return f"{code}/{below}" if below else None


@lru_cache(maxsize=10_000)
def _below(unit: UnitPath) -> str | None:
    """What stands behind the code: all instruments have the same, and pages ask for each again."""
    if any(kind not in PROVISIONS for kind, _ in unit.steps):
        return None
    return "".join([f"{ascii_number(number)}/" for _, number in unit.steps])


def shared(corpus: Corpus) -> Iterator[tuple[str, Target]]:
    """Every share address with what it names, instruments first, each before its units."""
    for slug, instrument in corpus.instruments.items():
        yield f"{instrument.code}/", Target(slug)
    for target in corpus.provisions:
        found = short_address(corpus, target)
        if found:
            yield found, target


def check(corpus: Corpus, prefix: str, published: Set[str] = frozenset()) -> Iterator[Problem]:
    """Codes that are the name of a folder of the site; pages below a code that was ``published``,
    whose addresses stay.
    """
    tops = {page: page.partition("/")[0].removesuffix(".md") for page in corpus.pages}
    folders = {*tops.values(), *_TAKEN}
    for instrument in corpus.instruments.values():
        message = ""
        below = [page for page, top in tops.items() if top == instrument.code]
        if below and instrument.code in published:
            told = f"{instrument.code}/ là địa chỉ ngắn đã công bố của {prefix}/{instrument.file}"
            for page in below:
                yield Problem(f"{prefix}/{page}", 1, 1, told, "đổi tên, hoặc chuyển trang đi")
        elif instrument.code in folders:
            message = f"ma: “{instrument.code}” là tên một thư mục của trang"
        elif is_reserved(instrument.code):
            message = (
                f"ma: “{instrument.code}” là tên mà Windows dành riêng, không đặt được thư mục"
            )
        if message:
            line, col = instrument.places.get(("ma",), (1, 1))
            yield Problem(f"{prefix}/{instrument.file}", line, col, message, "chọn mã khác")

"""What the pages on open data draw in: the archive with its digest, and the measured figures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from xml.etree.ElementTree import Element

from ...law.instrument import vietnamese_date
from ...opendata.files import ARCHIVE, UNSTATED, Given
from ...page.context import PageContext
from ...page.drawing import Table


def tables(given: Given | None) -> Mapping[str, Table]:
    """The tables by name; without what is given away only their names are of use."""
    return {
        "bảng: tải tất cả": partial(_archive, given),
        "bảng: thước đo viện dẫn": partial(_benchmark, given),
    }


def _archive(given: Given | None, here: PageContext) -> list[Element]:
    given = given or Given(here.library)
    return here.render(
        "open_data/archive.html",
        address="../" * here.path.count("/") + ARCHIVE,
        size=comma(len(given.archive) / 1e6, 1),
        count=len(given.parts) + 2,
        digest=given.digest,
        licence=here.library.licence or f"{UNSTATED}. Cần đăng lại thì xin hỏi trước",
    )


def _benchmark(given: Given | None, here: PageContext) -> list[Element]:
    benchmark = (given or Given(here.library)).benchmark
    figures = benchmark.figures.items() if benchmark.cases else ()
    return here.render(
        "open_data/benchmark.html",
        rows=[(name, comma(100 * share, 2)) for name, share in figures],
        count=len(benchmark.cases),
        today=vietnamese_date(here.library.today),
    )


def comma(number: float, places: int) -> str:
    """A number as Vietnamese writes it: ``95,35``."""
    return f"{number:.{places}f}".replace(".", ",")

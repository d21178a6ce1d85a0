"""All that is given away, as files: the site and ``hooks export`` write the same ones."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..law.instrument import vietnamese_date
from ..page.library import Library
from ..publish import zipped
from . import akn, api
from .benchmark import Benchmark
from .table import table

SUMS = "SHA256SUMS"
ARCHIVE = "du-lieu.zip"
CONCORDANCE = f"{api.FOLDER}/concordance.csv"
READ_FIRST = "DOC-TRUOC.txt"
UNSTATED = "chưa nêu"
"""What is said of a licence that nobody has stated."""


@dataclass(frozen=True)
class Given:
    """Everything that may be taken out of a library, worked out when it is asked for."""

    library: Library

    @cached_property
    def benchmark(self) -> Benchmark:
        return Benchmark(self.library)

    @cached_property
    def parts(self) -> tuple[tuple[str, bytes], ...]:
        """Every file but the archive and the digests, by its path below the site's root."""
        return tuple(self._contents())

    @cached_property
    def _digests(self) -> dict[str, bytes]:
        """SHA-256 of each part: the archive, its dates and both lists of digests ask for them."""
        return {path: _digest(content) for path, content in self.parts}

    @cached_property
    def archive(self) -> bytes:
        """All parts in one ZIP with their digests; the same parts always make the same bytes."""
        first = (READ_FIRST, f"\ufeff{read_first(self.library)}".encode())
        sums = _sums({READ_FIRST: _digest(first[1])} | self._digests)
        out = io.BytesIO()
        zipped.write(out, [first, *self.parts, (SUMS, sums)], digests=self._digests)
        return out.getvalue()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the archive, hexadecimal."""
        return _digest(self.archive).hex()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The parts, the archive, and last the digests of all of them.

        The digests have the form that ``sha256sum --check`` reads.
        """
        yield from self.parts
        yield ARCHIVE, self.archive
        yield SUMS, _sums(self._digests | {ARCHIVE: _digest(self.archive)})

    def write(self, folder: Path) -> int:
        """Write all files below ``folder``; how many. OSError where that cannot be done."""
        count = 0
        for path, content in self.files():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            count += 1
        return count

    def _contents(self) -> Iterator[tuple[str, bytes]]:
        library = self.library
        for path, value in api.documents(library):
            yield path, api.as_json(value)
        for path, schema in api.schemas():
            yield path, api.as_json(schema)
        yield CONCORDANCE, table(api.concordance(library)).encode()
        yield from ((path, text.encode()) for path, text in self.benchmark.files())
        for slug in sorted(library.corpus.instruments):
            instrument = library.corpus.instruments[slug]
            yield api.akn_address(library, instrument), akn.document(library, instrument).encode()
            if official := library.corpus.official.get(slug):
                text = akn.document(library, instrument, official)
                yield api.official_address(library, instrument), text.encode()


def read_first(library: Library) -> str:
    """What stands in the archive above all else: what it is, of which day, under which licence."""
    return f"""Dữ liệu của kho, kiểm tra ngày {vietnamese_date(library.today)}

Chữ trong trường "text" là lời diễn đạt lại, không phải nguyên văn, không phải bản chính thức.
Giấy phép của lời diễn đạt lại và lời bàn: {library.licence or UNSTATED}.
Sự thật pháp lý (số, ngày, hiệu lực, quan hệ) thì dùng được; xin ghi ngày kiểm tra và độ chắc.
Mã băm của từng tệp nằm ở {SUMS}: sha256sum --check {SUMS}
"""


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _sums(digests: Mapping[str, bytes]) -> bytes:
    return "".join(f"{digest.hex()}  {path}\n" for path, digest in digests.items()).encode()

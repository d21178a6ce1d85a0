"""All that is given away, as files: the site and ``hooks export`` write the same ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from ..page.library import Library
from . import akn, api
from .table import table

SUMS = "SHA256SUMS"
CONCORDANCE = f"{api.FOLDER}/concordance.csv"


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Every file by its path below the site's root; last the digests of those before.

    The digests have the form that ``sha256sum --check`` reads.
    """
    sums: list[str] = []
    for path, text in _texts(library):
        content = text.encode("utf-8")
        sums.append(f"{hashlib.sha256(content).hexdigest()}  {path}\n")
        yield path, content
    yield SUMS, "".join(sums).encode("utf-8")


def write(library: Library, folder: Path) -> int:
    """Write all files below ``folder``; how many there are. OSError where that cannot be done."""
    count = 0
    for path, content in files(library):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        count += 1
    return count


def _texts(library: Library) -> Iterator[tuple[str, str]]:
    for path, value in api.documents(library):
        yield path, api.as_json(value)
    for path, schema in api.schemas():
        yield path, api.as_json(schema)
    yield CONCORDANCE, table(api.concordance(library))
    for slug in sorted(library.corpus.instruments):
        instrument = library.corpus.instruments[slug]
        yield api.akn_address(library, instrument), akn.document(library, instrument)
        if official := library.corpus.official.get(slug):
            text = akn.document(library, instrument, official)
            yield api.official_address(library, instrument), text

"""One archive of everything: the same each time, digests that hold, a licence told truly."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace
from zipfile import ZipFile

from vanban.opendata.files import ARCHIVE, READ_FIRST, SUMS, Given
from vanban.page.library import Library


def listed(sums: bytes) -> dict[str, str]:
    return {line[66:]: line[:64] for line in sums.decode().splitlines()}


def test_the_archive_holds_every_file_that_is_given_away(library: Library) -> None:
    given = Given(library)
    files = dict(given.files())
    inside = ZipFile(io.BytesIO(files[ARCHIVE]))
    names = inside.namelist()
    assert len(names) == len(set(names))
    assert set(names) == {*files, READ_FIRST} - {ARCHIVE}
    assert all(inside.read(path) == content for path, content in given.parts)
    sums = listed(inside.read(SUMS))
    assert set(sums) == set(names) - {SUMS}
    assert all(hashlib.sha256(inside.read(name)).hexdigest() == sums[name] for name in sums)
    assert listed(files[SUMS])[ARCHIVE] == given.digest


def test_two_archives_are_the_same(library: Library) -> None:
    assert Given(library).archive == Given(library).archive


def test_a_licence_is_said_only_where_one_was_stated(library: Library) -> None:
    def told(one: Library) -> str:
        return ZipFile(io.BytesIO(Given(one).archive)).read(READ_FIRST).decode("utf-8-sig")

    assert "Giấy phép của lời diễn đạt lại và lời bàn: chưa nêu." in told(library)
    stated = told(replace(library, licence="CC BY 4.0"))
    assert "lời bàn: CC BY 4.0." in stated
    assert "chưa nêu" not in stated


def test_a_collection_that_the_measure_is_not_about_has_none(library: Library) -> None:
    """The invented project has not the instruments that the sentences name."""
    given = Given(library)
    assert given.benchmark.cases == []
    assert not [path for path, _ in given.parts if path.startswith("thuoc-do/")]
    assert json.loads(dict(given.parts)["api/v1/index.json"])["version"] == "1.1"

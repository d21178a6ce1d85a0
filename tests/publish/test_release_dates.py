"""Servers that know dates alone must see that a release is newer: none of its dates is earlier."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from vanban.commands.release_dates import dates
from vanban.publish.zipped import FIRST, LAST, Span

CONTENTS = [str(number).encode() for number in range(400)]
DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def commit(root: Path, when: datetime) -> None:
    (root / "dia-chi.txt").write_text(str(when), "utf-8")
    who = {
        f"GIT_{one}_{what}": "a@b.c"
        for one in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    who |= {"GIT_COMMITTER_DATE": f"{int(when.timestamp())} +0700"}
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=root, check=True, env=os.environ | who)


def assert_in_order(*spans: Span) -> None:
    made = [[span.date(one) for one in CONTENTS] for span in spans]
    for before, after in pairwise(made):
        assert max(before) < min(after)


def test_every_file_of_a_later_day_has_a_later_date(tmp_path: Path) -> None:
    spans = [dates(tmp_path, [DAY + timedelta(days=n)]) for n in range(3)]
    assert_in_order(*spans, dates(tmp_path, [DAY, DAY + timedelta(days=3)]))
    made = {spans[0].date(one) for one in CONTENTS}
    assert len(made) > 380  # one of the same length is another
    assert max(made) < datetime.combine(DAY, datetime.min.time())


def test_of_one_day_the_newest_commit_tells(tmp_path: Path) -> None:
    spans = []
    for minutes in (0, 10, 60):
        commit(tmp_path, NOON + timedelta(minutes=minutes))
        spans.append(dates(tmp_path, [DAY]))
    assert_in_order(*spans)
    assert_in_order(dates(tmp_path, [DAY]), dates(tmp_path, [NOON.date() + timedelta(days=1)]))
    assert spans[0].start == datetime(2026, 11, 25, 12)
    copy = tmp_path.with_name("copy")
    subprocess.run(["git", "clone", "-q", str(tmp_path), str(copy)], check=True)
    assert dates(copy, [DAY]) == spans[-1]


def test_what_is_not_committed_yet_is_later_than_its_commit(tmp_path: Path) -> None:
    commit(tmp_path, NOON)
    spans = [dates(tmp_path, [DAY])]
    for minutes in (15, 40):
        page = tmp_path / "docs" / "tin gửi.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"{minutes}", "utf-8")
        saved = (NOON + timedelta(minutes=minutes)).timestamp()
        os.utime(page, (saved, saved))
        spans.append(dates(tmp_path, [DAY]))
    assert dates(tmp_path, [NOON.date()]) == spans[-1]  # a day of checking within the ten minutes
    (tmp_path / "ban-1").mkdir()
    (tmp_path / "ban-1" / "SHA256SUMS").write_text("x", "utf-8")  # another release
    assert dates(tmp_path, [DAY]) == spans[-1]
    assert_in_order(*spans)
    page.unlink()
    assert dates(tmp_path, [DAY]) == spans[0]


def test_the_repository_of_another_tells_nothing(tmp_path: Path) -> None:
    commit(tmp_path, NOON)
    (tmp_path / "unpacked").mkdir()
    assert dates(tmp_path / "unpacked", [DAY]) == Span(datetime(2026, 11, 19), timedelta(days=1))


@pytest.mark.parametrize(("day", "start"), [(date(1970, 1, 1), FIRST), (date.max, LAST)])
def test_a_zip_can_say_the_date(day: date, start: datetime, tmp_path: Path) -> None:
    assert dates(tmp_path, [day]).start == start

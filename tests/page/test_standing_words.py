"""Where an ended provision stands today, in each place that says it: never more than is known."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from samples import EVIDENCE, corpus_of, messages, van_ban
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.features.handout import handout_data
from vanban.features.preview import previews
from vanban.features.share.share_pages import SharePages
from vanban.law.instrument import parse_target
from vanban.page.library import Library
from vanban.page.viewing import Viewer

DAY = date(2026, 11, 23)
TAIL = EVIDENCE[1:]
TO_1, TO_2 = (f"van-ban: nd-1, don-vi: dieu-{n}, khac: như cũ" for n in (1, 2))
READING = "{chac-chan: reading, kiem-tra: 2026-11-23, nguon: [Công báo]}"[1:]
ENDED = f"{{trang-thai: het, tu: 2013-09-01, den: 2024-12-25, {TAIL}"
PAIRINGS = ", ".join(
    [
        f"{{nay: [{{van-ban: nd-1, khac: thay cả}}], {TAIL}",
        f"{{don-vi: dieu-1-khoan-1, nay: [{{{TO_2}}}], {READING}",
        f"{{don-vi: dieu-1-khoan-2, nay: [{{{TO_1}}}, {{{TO_2}}}], {TAIL}",
        f"{{don-vi: dieu-1-khoan-1-diem-b, nay: [], {TAIL}",
    ]
)
WORDS = """\
# Điều 1

Lời.

## Khoản 1

Lời.

### Điểm a

Lời.

### Điểm b

Lời.

## Khoản 2

Lời.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    old = van_ban(
        so="0/2013/NĐ-CP",
        ma="nd0",
        ban_hanh="2013-07-15",
        hieu_luc=ENDED,
        doi_chieu=f"[{PAIRINGS}]",
    )
    corpus = corpus_of(
        tmp_path,
        {
            "van-ban/nd-0/van-ban.yml": old,
            "van-ban/nd-0/index.md": "# Nghị định 0\n",
            "van-ban/nd-0/dieu-1.md": WORDS,
            "van-ban/nd-1/van-ban.yml": van_ban(),
            "van-ban/nd-1/index.md": "# Nghị định 1\n",
            "van-ban/nd-1/dieu-2.md": "# Điều 2\n\nLời mới.\n",
        },
    )
    assert messages(corpus) == []
    engine = Engine(corpus)
    return Library(corpus, build_graph(corpus, engine, DAY), engine.cite, DAY)


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        # only the whole instrument was compared: it is named
        ("nd0/1", "Nghị định 1/2020/NĐ-CP (so cả Nghị định 0/2013/NĐ-CP); văn bản nêu rõ"),
        ("nd0/1/1", "Điều 2 Nghị định 1/2020/NĐ-CP; cách đọc của người biên soạn"),
        # only the clause was compared, never the point
        (
            "nd0/1/1/a",
            "Điều 2 Nghị định 1/2020/NĐ-CP (so cả khoản 1 Điều 1); cách đọc của người biên soạn",
        ),
        ("nd0/1/1/b", "chưa rõ"),
        (
            "nd0/1/2",
            "Điều 1 Nghị định 1/2020/NĐ-CP; Điều 2 Nghị định 1/2020/NĐ-CP; văn bản nêu rõ",
        ),
        ("nd1/2", ""),  # in force: nothing to look for
    ],
)
def test_a_hand_out(library: Library, unit: str, told: str) -> None:
    found = json.loads(json.dumps(handout_data.data(library, "", directory_urls=True)))
    assert found["dieu"][unit][6] == told


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("nd-0#dieu-1", ["xem đối chiếu của cả Nghị định 0/2013/NĐ-CP", "văn bản nêu rõ"]),
        ("nd-0#dieu-1-khoan-1", ["Điều 2 Nghị định 1/2020/NĐ-CP", "cách đọc của người biên soạn"]),
        (
            "nd-0#dieu-1-khoan-1-diem-a",
            [
                "xem đối chiếu của cả khoản 1 Điều 1 Nghị định 0/2013/NĐ-CP",
                "cách đọc của người biên soạn",
            ],
        ),
        ("nd-0#dieu-1-khoan-1-diem-b", ["chưa rõ"]),
        (
            "nd-0#dieu-1-khoan-2",
            ["Điều 1 Nghị định 1/2020/NĐ-CP và 1 chỗ khác", "văn bản nêu rõ"],
        ),
        ("nd-1#dieu-2", []),
    ],
)
def test_a_preview(library: Library, target: str, told: list[str]) -> None:
    block = previews.Previews(library, True).block([parse_target(target)], "index.md")
    (row,) = json.loads(block).values()
    assert row[6:8] == told


@pytest.mark.parametrize(
    ("path", "leads", "told"),
    [
        ("nd0/1/1/nay/", True, "van-ban/nd-1/dieu-2/#dieu-2"),
        ("nd1/2/nay/", True, "van-ban/nd-1/dieu-2/#dieu-2"),
        (
            "nd0/1/nay/",
            False,
            "mới đối chiếu từng phần của Điều 1:</p><p>Khoản 1 Điều 1:</p>",
        ),
        ("nd0/1/1/a/nay/", False, "mới đối chiếu cả khoản 1 Điều 1 Nghị định 0/2013/NĐ-CP"),
        ("nd0/1/1/b/nay/", False, "Chưa rõ hôm nay nội dung này nằm ở đâu."),
        ("nd0/1/2/nay/", False, "Điều 1 Nghị định 1/2020/NĐ-CP</b> <span>● còn hiệu lực"),
    ],
)
def test_a_share_page(library: Library, path: str, leads: bool, told: str) -> None:
    pages = {page.path: page.html for page in SharePages(library, "Thử", "", True).all()}
    assert ('http-equiv="refresh"' in pages[path]) is leads
    assert told in pages[path]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2024, 12, 24), "còn hiệu lực (sẽ hết hiệu lực từ 25/12/2024)"),
        (date(2024, 12, 25), "hết hiệu lực từ 25/12/2024"),
    ],
)
def test_an_end_that_is_known_is_told_before_it_comes(
    library: Library, today: date, words: str
) -> None:
    """Nobody publishes on that very day, and pages are read after it."""
    library = Library(library.corpus, library.graph, library.cite, today)
    pages = {page.path: page.html for page in SharePages(library, "Trang", "", True).all()}
    for slug_unit, path in (("nd-0", "nd0/"), ("nd-0#dieu-1-khoan-1", "nd0/1/1/")):
        status = Viewer(library, "index.md").status(parse_target(slug_unit))
        assert status.words == words
        assert f"· {words}<" in pages[path]


def test_what_is_known_to_come_is_told_in_short_too(library: Library) -> None:
    """A chip beside a link, “Nay: …” beside an article: they are read after that day as well."""
    chip = "còn hiệu lực (sẽ hết hiệu lực từ 25/12/2024)"
    library = Library(library.corpus, library.graph, library.cite, date(2024, 12, 24))
    status = Viewer(library, "index.md").status(parse_target("nd-0"))
    assert (status.short, status.holds) == (chip, False)
    library = Library(library.corpus, library.graph, library.cite, date(2013, 8, 31))
    status = Viewer(library, "index.md").status(parse_target("nd-0"))
    assert status.short == "chưa có hiệu lực (có hiệu lực từ 01/9/2013)"
    assert Viewer(library, "index.md").status(parse_target("nd-1")).holds is False


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 6, 30), "còn hiệu lực (từ 01/7/2026 chưa rõ)"),
        (date(2026, 7, 1), "chưa rõ hiệu lực"),
    ],
)
def test_a_doubt_that_is_known_to_come_is_told_before_it_does(
    tmp_path: Path, today: date, words: str
) -> None:
    doubt = "{trang-thai: chua-ro, tu: 2020-03-01, chua-ro-tu: 2026-07-01"
    sure = "chac-chan: unknown, kiem-tra: 2026-06-30, nguon: [Công báo], ghi-chu: Chưa rõ.}"
    files = {
        "van-ban/nd-1/van-ban.yml": van_ban(hieu_luc=f"{doubt}, {sure}"),
        "van-ban/nd-1/index.md": "# Nghị định\n\nA.\n",
    }
    corpus = corpus_of(tmp_path, files)
    engine = Engine(corpus)
    library = Library(corpus, build_graph(corpus, engine, today, "docs"), engine.cite, today)
    status = Viewer(library, "index.md").status(parse_target("nd-1"))
    assert (status.words, status.short, status.holds) == (words, words, False)


def test_of_another_day_its_end_is_not_told(library: Library) -> None:
    """What a letter of 2019 cites was in force, and that is all that its day is asked for."""
    library = Library(library.corpus, library.graph, library.cite, date(2024, 12, 24))
    status = Viewer(library, "index.md").status(parse_target("nd-0"), date(2019, 11, 1))
    assert status.words == "còn hiệu lực"

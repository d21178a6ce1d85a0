"""What must hold between instruments, and what an editor is told where it does not."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from samples import EVIDENCE, corpus_of, messages, van_ban
from vanban.law.consistency import Outside, check
from vanban.law.corpus_source import load_corpus
from vanban.law.loading import read_instrument

ENDED = f"{{trang-thai: het, tu: 2014-01-01, den: 2026-07-01, {EVIDENCE[1:]}"
IN_FORCE = f"{{trang-thai: con, tu: 2026-07-01, {EVIDENCE[1:]}"
RELATION = EVIDENCE[1:]


def problems_of(folder: Path, **instruments: str) -> list[str]:
    files = {f"van-ban/{slug}/van-ban.yml": text for slug, text in instruments.items()}
    return messages(corpus_of(folder, dict(files)))


def second(**changes: str | None) -> str:
    return van_ban(**({"ma": "nd2", "so": "2/2020/NĐ-CP"} | changes))


def test_two_instruments_side_by_side(tmp_path: Path) -> None:
    assert problems_of(tmp_path, a=van_ban(), b=second()) == []


@pytest.mark.parametrize(
    ("first", "other", "message"),
    [
        pytest.param(
            van_ban(goi_tat="[nghị định thử]"),
            second(goi_tat="[Nghị  định thử]"),
            "10:1: goi-tat: “nghị định thử” đã dùng ở van-ban/a/van-ban.yml → "
            "mỗi cách gọi tắt chỉ một văn bản",
            id="alias claimed twice",
        ),
        pytest.param(
            van_ban(ten_goi="[Luật thử]"),
            second(goi_tat="[luật thử]"),
            "10:1: goi-tat: “luật thử” đã dùng ở van-ban/a/van-ban.yml → "
            "mỗi cách gọi tắt chỉ một văn bản",
            id="alias that is another's name",
        ),
        pytest.param(
            van_ban(),
            second(so="1/2020/nđ–cp"),  # capitals and dashes make no other number
            "2:1: so: số hiệu 1/2020/nđ–cp đã có ở van-ban/a/van-ban.yml → nếu là bản chép thì "
            "sửa so, ma, ten …; nếu là hai văn bản khác nhau, ghi so-duy-nhat: false",
            id="same number",
        ),
        pytest.param(
            van_ban(),
            second(ma="nd1"),
            "3:1: ma: “nd1” đã dùng ở van-ban/a/van-ban.yml → chọn mã khác",
            id="same code",
        ),
        pytest.param(
            van_ban(ten_goi="[Luật thử]"),
            second(ten_goi="[Luật thử]"),
            "10:1: ten-goi: trùng với van-ban/a/van-ban.yml mà thời gian hiệu lực không "
            "phân biệt được → ghi ban-hanh và hieu-luc.tu/den cho cả hai",
            id="shared name at one time",
        ),
        pytest.param(
            van_ban(so="1/2018/QH14", ten_goi="[Luật thử]", ban_hanh="2018-06-12"),
            second(
                so="2/2025/QH15", ten_goi="[Luật thử]", ban_hanh="2025-12-10", hieu_luc=IN_FORCE
            ),
            "10:1: ten-goi: trùng với van-ban/a/van-ban.yml mà thời gian hiệu lực không "
            "phân biệt được → ghi ban-hanh và hieu-luc.tu/den cho cả hai",
            id="shared name, the older has no end",
        ),
        pytest.param(
            van_ban(),
            second(quan_he=f"[{{kieu: sua-doi, van-ban: c, {RELATION}]"),
            "10:11: quan-he: không có văn bản “c” → ghi đúng tên thư mục, hoặc dùng “so”",
            id="relation to nobody",
        ),
        pytest.param(
            van_ban(),
            second(quan_he=f"[{{kieu: sua-doi, {RELATION}]"),
            "10:11: quan-he: thiếu “van-ban” hoặc “so” → ghi một trong hai",
            id="relation to nothing",
        ),
        pytest.param(
            van_ban(),
            second(
                doi_chieu=f"[{{nay: [{{van-ban: a, don-vi: dieu-9, khac: như cũ}}], {RELATION}]"
            ),
            "10:13: doi-chieu: Nghị định 1/2020/NĐ-CP không có “dieu-9” → "
            "xem muc-luc của van-ban/a/van-ban.yml",
            id="counterpart that is not there",
        ),
        pytest.param(
            van_ban(),
            second(doi_chieu=f"[{{don-vi: dieu-1-khoan-7, nay: [], {RELATION}]"),
            "10:13: doi-chieu: Nghị định 2/2020/NĐ-CP không có “dieu-1-khoan-7” → "
            "xem muc-luc của van-ban/b/van-ban.yml",
            id="concordance of a unit that is not there",
        ),
        pytest.param(
            van_ban(),
            second(hieu_luc_rieng=f"[{{don-vi: dieu-9, trang-thai: con, {RELATION}]"),
            "10:18: hieu-luc-rieng: Nghị định 2/2020/NĐ-CP không có “dieu-9” → "
            "xem muc-luc của van-ban/b/van-ban.yml",
            id="validity of a unit that is not there",
        ),
        pytest.param(
            van_ban(),
            second(nhan_manh="[{van-ban: a, don-vi: dieu-9}]"),
            "10:13: nhan-manh: Nghị định 1/2020/NĐ-CP không có “dieu-9” → "
            "xem muc-luc của van-ban/a/van-ban.yml",
            id="highlight that is not there",
        ),
        pytest.param(
            van_ban(),
            second(hieu_luc=f"{{trang-thai: het, tu: 2021-01-01, den: 2020-01-01, {RELATION}"),
            "8:1: hieu-luc: ngày hết hiệu lực đứng trước ngày có hiệu lực → xem lại tu và den",
            id="ends before it begins",
        ),
        pytest.param(
            van_ban(),
            second(hieu_luc=f"{{trang-thai: het, {RELATION}"),
            "8:1: hieu-luc: ghi là hết hiệu lực mà không nói từ ngày nào hay bởi văn bản nào → "
            "thêm den, boi hoặc boi-chu; nếu chưa rõ, ghi trang-thai: chua-ro",
            id="ended by nobody knows what",
        ),
        pytest.param(
            van_ban(),
            second(hieu_luc=f"{{trang-thai: con, den: 2030-01-01, {RELATION}"),
            "8:1: hieu-luc: có ngày hết hiệu lực mà trạng thái không phải “het” → "
            "sửa một trong hai",
            id="in force and ended",
        ),
    ],
)
def test_problem(tmp_path: Path, first: str, other: str, message: str) -> None:
    assert problems_of(tmp_path, a=first, b=other) == [f"docs/van-ban/b/van-ban.yml:{message}"]


@pytest.mark.parametrize("kind", ["sua-doi", "thay-the", "quy-dinh-chi-tiet"])
def test_relations_that_go_in_a_circle(tmp_path: Path, kind: str) -> None:
    now = f"{{trang-thai: chua-ro, {RELATION}"  # whoever is replaced is not in force
    to = "[{kieu: %s, van-ban: %s, %s]"
    a = van_ban(hieu_luc=now, quan_he=to % (kind, "b", RELATION))
    b = second(hieu_luc=now, quan_he=to % (kind, "c", RELATION))
    c = second(ma="nd3", so="3/2020/NĐ-CP", hieu_luc=now, quan_he=to % (kind, "a", RELATION))
    told = f"quan-he: quan hệ “{kind}” đi vòng: a → b → c → a → bỏ một chiều"
    assert problems_of(tmp_path, a=a, b=b, c=c) == [f"docs/van-ban/c/van-ban.yml:10:1: {told}"]


def test_citing_each_other_is_no_circle(tmp_path: Path) -> None:
    a = van_ban(quan_he=f"[{{kieu: vien-dan, van-ban: b, {RELATION}]")
    b = second(quan_he=f"[{{kieu: vien-dan, van-ban: a, {RELATION}]")
    assert problems_of(tmp_path, a=a, b=b) == []


def test_one_number_in_two_provinces(tmp_path: Path) -> None:
    a = van_ban(so="10/CT-UBND", so_duy_nhat="false")
    b = second(so="10/CT-UBND", so_duy_nhat="false")
    assert problems_of(tmp_path, a=a, b=b) == []


def test_one_name_after_the_other(tmp_path: Path) -> None:
    """The 2018 law ends on the day on which the 2025 law of the same name begins."""
    name = "[Luật thử]"
    a = van_ban(so="1/2013/QH13", ten_goi=name, ban_hanh="2013-06-12", hieu_luc=ENDED)
    b = second(so="2/2025/QH15", ten_goi=name, ban_hanh="2025-12-10", hieu_luc=IN_FORCE)
    assert problems_of(tmp_path, a=a, b=b) == []


def test_two_folders_with_one_name(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        {"cu/thu/van-ban.yml": van_ban(), "moi/thu/van-ban.yml": second()},
    )
    told = (
        "thư mục trùng tên với cu/thu/van-ban.yml"
        " → là bản chép thì xóa thư mục này; là văn bản khác thì đổi tên nó"
    )
    assert messages(corpus) == [f"docs/moi/thu/van-ban.yml:1:1: {told}"]
    assert corpus.instruments["thu"].file == "cu/thu/van-ban.yml"


def test_an_id_that_no_unit_can_have_is_told_where_it_stands(tmp_path: Path) -> None:
    text = van_ban(nhan_manh="[{van-ban: a, don-vi: dieu-1-khoan-đ}]")
    corpus = corpus_of(tmp_path, {"van-ban/a/van-ban.yml": text})
    (problem,) = corpus.unreadable
    assert "nhan-manh.1.don-vi: “dieu-1-khoan-đ”" in problem.message
    assert problem.line == len(text.splitlines())


def ended(by: str, until: str = "2026-07-01") -> str:
    return f"{{trang-thai: het, den: {until}, boi: {{van-ban: {by}}}, {RELATION}"


@pytest.mark.parametrize(
    ("first", "other", "message"),
    [
        pytest.param(
            van_ban(hieu_luc=ended("b")),
            second(),
            "a/van-ban.yml:8:46: hieu-luc: boi chỉ tới Nghị định 2/2020/NĐ-CP, mà "
            "van-ban/b/van-ban.yml không ghi thay-the hay sua-doi văn bản này",
            id="the other one says nothing of it",
        ),
        pytest.param(
            van_ban(hieu_luc=ended("b").replace("boi:", "boi-chu: x, boi:")),
            second(quan_he=f"[{{kieu: thay-the, van-ban: a, {RELATION}]"),
            "a/van-ban.yml:8:46: hieu-luc: boi và boi-chu cùng nói văn bản nào chấm dứt",
            id="ended by two",
        ),
        pytest.param(
            van_ban(hieu_luc=ended("a")),
            second(),
            "a/van-ban.yml:8:46: hieu-luc: boi chỉ tới chính văn bản này",
            id="ended by itself",
        ),
        pytest.param(
            van_ban(hieu_luc=ended("b")),
            second(quan_he=f"[{{kieu: vien-dan, van-ban: a, {RELATION}]"),
            "a/van-ban.yml:8:46: hieu-luc: boi chỉ tới Nghị định 2/2020/NĐ-CP, mà "
            "van-ban/b/van-ban.yml không ghi thay-the hay sua-doi văn bản này",
            id="the other one only cites it",
        ),
        pytest.param(
            van_ban(hieu_luc=ended("b", "2020-01-14")),
            second(quan_he=f"[{{kieu: thay-the, van-ban: a, {RELATION}]"),
            "a/van-ban.yml:8:46: hieu-luc: Nghị định 2/2020/NĐ-CP ban hành ngày 2020-01-15, "
            "sau ngày hết hiệu lực 2020-01-14",
            id="ended before the other one was issued",
        ),
        pytest.param(
            van_ban(hieu_luc=ended("b", "2020-02-01")),
            second(quan_he=f"[{{kieu: thay-the, van-ban: a, {RELATION}]"),
            "a/van-ban.yml:8:46: hieu-luc: Nghị định 2/2020/NĐ-CP có hiệu lực ngày 2020-03-01, "
            "sau ngày hết hiệu lực 2020-02-01",
            id="ended before the other one was in force",
        ),
        pytest.param(
            van_ban(hieu_luc=ended("b")),
            second(
                hieu_luc=f"{{trang-thai: con, tu: 2062-01-01, {RELATION}",
                quan_he=f"[{{kieu: thay-the, van-ban: a, {RELATION}]",
            ),
            "b/van-ban.yml:8:29: hieu-luc: tu: 2062-01-01 đứng sau ngày ban hành 2020-01-15 "
            "hơn 10 năm",
            id="a misprint of the year in the other one: that alone is told",
        ),
        pytest.param(
            van_ban(hieu_luc=ended("b")),
            second(quan_he=f"[{{kieu: thay-the, van-ban: b, {RELATION}]"),
            "b/van-ban.yml:10:11: quan-he: quan hệ với chính văn bản này",
            id="the relation leads to itself: that alone is told",
        ),
        pytest.param(
            van_ban(hieu_luc=ended("b")),
            second(quan_he=f"[{{kieu: thay-the, van-ban: c, {RELATION}]"),
            "b/van-ban.yml:10:11: quan-he: không có văn bản “c”",
            id="the relation leads nowhere: that alone is told",
        ),
        pytest.param(
            van_ban(),
            second(quan_he=f"[{{kieu: thay-the, van-ban: a, {RELATION}]"),
            "b/van-ban.yml:10:11: quan-he: thay thế Nghị định 1/2020/NĐ-CP, mà "
            "van-ban/a/van-ban.yml ghi văn bản ấy còn hiệu lực",
            id="replaced and in force",
        ),
        pytest.param(
            van_ban(),
            second(quan_he=f"[{{kieu: vien-dan, van-ban: a, so: 9/2020/NĐ-CP, {RELATION}]"),
            "b/van-ban.yml:10:40: quan-he: “a” có số hiệu 1/2020/NĐ-CP, không phải 9/2020/NĐ-CP",
            id="a folder and another number",
        ),
    ],
)
def test_files_that_contradict_each_other(
    tmp_path: Path, first: str, other: str, message: str
) -> None:
    (told,) = problems_of(tmp_path, a=first, b=other)
    assert told.partition(" → ")[0] == f"docs/van-ban/{message}"


def test_who_replaces_it_may_end_it(tmp_path: Path) -> None:
    late = f"{{trang-thai: con, tu: 2026-07-01, {RELATION}"
    other = second(hieu_luc=late, quan_he=f"[{{kieu: thay-the, van-ban: a, {RELATION}]")
    assert problems_of(tmp_path, a=van_ban(hieu_luc=ended("b")), b=other) == []


@pytest.mark.parametrize(
    ("copied", "words"),
    [
        pytest.param({}, "so: số hiệu 1/2020/NĐ-CP đã có ở van-ban/moi/van-ban.yml", id="folder"),
        pytest.param({"so": None}, "bản chép của van-ban/moi/van-ban.yml", id="without number"),
        pytest.param(
            {"so_duy_nhat": "false"}, "bản chép của van-ban/moi/van-ban.yml", id="number shared"
        ),
    ],
)
def test_a_copied_folder_is_told_once_and_the_published_one_stays(
    tmp_path: Path, copied: dict[str, str | None], words: str
) -> None:
    """“banchep” is read before “moi”; the ledger knows that “moi” was there first."""
    text = van_ban(goi_tat="[tên tắt]", ten_goi="[Luật thử]", **copied)
    corpus_of(tmp_path, {"van-ban/banchep/van-ban.yml": text, "van-ban/moi/van-ban.yml": text})
    corpus = load_corpus(tmp_path / "docs", None, Outside(frozenset({"van-ban/moi/"})))
    (told,) = messages(corpus)
    assert told.startswith("docs/van-ban/banchep/van-ban.yml:")
    assert words in told
    assert list(corpus.instruments) == ["moi"]
    assert corpus.problems == ()


def test_without_a_ledger_the_copy_is_the_one_in_a_strange_folder(tmp_path: Path) -> None:
    home = "van-ban/nghi-dinh-1-2020-nd-cp/van-ban.yml"
    corpus = corpus_of(tmp_path, {"van-ban/aaa/van-ban.yml": van_ban(), home: van_ban()})
    (told,) = messages(corpus)
    assert told.startswith(
        f"docs/van-ban/aaa/van-ban.yml:2:1: so: số hiệu 1/2020/NĐ-CP đã có ở {home}"
    )


def test_the_newcomer_is_told_that_a_code_is_taken(tmp_path: Path) -> None:
    corpus_of(
        tmp_path, {"van-ban/a/van-ban.yml": second(ma="nd1"), "van-ban/b/van-ban.yml": van_ban()}
    )
    corpus = load_corpus(tmp_path / "docs", None, Outside(frozenset({"van-ban/b/", "nd1/"})))
    told = "docs/van-ban/a/van-ban.yml:3:1: ma: “nd1” đã dùng ở van-ban/b/van-ban.yml"
    assert messages(corpus) == [f"{told} → chọn mã khác"]


def test_many_instruments_are_compared_in_one_pass() -> None:
    """Each with a code, a number and an alias of its own: no pair may be looked at."""
    one, _ = read_instrument(van_ban(goi_tat="[x]"), "a", "van-ban/a/van-ban.yml", "a")
    assert one
    many = {
        f"a{n}": replace(
            one, slug=f"a{n}", code=f"a{n}", number=f"{n}/2020/NĐ-CP", aliases=(f"x{n}",)
        )
        for n in range(6000)
    }
    begun = time.process_time()
    assert check(many, "docs") == []
    assert time.process_time() - begun < 5

"""Contradictions in one ``van-ban.yml``: each is told at the entry that an editor must mend."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from samples import CHECKED, EVIDENCE, corpus_of, messages, van_ban
from vanban.law.consistency import Outside
from vanban.law.corpus_source import load_corpus

REST = EVIDENCE[1:-1]
BARE = "{chac-chan: %s, kiem-tra: 2026-11-23}"
TODAY = date(2026, 11, 26)


def told(folder: Path, text: str, name: str = "a", outside: Outside | None = None) -> list[str]:
    corpus = corpus_of(folder, {f"van-ban/{name}/van-ban.yml": text})
    if outside:
        corpus = load_corpus(folder / "docs", None, outside)
    return [one.partition("van-ban.yml:")[2].partition(" → ")[0] for one in messages(corpus)]


def rows(*items: str) -> str:
    """A block list, one entry a line, so that each has a line of its own."""
    return "".join(f"\n  - {{{item}, {REST}}}" for item in items)


HEAD = van_ban().count("\n") + 1  # the line of a key that is added at the end


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(
            {"hieu_luc_rieng": rows(
                "don-vi: dieu-1, trang-thai: chua-ro",
                "don-vi: dieu-2, trang-thai: chua-ro",
                "don-vi: dieu-1, trang-thai: con",
            )},
            f"{HEAD + 3}:5: hieu-luc-rieng: Điều 1 đã có hiệu lực riêng ở dòng {HEAD + 1}",
            id="two statements of one unit",
        ),
        pytest.param(
            {"doi_chieu": rows("don-vi: dieu-1, nay: []", "don-vi: dieu-1, nay: []")},
            f"{HEAD + 2}:5: doi-chieu: Điều 1 đã đối chiếu ở dòng {HEAD + 1}",
            id="a unit compared twice",
        ),
        pytest.param(
            {"noi_dung": "{chac-chan: stated, kiem-tra: 2020-02-01, nguon: [–]}"},
            "7:12: noi-dung: ghi chac-chan: stated mà không có nguồn nào",
            id="a dash for a source",
        ),
        pytest.param(
            {"noi_dung": "{chac-chan: unknown, kiem-tra: 1020-02-01}"},
            "7:32: noi-dung: ngày kiểm tra 1020-02-01 đứng trước ngày ban hành 2020-01-15",
            id="checked before it was issued",
        ),
        pytest.param(
            {"cung_ten": rows("so: 58/2010/QH12", "so: 58/2010/qh12")},
            f"{HEAD + 2}:5: cung-ten: “58/2010/qh12” đã có ở dòng {HEAD + 1}",
            id="a namesake twice, in other letters",
        ),
        pytest.param(
            {"cung_ten": f"[{{so: 58/2010/QH12, {BARE[1:-1] % 'single'}}}]"},
            f"{HEAD}:31: cung-ten: ghi chac-chan: single mà không có nguồn nào",
            id="a namesake from no source",
        ),
        pytest.param(
            {"doi_chieu": rows("nay: []", "nay: []")},
            f"{HEAD + 2}:5: doi-chieu: cả văn bản đã đối chiếu ở dòng {HEAD + 1}",
            id="the whole compared twice",
        ),
        pytest.param(
            {"doi_chieu": rows("nay: [{khac: như cũ}, {khac: không còn}]")},
            f"{HEAD + 1}:28: doi-chieu: một nơi được ghi hai lần trong cùng một đối chiếu",
            id="one counterpart twice",
        ),
        pytest.param(
            {"doi_chieu": rows("don-vi: dieu-1, nay: [{van-ban: a, don-vi: dieu-1, khac: x}]")},
            f"{HEAD + 1}:5: doi-chieu: đối chiếu một nơi với chính nó",
            id="compared with itself",
        ),
        pytest.param(
            {"quan_he": rows("kieu: vien-dan, so: 9/10/NĐ-CP", "kieu: vien-dan, so: 9/10/nđ–cp")},
            f"{HEAD + 2}:5: quan-he: quan hệ vien-dan với “9/10/nđ-cp” đã có ở dòng {HEAD + 1}",
            id="a relation twice",
        ),
        pytest.param(
            {"quan_he": rows("kieu: vien-dan, van-ban: a")},
            f"{HEAD + 1}:5: quan-he: quan hệ với chính văn bản này",
            id="a relation to itself",
        ),
        pytest.param(
            {"nhan_manh": "[{van-ban: a, don-vi: dieu-1}, {van-ban: a, don-vi: dieu-1}]"},
            f"{HEAD}:43: nhan-manh: “a#dieu-1” đã có ở dòng {HEAD}",
            id="stressed twice",
        ),
        pytest.param(
            {"goi_tat": "[luật  thử, Luật thử]"},
            f"{HEAD}:22: goi-tat: “Luật thử” đã có ở dòng {HEAD}",
            id="an alias twice",
        ),
        pytest.param(
            {"ten_goi": "[Luật thử]", "goi_tat": "[luật thử]"},
            f"{HEAD + 1}:11: goi-tat: “luật thử” đã có trong ten-goi",
            id="an alias that is the name",
        ),
        pytest.param(
            {"can_cu": BARE % "stated"},
            "6:10: can-cu: ghi chac-chan: stated mà không có nguồn nào",
            id="stated without a source",
        ),
        pytest.param(
            {"quan_he": "\n  - {kieu: vien-dan, so: 9/2010/NĐ-CP, " + (BARE % "single")[1:]},
            f"{HEAD + 1}:40: quan-he: ghi chac-chan: single mà không có nguồn nào",
            id="one source and none",
        ),
        pytest.param(
            {"hieu_luc": f"{{trang-thai: con, tu: 2020-01-14, {REST}}}"},
            "8:29: hieu-luc: tu: 2020-01-14 đứng trước ngày ban hành 2020-01-15",
            id="in force before it was issued",
        ),
        pytest.param(
            {"can_cu": EVIDENCE.replace(str(CHECKED), "2020-01-14")},
            "5:1: ban-hanh: ngày ban hành 2020-01-15 đứng sau ngày kiểm tra 2020-01-14 của can-cu",
            id="checked before it was issued",
        ),
        pytest.param(
            {"hieu_luc": f"{{trang-thai: con, tu: 2020-03-01, chua-ro-tu: 2021-01-01, {REST}}}"},
            "8:45: hieu-luc: chua-ro-tu đứng cạnh một điều đã rõ",
            id="a doubt beside what is known",
        ),
        pytest.param(
            {"hieu_luc": f"{{trang-thai: chua-ro, chua-ro-tu: 2021-01-01, {REST}}}"},
            "8:33: hieu-luc: có chua-ro-tu mà không có tu",
            id="a doubt without a beginning",
        ),
        pytest.param(
            {
                "hieu_luc": "{trang-thai: chua-ro, tu: 2021-01-01, chua-ro-tu: 2021-01-01, "
                f"{REST}}}"
            },
            "8:49: hieu-luc: chua-ro-tu: 2021-01-01 không đứng sau tu: 2021-01-01",
            id="a doubt from the first day on",
        ),
        pytest.param(
            {"hieu_luc_rieng": rows("don-vi: dieu-1, trang-thai: con, tu: 2020-02-01")},
            f"{HEAD + 1}:39: hieu-luc-rieng: tu: 2020-02-01 đứng trước ngày có hiệu lực của "
            "cả văn bản: 2020-03-01",
            id="a unit begins before the whole",
        ),
        pytest.param(
            {
                "hieu_luc": f"{{trang-thai: het, den: 2021-01-01, {REST}}}",
                "hieu_luc_rieng": rows("don-vi: dieu-1, trang-thai: het, den: 2022-01-01"),
            },
            f"{HEAD + 1}:39: hieu-luc-rieng: den: 2022-01-01 đứng sau ngày hết hiệu lực của "
            "cả văn bản: 2021-01-01",
            id="a unit ends after the whole",
        ),
        pytest.param(
            {
                "hieu_luc": f"{{trang-thai: het, den: 2021-01-01, {REST}}}",
                "hieu_luc_rieng": rows("don-vi: dieu-1, trang-thai: con"),
            },
            f"{HEAD + 1}:22: hieu-luc-rieng: ghi “con”, mà cả văn bản đã ghi “het”",
            id="a unit outlives the whole",
        ),
        pytest.param(
            {"hieu_luc_rieng": rows("don-vi: dieu-1, trang-thai: het, den: 2022-01-01")},
            f"{HEAD + 1}:22: hieu-luc-rieng: ghi “het”, mà cả văn bản ghi “con”, tức còn hiệu lực "
            "trọn vẹn",
            id="a unit ended in a whole that is in force",
        ),
        pytest.param(
            {
                "hieu_luc": f"{{trang-thai: mot-phan, {REST}}}",
                "hieu_luc_rieng": rows(
                    "don-vi: dieu-1-khoan-1, trang-thai: het, den: 2022-01-01",
                    "don-vi: dieu-1-khoan-1-diem-a, trang-thai: con",
                ),
            },
            f"{HEAD + 2}:37: hieu-luc-rieng: ghi “con”, mà khoản 1 Điều 1 đã ghi “het”",
            id="a point outlives its clause",
        ),
        pytest.param(
            {"hieu_luc": f"{{trang-thai: con, tu: 2062-01-01, {REST}}}"},
            "8:29: hieu-luc: tu: 2062-01-01 đứng sau ngày ban hành 2020-01-15 hơn 10 năm",
            id="two figures of a year changed about",
        ),
        pytest.param(
            {"loi_chu": "\n  - {chu: LDLĐ, co-le-la: LDLĐ, chac-chan: reading}"},
            f"{HEAD + 1}:5: loi-chu: co-le-la giống hệt chu “LDLĐ”, nên không nói chữ nào mới đúng",
            id="a slip that is mended into itself",
        ),
        pytest.param(
            {"loi_chu": "\n  - {chu: a, chac-chan: reading}\n  - {chu: a, chac-chan: reading}"},
            f"{HEAD + 2}:5: loi-chu: “a” đã có ở dòng {HEAD + 1}",
            id="a slip told twice",
        ),
    ],
)  # fmt: skip
def test_contradiction(tmp_path: Path, change: dict[str, str], message: str) -> None:
    assert told(tmp_path, van_ban(**change)) == [message]


def test_later_errors_are_told_at_their_own_entry(tmp_path: Path) -> None:
    """Entries are known by position: a doubled one must not shift those below it."""
    unknown = "trang-thai: chua-ro"
    text = van_ban(
        hieu_luc_rieng=rows(
            f"don-vi: dieu-1, {unknown}", f"don-vi: dieu-1, {unknown}", f"don-vi: dieu-9, {unknown}"
        )
    )
    assert told(tmp_path, text) == [
        f"{HEAD + 2}:5: hieu-luc-rieng: Điều 1 đã có hiệu lực riêng ở dòng {HEAD + 1}",
        f"{HEAD + 3}:5: hieu-luc-rieng: Nghị định 1/2020/NĐ-CP không có “dieu-9”",
    ]


def test_two_limbs_of_one_unit_are_no_contradiction(tmp_path: Path) -> None:
    pairs = rows("don-vi: dieu-1, ve: một, nay: []", "don-vi: dieu-1, ve: hai, nay: []")
    assert told(tmp_path, van_ban(doi_chieu=pairs)) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"can_cu": EVIDENCE.replace(str(CHECKED), "2026-11-27")},
            "6:29: can-cu: ngày kiểm tra 2026-11-27 chưa tới (hôm nay là 2026-11-26)",
        ),
        ({"can_cu": EVIDENCE.replace(str(CHECKED), "2026-11-26")}, None),
        (
            {"tim_tren": "[vbpl, vbpll]"},
            f"{HEAD}:18: tim-tren: không có nơi tra cứu “vbpll” trong mkdocs.yml",
        ),
    ],
)  # fmt: skip
def test_what_only_the_outside_knows(
    tmp_path: Path, change: dict[str, str], message: str | None
) -> None:
    outside = Outside(frozenset(), frozenset({"vbpl"}), TODAY)
    assert told(tmp_path, van_ban(**change), outside=outside) == ([message] if message else [])
    assert told(tmp_path, van_ban(**change)) == []  # without it nothing is claimed


@pytest.mark.parametrize(
    ("folder", "change", "message"),
    [
        ("a", {"loai": "Luạt"}, "1:1: loai: “Luạt” không phải loại văn bản đã biết"),
        ("a", {"loai": "nghị định"}, "1:1: loai: “nghị định” không phải loại văn bản đã biết"),
        ("a", {"so": "2O/2020/NĐ-CP"}, "2:1: so: “2O” có chữ cái đứng thay chữ số"),
        ("a", {"so": "20/2O20/NĐ-CP"}, "2:1: so: “2O20” có chữ cái đứng thay chữ số"),
        (
            "a",
            {"so": "20/2020/NĐ-СР"},
            "2:1: so: số hiệu “20/2020/NĐ-СР” có chữ hay số của bảng chữ khác: СР",
        ),
        (
            "a",
            {"so": "1/\uff12020/NĐ-CP"},
            "2:1: so: số hiệu “1/\uff12020/NĐ-CP” có chữ hay số của bảng chữ khác: \uff12",
        ),
        (
            "a",
            {"so": "1/2020/NĐ-\u00adCP"},
            "2:1: so: số hiệu “1/2020/NĐ-\u00adCP” có dấu không nhìn thấy",
        ),
        ("a", {"ten": "Khí CO\u2082, 5 m\u00b2, tia \u03b1"}, None),
        ("a", {"ten": "Bụi 10 \u00b5m, 2 \u03bcm, 30 \u00baC, 5 k\u03a9"}, None),
        ("a", {"ten": "Người K\u02bcho, chất \u03b2-glucan, \u03b1\u2011amylase"}, None),
        ("a", {"ten": "\u03b1n toàn"}, "4:1: ten: có chữ hay số của bảng chữ khác: \u03b1"),
        ("a", {"ten": "\u0421ửa nhà"}, "4:1: ten: có chữ hay số của bảng chữ khác: \u0421"),
        ("a", {"so": "l/2020/NĐ-CP"}, "2:1: so: số hiệu “l/2020/NĐ-CP” không bắt đầu bằng số"),
        ("a", {"so": "1/2019/NĐ-CP"}, "2:1: so: số hiệu ghi năm 2019, mà ban-hanh ghi năm 2020"),
        (
            "nghi-dinh-2-2020-nd-cp",
            {},
            "2:1: so: số hiệu 1/2020/NĐ-CP không khớp với tên thư mục “nghi-dinh-2-2020-nd-cp”",
        ),
        (
            "luat-1-2020-nd-cp",
            {},
            "2:1: so: số hiệu 1/2020/NĐ-CP không khớp với tên thư mục “luat-1-2020-nd-cp”",
        ),
        (
            "nghi-dinh-1-2020-nd-cp-2019",
            {},
            "5:1: ban-hanh: tên thư mục ghi năm 2019, mà văn bản ban hành năm 2020",
        ),
        # a number that is not unique: province and year join its first words
        (
            "chi-thi-10-ct-ubnd-2020",
            {"loai": "Chỉ thị", "so": "11/CT-UBND", "so_duy_nhat": "false"},
            "2:1: so: số hiệu 11/CT-UBND không khớp với tên thư mục “chi-thi-10-ct-ubnd-2020”",
        ),
        (
            "chi-thi-10-ct-ubnd-long-an-2020",
            {"loai": "Chỉ thị", "so": "10/CT-UBND", "so_duy_nhat": "false"},
            None,
        ),
        ("nghi-dinh-1-2020-nd-cp", {}, None),
        ("nghi-dinh-1-2020-nd-cp-2020", {}, None),
        # its own name was published as another instrument's
        ("nghi-dinh-1-2020-nd-cp-2", {}, None),
        ("nghi-dinh-1-2020-nd-cp-2020-2", {}, None),
        (
            "nghi-dinh-1-2020-nd-cp-22",
            {},
            "2:1: so: số hiệu 1/2020/NĐ-CP không khớp với tên thư mục “nghi-dinh-1-2020-nd-cp-22”",
        ),
        (
            "cong-van-10-sgddt-long-an-2020",
            {"loai": "Công văn", "so": "10/SGDĐT-HCQT", "so_duy_nhat": "false"},
            None,
        ),
        ("a", {"so": "1/2020/ND-CP"}, "2:1: so: số hiệu “1/2020/ND-CP” có chữ D thay chữ Đ"),
        ("a", {"so": "1/2020/NÐ-CP"}, "2:1: so: số hiệu “1/2020/NÐ-CP” có chữ D thay chữ Đ"),
        (
            "a",
            {"loai": "Thông tư", "so": "1/2020/TT-BGDDT"},
            "2:1: so: số hiệu “1/2020/TT-BGDDT” có chữ D thay chữ Đ",
        ),
        ("a", {"loai": "Quyết định", "so": "1/2020/QĐ-BVHTTDL"}, None),
        ("a", {"loai": "Công văn", "so": "1/HDND-VP"}, None),
        (
            "a",
            {"ten": "Nghị định quy định về sổ sách"},
            "4:1: ten: mở đầu bằng “Nghị định”, mà loai đã nói",
        ),
        ("a", {"loai": "Luật", "ten": "Luật Sổ sách"}, None),
        ("a", {"loai": "Quy định", "ten": "Quy định về sổ sách"}, None),
        ("a", {"dia_phuong": "Long An"}, None),
        (
            "a",
            {"dia_phuong": "long an"},
            "10:1: dia-phuong: “long an” không viết hoa như tên một tỉnh",
        ),
        (
            "a",
            {"dia_phuong": "tỉnh Long An"},
            "10:1: dia-phuong: “tỉnh Long An” không phải tên trần của một tỉnh",
        ),
        (
            "a",
            {"dia_phuong": "Xã An Lễ"},
            "10:1: dia-phuong: “Xã An Lễ” không phải tên trần của một tỉnh",
        ),
        # named by its name before the number was known: an address stays, years are compared
        ("nghi-dinh-so-sach-2020", {}, None),
        (
            "nghi-dinh-so-sach-2019",
            {},
            "5:1: ban-hanh: tên thư mục ghi năm 2019, mà văn bản ban hành năm 2020",
        ),
        ("cong-van-sgddt-vp-2020", {"loai": "Công văn", "so": "9/SGDĐT-VP"}, None),
        (
            "luat-so-sach-2020",
            {},
            "2:1: so: số hiệu 1/2020/NĐ-CP không khớp với tên thư mục “luat-so-sach-2020”",
        ),
        (
            "thong-tu-lien-tich-2-2020-bgddt",
            {"loai": "Thông tư", "so": "1/2020/TT-BGDĐT"},
            (
                "2:1: so: số hiệu 1/2020/TT-BGDĐT không khớp với tên thư mục"
                " “thong-tu-lien-tich-2-2020-bgddt”"
            ),
        ),
        (
            "nghi-dinh-1-2020-nd-cp",
            {"so": "1/2020"},  # the rest of the number is gone
            "2:1: so: số hiệu 1/2020 không khớp với tên thư mục “nghi-dinh-1-2020-nd-cp”",
        ),
        ("quyet-dinh-1-qd-abc-2020", {"loai": "Quyết định", "so": "1/QĐ-ABC"}, None),
        ("nghi-quyet-1-2020-ubtvqh14", {"loai": "Nghị quyết", "so": "1/2020/UBTVQH14"}, None),
    ],
)  # fmt: skip
def test_identity(tmp_path: Path, folder: str, change: dict[str, str], message: str | None) -> None:
    assert told(tmp_path, van_ban(**change), folder) == ([message] if message else [])


def test_the_advised_folder_is_a_whole_name(tmp_path: Path) -> None:
    """Where a number is not unique, province and year belong to the name."""
    text = van_ban(loai="Chỉ thị", so="11/CT-UBND", so_duy_nhat="false", dia_phuong="Long An")
    folder = "van-ban/chi-thi-10-ct-ubnd-2020"
    (problem,) = corpus_of(tmp_path, {f"{folder}/van-ban.yml": text}).problems
    assert str(problem).endswith("tên thư mục mới là chi-thi-11-ct-ubnd-long-an-2020")


def test_an_instrument_with_neither_number_nor_name(tmp_path: Path) -> None:
    """It is named by its title where another file cites a unit that it does not have."""
    nameless = van_ban(so=None, ma="cv1", loai="Công văn", ten="Về việc khác")
    citing = van_ban(nhan_manh="[{van-ban: a, don-vi: dieu-9}]")
    corpus = corpus_of(
        tmp_path, {"van-ban/a/van-ban.yml": nameless, "van-ban/b/van-ban.yml": citing}
    )
    (message,) = messages(corpus)
    assert "nhan-manh: Công văn “Về việc khác” không có “dieu-9”" in message
    assert corpus.instruments["a"].cited == "Công văn “Về việc khác”"

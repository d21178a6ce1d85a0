"""Each way of getting a ``van-ban.yml`` wrong, and the line that an editor is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from samples import EVIDENCE, corpus_of, messages, van_ban
from vanban.law.schema import json_schema

GOOD = van_ban()
FRAME = "[{cua: ca-nhan, kia: gap-doi, theo: dieu-2, muc: [{tai: dieu-1-khoan-1, tu: 0, den: 4}]}]"
OUTLINE_LINE = GOOD.count("\n")


def problems_of(folder: Path, content: str | bytes) -> list[str]:
    return messages(corpus_of(folder, {"van-ban/thu/van-ban.yml": content}))


def test_the_sample_is_right(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            GOOD + "ten-goii: [Nghị định thử]\n",
            f"{OUTLINE_LINE + 1}:1: ten-goii: khóa lạ → có phải “ten-goi”?",
            id="unknown key",
        ),
        pytest.param(
            GOOD + "zzzz: 1\n",
            f"{OUTLINE_LINE + 1}:1: zzzz: khóa lạ → xem danh sách khóa: python hooks schema",
            id="unknown key like no other",
        ),
        pytest.param(
            van_ban(loai=None) + "loaii: Luật\n",  # a slip of a key that then is missing
            f"{OUTLINE_LINE}:1: loaii: khóa lạ → có phải “loai”?",
            id="a required key misspelt",
        ),
        pytest.param(
            GOOD + "co-quann: Chính phủ\n",
            f"{OUTLINE_LINE + 1}:1: co-quann: khóa lạ → có phải “co-quan”?",
            id="the nearest key",
        ),
        pytest.param(
            van_ban(can_cu=f"{EVIDENCE[:-1]}, ghi-chuu: x}}"),
            "6:70: can-cu.ghi-chuu: khóa lạ → có phải “ghi-chu”?",
            id="the nearest key inside",
        ),
        pytest.param(
            GOOD + "trang-thai: con\n",
            f"{OUTLINE_LINE + 1}:1: trang-thai: khóa lạ → "
            "khóa này thuộc về “hieu-luc”, “hieu-luc-rieng”: xem lại thụt lề",
            id="a key of another place",
        ),
        pytest.param(
            van_ban(can_cu=EVIDENCE.replace("chac-chan: ", "chac-chan:")),
            "6:10: can-cu.chac-chan:stated: khóa lạ → "
            "sau dấu hai chấm thiếu dấu cách: viết “chac-chan: stated”",
            id="no space inside brackets",
        ),
        pytest.param(
            van_ban(hieu_luc="\n  tu:2020-01-01"),
            "8:1: hieu-luc: “tu:2020-01-01”: sau dấu hai chấm thiếu dấu cách → "
            "viết “khóa: giá trị”",
            id="no space in a group of one",
        ),
        pytest.param(
            van_ban(khung_phat=FRAME),
            "10:85: khung-phat.1.muc.1.tu: “0” không lớn hơn 0 → ghi một số lớn hơn 0",
            id="a fine of nothing",
        ),
        pytest.param(
            van_ban(ban_hanh="20200115xx"),
            "5:1: ban-hanh: “20200115xx” không phải ngày → viết năm-tháng-ngày, ví dụ 2013-07-15",
            id="a day with a tail",
        ),
        pytest.param(
            van_ban(ban_hanh="20200115"),
            "5:1: ban-hanh: “20200115” không phải ngày → viết năm-tháng-ngày, ví dụ 2013-07-15",
            id="a day without hyphens",
        ),
        pytest.param(
            van_ban(ten='" "'),
            "4:1: ten: cần một dòng chữ → ghi nội dung, hoặc bỏ khóa này đi",
            id="a line of nothing",
        ),
        pytest.param(
            van_ban(ten=None),
            "1:1: ten: thiếu khóa này → thêm khóa, hoặc chép từ một văn bản có sẵn",
            id="missing key",
        ),
        pytest.param(
            van_ban(can_cu="{chac-chan: stated}"),
            "6:1: can-cu.kiem-tra: thiếu khóa này → thêm khóa, hoặc chép từ một văn bản có sẵn",
            id="missing key inside",
        ),
        pytest.param(
            van_ban(ban_hanh="2019-02-30"),
            "5:1: ban-hanh: không có ngày 2019-02-30 trong lịch → "
            "viết năm-tháng-ngày, ví dụ 2013-07-15",
            id="no such day",
        ),
        pytest.param(
            van_ban(ban_hanh="15/7/2013"),
            "5:1: ban-hanh: “15/7/2013” không phải ngày → có phải 2013-07-15?",
            id="a day written otherwise",
        ),
        pytest.param(
            van_ban(can_cu=EVIDENCE.replace("stated", "sure")),
            "6:10: can-cu.chac-chan: “sure” không nằm trong các giá trị được nhận → "
            "chọn 'stated', 'single', 'reading' hoặc 'unknown'",
            id="wrong choice",
        ),
        pytest.param(
            GOOD + "ten: Tên khác\n",
            f"{OUTLINE_LINE + 1}:1: khóa “ten” viết hai lần → giữ lại một",
            id="key written twice",
        ),
        pytest.param(
            van_ban(ma="NĐ-1"),
            "3:1: ma: “NĐ-1” không đúng dạng → chỉ chữ thường và số, bắt đầu bằng chữ, 2–12 ký tự",
            id="code of the wrong form",
        ),
        pytest.param(
            van_ban(muc_luc="{day-du: có, dieu: []}"),
            "9:11: muc-luc.day-du: “có” không phải true hay false → viết true hoặc false",
            id="neither true nor false",
        ),
        pytest.param(
            van_ban(muc_luc="{day-du: true, dieu: [{so: 1, khoan: {1: abf}}]}"),
            "9:48: muc-luc.dieu.1.khoan.1: “f” không phải chữ của điểm "
            "(dãy chữ: abcdđeghiklmnopqrstuvxy)",
            id="no letter of a point",
        ),
        pytest.param(
            van_ban(muc_luc="{day-du: true, dieu: [{so: 1, khoan: {1: abb}}]}"),
            "9:48: muc-luc.dieu.1.khoan.1: chữ điểm “b” viết hai lần"
            " → mỗi điểm một chữ, đ đứng sau d: abcdđe",
            id="a point twice",
        ),
        pytest.param(
            van_ban(nhan_manh="[{van-ban: x, don-vi: Điểm đ khoản 1 Điều 8}]"),
            f"{OUTLINE_LINE + 1}:26: nhan-manh.1.don-vi: “Điểm đ khoản 1 Điều 8” không phải mã"
            " đơn vị → có phải dieu-8-khoan-1-diem-dd?",
            id="a unit in words",
        ),
        pytest.param(
            van_ban(nhan_manh="[{van-ban: x, don-vi: tám}]"),
            f"{OUTLINE_LINE + 1}:26: nhan-manh.1.don-vi: “tám” không phải mã đơn vị"
            " → viết như dieu-8-khoan-1-diem-a",
            id="no unit",
        ),
        pytest.param(
            van_ban(quan_he=f"[{{kieu: Thay thế, so: 1/2019/NĐ-CP, {EVIDENCE[1:]}]"),
            f"{OUTLINE_LINE + 1}:12: quan-he.1.kieu: “Thay thế” không nằm trong các giá trị được"
            " nhận → có phải “thay-the”?",
            id="a value in words",
        ),
        pytest.param(
            van_ban(ten="[một, hai]"),
            "4:1: ten: cần một dòng chữ → ghi nội dung, hoặc bỏ khóa này đi",
            id="a list for a line",
        ),
        pytest.param(
            GOOD + "ten-goi: Luật thử\n",
            f"{OUTLINE_LINE + 1}:1: ten-goi: cần một danh sách → "
            "mỗi mục một dòng, bắt đầu bằng dấu -",
            id="a line for a list",
        ),
        pytest.param(
            van_ban(hieu_luc="còn"),
            "8:1: hieu-luc: cần một nhóm khóa: giá trị → "
            "xuống dòng, thụt vào hai dấu cách rồi ghi các khóa",
            id="a line for a group",
        ),
        pytest.param(
            "loai: Luật\n  so: 1\n",
            "2:3: dòng này thụt vào, mà khóa ở dòng trên đã có giá trị → "
            "xếp thẳng cột với các khóa cùng nhóm, thụt bằng dấu cách",
            id="no YAML",
        ),
        pytest.param(
            "chỉ là một dòng chữ\n",
            "1:1: tệp: cần một nhóm khóa: giá trị → "
            "xuống dòng, thụt vào hai dấu cách rồi ghi các khóa",
            id="YAML but no form",
        ),
        pytest.param("", "1:1: tệp rỗng → thêm nội dung hoặc xóa tệp", id="empty"),
        pytest.param(
            "# chỉ có lời ghi\n",
            "1:1: tệp rỗng: không có khóa nào → chép nội dung từ một tệp có sẵn làm mẫu",
            id="a comment alone",
        ),
        pytest.param(
            van_ban(hieu_luc=EVIDENCE.replace("{", "{trang-thai: con, tu: , ")),
            "8:29: hieu-luc.tu: cần một dòng chữ → ghi nội dung, hoặc bỏ khóa này đi",
            id="a day that is left blank",
        ),
        pytest.param(
            "loai: Nghị định\n".encode("utf-16"),
            "1:1: tệp lưu bằng mã UTF-16 (Unicode), không phải UTF-8 → "
            "mở bằng Notepad, chọn Lưu thành, đổi Mã hóa (Encoding) thành UTF-8",
            id="not UTF-8",
        ),
        pytest.param(
            van_ban(hieu_luc="con"),
            "8:1: hieu-luc: cần một nhóm khóa: giá trị → "
            "xuống dòng, thụt vào hai dấu cách rồi ghi các khóa",
            id="a word where keys were meant",
        ),
        pytest.param(
            van_ban(ban_hanh="[1]"),
            "5:1: ban-hanh: “một danh sách” không phải ngày → "
            "viết năm-tháng-ngày, ví dụ 2013-07-15",
            id="a list where a day was meant",
        ),
        pytest.param(
            van_ban(ban_hanh="{nam: 2020}"),
            "5:1: ban-hanh: “một nhóm khóa” không phải ngày → "
            "viết năm-tháng-ngày, ví dụ 2013-07-15",
            id="keys where a day was meant",
        ),
        pytest.param(
            GOOD + f"khung-phat: {FRAME.replace('tu: 0', 'tu: hai')}\n",
            f"{OUTLINE_LINE + 1}:85: khung-phat.1.muc.1.tu: “hai” không phải số → "
            "viết bằng chữ số, không kèm chữ",
            id="a number in words",
        ),
    ],
)
def test_bad_input(tmp_path: Path, content: str | bytes, message: str) -> None:
    assert problems_of(tmp_path, content) == [f"docs/van-ban/thu/van-ban.yml:{message}"]


def test_a_broken_file_leaves_out_only_itself(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path, {"van-ban/a/van-ban.yml": "loai: [", "van-ban/b/van-ban.yml": van_ban()}
    )
    assert list(corpus.instruments) == ["b"]
    assert [problem.file for problem in corpus.unreadable] == ["docs/van-ban/a/van-ban.yml"]
    assert corpus.problems == ()


def test_values_are_what_an_editor_typed(tmp_path: Path) -> None:
    """Numbers that YAML would take for dates, octals or truth stay as they are."""
    sample = van_ban(so="010/2020", co_quan="no", nguoi_ky="2020-01-01")
    corpus = corpus_of(tmp_path, {"van-ban/thu/van-ban.yml": sample})
    instrument = corpus.instruments["thu"]
    assert (instrument.number, instrument.issuer) == ("010/2020", "no")
    assert instrument.signatory == "2020-01-01"


def test_windows_line_ends_and_bom(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert problems_of(tmp_path, content) == []


def test_the_schema_for_code_editors_describes_every_key() -> None:
    schema = json_schema()
    assert {"loai", "so", "ma", "ten", "can-cu", "hieu-luc", "muc-luc"} <= set(schema["properties"])
    assert schema["additionalProperties"] is False


def test_the_schema_file_is_current() -> None:
    """``make schema`` writes it; code editors read it from the top of the project."""
    file = Path(__file__).resolve().parents[2] / "van-ban.schema.json"
    assert json.loads(file.read_text(encoding="utf-8")) == json_schema()

"""Sentences and the targets they must give, each group headed by what is odd about it.

A target is written ``code article.clause.point`` (``anm18 8.1.đ``); ``~`` before it
means unverified, and ``outside``, ``ambiguous``, ``broken`` stand for themselves.
``at`` is the day of the text, ``in_`` the place it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    text: str
    expected: tuple[str, ...]
    at: str | None = None
    in_: str | None = None


def row(text: str, *expected: str, at: str | None = None, in_: str | None = None) -> Row:
    return Row(text, expected, at, in_)


ND72 = "Nghị định số 72/2013/NĐ-CP"
ANM = "Luật An ninh mạng năm 2018"
LAW = "luat-24-2018-qh14"
DECREE = "nghi-dinh-72-2013-nd-cp"

ROWS = [
    # — one instrument, named in the ways letters name it
    row(f"Thực hiện {ND72}.", "nd72"),
    row("Nghị định 72/2013/NĐ-CP", "nd72"),
    row("Nghị định số: 72/2013/NĐ-CP", "nd72"),
    row("NĐ 72/2013/NĐ-CP", "nd72"),
    row("NĐ số 72/2013", "nd72"),
    row("Nghị định 72/2013", "nd72"),
    row("Nghị định số 72/2013/ND-CP", "nd72"),  # typed without the bar of Đ
    row("Nghị định số 72/2013/NĐ–CP", "nd72"),  # en dash
    row("Nghị định số 72/2013/NĐ - CP", "nd72"),  # spaces round the hyphen
    row("Nghị định số 72/2013/NĐ\u2011CP", "nd72"),  # hyphen that does not break
    row("Nghị định số 72/2013/NĐ-CP ngày 15/7/2013 của Chính phủ", "nd72"),
    row("Nghị định số 72/2013/NĐ-CP ngày 15 tháng 7 năm 2013", "nd72"),
    row("Nghị định số 72/2013/NĐ-CP ngày 15-7-2013", "nd72"),
    row("Nghị định số 72/2013/NĐ-CP, ngày 15.7.2013", "nd72"),
    row("NGHỊ ĐỊNH SỐ 72/2013/NĐ-CP", "nd72"),
    row("theo 72/2013/NĐ-CP thì", "nd72"),  # the number alone says its type
    row("Luật An ninh mạng năm 2018", "anm18"),
    row("Luật An ninh mạng 2018", "anm18"),
    row("Luật An ninh mạng (2018)", "anm18"),
    row("Luật An ninh mạng số 24/2018/QH14", "anm18"),
    row("Luật An ninh mạng số 24/2018/QH14 ngày 12/6/2018", "anm18"),
    row("Luật số 24/2018/QH14", "anm18"),
    row("Luật An ninh mạng ngày 12/6/2018", "anm18"),
    row("LUẬT AN NINH MẠNG NĂM 2018", "anm18"),
    row("Luật An ninh mạng năm 2025", "anm25"),
    row("Luật 116/2025/QH15", "anm25"),
    row("Luật số 116/2025/QH15 về an ninh mạng", "anm25"),
    row("Thông tư 06/2019/TT-BGDĐT", "tt06"),
    row("Quyết định số 874/QĐ-BTTTT ngày 17/6/2021", "qd874"),
    row("Công văn số 5682/UBND-VHXXH ngày 16/10/2019 của UBND tỉnh", "cv5682"),
    row("công văn số 3056/SGDĐT-HCQT ngày 13/11/2019 của Sở GD&ĐT", "cv3056"),
    row("Bộ luật Hình sự năm 2015", "blhs15"),
    row("Nghị định 27/2018/NĐ-CP ngày 01/3/2018", "nd27"),
    row(f"{ND72} và Nghị định 27/2018/NĐ-CP", "nd72", "nd27"),
    row(f"{ND72} (được sửa đổi bởi Nghị định số 27/2018/NĐ-CP)", "nd72", "nd27"),
    # — what is glued to a sign is part of another word
    row("bản_Điều 8 Luật An ninh mạng năm 2018", "anm18"),
    row("Đầu năm 2019 học Luật An ninh mạng. Đầu năm 2027 học lại.", "ambiguous", at="2026-11-26"),
    row("Điều 8 (cấm), 16 học sinh, Luật An ninh mạng năm 2018", "ambiguous", "anm18"),
    # — one unit of an instrument
    row(f"Điều 5 {ND72}", "nd72 5"),
    row(f"khoản 1 Điều 5 {ND72}", "nd72 5.1"),
    row(f"điểm d khoản 1 Điều 5 {ND72}", "nd72 5.1.d"),
    row(f"điểm đ khoản 1 Điều 5 {ND72}", "nd72 5.1.đ"),  # đ is a letter of its own
    row(f"điểm d, khoản 1, Điều 5, {ND72}", "nd72 5.1.d"),  # commas in a rising chain
    row(f"điểm d khoản 1 Điều 5 của {ND72}", "nd72 5.1.d"),
    row(f"điểm d) khoản 1 Điều 5 {ND72}", "nd72 5.1.d"),  # bracket of the printed letter
    row(f"Điểm D Khoản 1 Điều 5 {ND72}", "nd72 5.1.d"),
    row(f"tại khoản 5 Điều 21 của {ND72} ngày 15/7/2013", "nd72 21.5"),
    row(f"khoản 3a Điều 32 {ND72}", "nd72 32.3a"),
    row(f"Điều 23đ {ND72}", "nd72 23đ"),
    row(f"Điều 23d {ND72}", "nd72 23d"),
    row(f"điểm c khoản 1 Điều 23đ {ND72}", "nd72 23đ.1.c"),
    row(f"ĐIỀU 8 {ANM.upper()}", "anm18 8"),
    row("khoản 1\nĐiều 8 của\nLuật An ninh mạng năm 2018", "anm18 8.1"),  # line breaks
    row("khoản\u00a01 Điều\u00a08 Luật An ninh mạng năm\u00a02018", "anm18 8.1"),  # NBSP
    row("khỏan 1 Điều 8 Luật An ninh mạng năm 2018", "anm18 8.1"),  # slip of typing
    row(f"khoản 01 Điều 08 {ANM}", "anm18 8.1"),  # leading zeros
    row(f"Chương II {ANM}", "anm18 chuong-2"),
    row(f"Mục 1 Chương III {ND72}", "nd72 chuong-3-muc-1"),
    row("Điều 155 Bộ luật Hình sự năm 2015", "blhs15 155"),
    # — falling order: the article first
    row(f"Điều 8 khoản 1 {ANM}", "anm18 8.1"),
    row(f"Điều 8 khoản 1 điểm đ {ANM}", "anm18 8.1.đ"),
    row(f"Điều 8, khoản 1 {ANM}", "anm18 8.1"),
    row(f"Điều 8 khoản 1 và khoản 2 {ANM}", "anm18 8.1", "anm18 8.2"),
    row(f"Điều 8 khoản 1, 2 và 3 {ANM}", "anm18 8.1", "anm18 8.2", "anm18 8.3"),
    row(f"Điều 16 khoản 3, Điều 17 khoản 1 {ANM}", "anm18 16.3", "anm18 17.1"),
    row(f"Điều 16 khoản 3, khoản 1 Điều 17 {ANM}", "anm18 16.3", "anm18 17.1"),  # both orders
    row(f"Điều 8 khoản 1 điểm a, b {ANM}", "anm18 8.1.a", "anm18 8.1.b"),
    # — lists
    row(f"các điểm a, b và c khoản 1 Điều 5 {ND72}", "nd72 5.1.a", "nd72 5.1.b", "nd72 5.1.c"),
    row(f"điểm a, điểm b khoản 1 Điều 5 {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"điểm d và đ khoản 1 Điều 5 {ND72}", "nd72 5.1.d", "nd72 5.1.đ"),
    row(f"điểm a hoặc điểm e khoản 1 Điều 5 {ND72}", "nd72 5.1.a", "nd72 5.1.e"),
    row(f"các Điều 16, 17 và 18 {ANM}", "anm18 16", "anm18 17", "anm18 18"),
    row(f"Điều 16, Điều 17 và Điều 18 {ANM}", "anm18 16", "anm18 17", "anm18 18"),
    row(f"Điều 16, 17, 18 của {ANM} quy định", "anm18 16", "anm18 17", "anm18 18"),
    row(f"khoản 1 và khoản 2 Điều 8 {ANM}", "anm18 8.1", "anm18 8.2"),
    row(f"khoản 1, 2 Điều 8 {ANM}", "anm18 8.1", "anm18 8.2"),
    row(f"khoản 1,2,3 Điều 8 {ANM}", "anm18 8.1", "anm18 8.2", "anm18 8.3"),  # no spaces
    row(f"Điều 8,9 {ANM}", "anm18 8", "anm18 9"),
    row(f"khoản 1 - Điều 8 - {ANM}", "anm18 8.1"),  # dashes for commas
    row(f"khoản 1 Điều 8 và Điều 9 {ANM}", "anm18 8.1", "anm18 9"),
    row(f"khoản 1 Điều 8, Điều 9 {ANM}", "anm18 8.1", "anm18 9"),
    row(f"Điều 9, khoản 1 Điều 8 {ANM}", "anm18 9", "anm18 8.1"),
    row(
        f"điểm a khoản 1 và điểm b khoản 1 Điều 5 {ND72}",
        "nd72 5.1.a",
        "nd72 5.1.b",
    ),
    row(f"điểm a khoản 1, khoản 2 Điều 8 {ANM}", "anm18 8.1.a", "anm18 8.2"),
    row(
        f"các khoản 1, 2, 3, 4 và 5 Điều 16 và khoản 1 Điều 17 {ANM}",
        *(f"anm18 16.{n}" for n in range(1, 6)),
        "anm18 17.1",
    ),
    # a plural above a point: one point in each of the clauses
    row(f"điểm a các khoản 1 và 2 Điều 17 {ANM}", "anm18 17.1.a", "anm18 17.2.a"),
    # — ranges
    row(f"từ Điều 10 đến Điều 13 {ANM}", *(f"anm18 {n}" for n in (10, 11, 12, 13))),
    row(f"từ Điều 10 đến 13 {ANM}", *(f"anm18 {n}" for n in (10, 11, 12, 13))),
    row(f"Điều 10 - 13 {ANM}", *(f"anm18 {n}" for n in (10, 11, 12, 13))),
    # a dash that begins a line is a bullet, no range
    row(f"- Điều 8\n- Điều 16 {ANM}", "ambiguous", "anm18 16"),
    row(f"Điều 10–12 {ANM}", *(f"anm18 {n}" for n in (10, 11, 12))),
    row(f"từ khoản 1 đến khoản 3 Điều 8 {ANM}", "anm18 8.1", "anm18 8.2", "anm18 8.3"),
    row(f"các khoản từ 1 đến 3 Điều 8 {ANM}", "anm18 8.1", "anm18 8.2", "anm18 8.3"),
    row(
        f"từ điểm c đến điểm e khoản 1 Điều 5 {ND72}",  # đ stands between d and e
        *(f"nd72 5.1.{n}" for n in "cdđe"),
    ),
    row(f"từ Điều 11 đến Điều 13 {ND72}", "nd72 11", "nd72 12", "nd72 12a", "nd72 13"),
    row(f"từ Điều 13 đến Điều 10 {ANM}", "anm18 13", "broken"),  # runs backwards
    row(f"từ Điều 42 đến Điều 45 {ANM}", "anm18 42", "anm18 43", "broken"),
    # — forward binding across parentheses: all three are the decree's
    row(
        "Khoản 1 Điều 5 (các hành vi bị cấm), Khoản 5 Điều 21 (trách nhiệm), "
        f"Khoản 4 Điều 26 của {ND72}",
        "nd72 5.1",
        "nd72 21.5",
        "nd72 26.4",
    ),
    row(f"Khoản 1 Điều 8 (các hành vi bị nghiêm cấm) của {ANM}", "anm18 8.1"),
    row(
        f"khoản 1 Điều 5 (nay xem Điều 7 Luật An ninh mạng năm 2025) {ND72}", "nd72 5.1", "anm25 7"
    ),
    row(f"khoản 1 Điều 5 [cấm] {ND72}", "nd72 5.1"),
    # — a semicolon or a full stop is a barrier: the decree does not reach over it
    row(f"Khoản 1 Điều 8; Khoản 1 Điều 5 {ND72}", "ambiguous", "nd72 5.1"),
    row(f"Xem Khoản 1 Điều 8. Khoản 1 Điều 5 {ND72}", "ambiguous", "nd72 5.1"),
    row(f"khoản 1 Điều 8 {ANM}; khoản 1 Điều 5 {ND72}", "anm18 8.1", "nd72 5.1"),
    row(f"khoản 1 Điều 8 {ANM}, khoản 1 Điều 5 {ND72}", "anm18 8.1", "nd72 5.1"),
    row(f"khoản 1 Điều 8 {ANM} và khoản 1 Điều 5 {ND72}", "anm18 8.1", "nd72 5.1"),
    # other words between end the binding too
    row(f"khoản 1 Điều 8 cấm nhiều việc mà {ND72} cũng cấm", "ambiguous", "nd72"),
    # — instrument first
    row(f"{ANM}: Điều 8, Điều 16 khoản 3", "anm18 8", "anm18 16.3"),
    row(f"{ANM} (Điều 8, Điều 9)", "anm18 8", "anm18 9"),
    row(f"Theo {ND72}, khoản 4 Điều 26 quy định", "nd72 26.4"),
    row(f"{ND72} tại khoản 4 Điều 26", "nd72 26.4"),
    row(f"{ND72} quy định tại khoản 4 Điều 26", "nd72 26.4"),
    row(f"{ANM} Điều 8", "anm18 8"),
    # the bracket behind “điểm a” closes the parenthesis
    row(
        f"{ANM} (Điều 8 khoản 1 điểm a), {ND72} (Điều 5 khoản 1 điểm a)",
        "anm18 8.1.a",
        "nd72 5.1.a",
    ),
    row(f"khoản 1 \u00d0iều 8 {ANM}", "anm18 8.1"),  # eth for Đ, from converted old fonts
    row(f"{ANM}, Điều 5 {ND72}", "anm18", "nd72 5"),  # the article has its own instrument
    # — relative: the context says which
    row("khoản 1 Điều này", "anm18 18.1", in_=f"{LAW}#dieu-18"),
    row("điểm a khoản này", "anm18 18.1.a", in_=f"{LAW}#dieu-18-khoan-1"),
    row("các điểm a và b khoản này", "anm18 18.1.a", "anm18 18.1.b", in_=f"{LAW}#dieu-18-khoan-1"),
    row("Điều 16 của Luật này", "anm18 16", in_=LAW),
    row("khoản 1 Điều 18 của chính Luật này", "anm18 18.1", in_=LAW),
    row("quy định tại Điều này", "anm18 18", in_=f"{LAW}#dieu-18"),
    row("khoản 3 Điều 25", "nd72 25.3", in_=DECREE),  # bare, inside a known document
    row("Nghị định này", "nd72", in_=DECREE),
    row("khoản 2", "anm18 18.2", in_=f"{LAW}#dieu-18"),
    row("theo khoản này", "anm18 18.1", in_=f"{LAW}#dieu-18-khoan-1"),
    row(f"khoản 1 Điều 5 {ND72}", "nd72 5.1", in_=LAW),  # a full citation needs no context
    row("mục 2 của công văn Thủ Thừa", "congvan muc-2"),
    row("Mục 2", "congvan muc-2", in_="cong-van"),
    row("khoản 1 Điều này", "ambiguous"),
    row("khoản 1 Điều 18", "ambiguous", in_="cong-van#muc-2"),  # a letter has no articles
    row("khoản 1", "ambiguous", in_="cong-van#muc-2"),
    row("khoản 1 Điều 8 Luật này", "ambiguous"),
    row("Nghị định này", "ambiguous", in_=LAW),  # a law is no decree
    row("khoản 3 Điều 25", "ambiguous"),
    row("Điều này cho thấy cần thận trọng.", in_=f"{LAW}#dieu-18"),  # “this shows”
    row("Điều này không đúng.", in_=f"{LAW}#dieu-18"),
    row("Điều này không đúng."),
    # — a name alone: the day decides
    row("Luật An ninh mạng", "anm18", at="2019-11-20"),
    row("Luật An ninh mạng", "anm25", at="2026-11-20"),
    row("Luật An ninh mạng", "anm18", at="2026-06-30"),  # last day of the old law
    row("Luật An ninh mạng", "anm25", at="2026-07-01"),
    row("khoản 1 Điều 8 Luật An ninh mạng", "anm18 8.1", at="2019-11-20"),
    row("khoản 1 Điều 7 Luật An ninh mạng", "anm25 7.1", at="2026-11-20"),
    row("Luật An ninh mạng", "outside", at="2018-01-01"),  # no law of that name yet
    row("Luật An ninh mạng", "ambiguous"),
    row("Luật Báo chí", "outside", at="2019-11-20"),  # then another law bore the name
    row("Luật Báo chí", "bc25", at="2026-11-20"),
    row("Luật Trẻ em", "te16", at="2019-11-20"),
    row(f"{ANM} cấm. Điều 9 Luật An ninh mạng", "anm18", "anm18 9"),  # named just before
    # “now” and “just named” disagree: no guess
    row(f"{ANM} cấm. Điều 9 Luật An ninh mạng", "anm18", "ambiguous", at="2026-11-20"),
    # — a short number after the full one
    row(f"{ND72} đã hết. Nghị định 72 nay không còn", "nd72", "nd72"),
    row("Nghị định 72 nay không còn", "ambiguous"),
    row("Nghị định 100 về nồng độ cồn", "outside"),
    # — numbers that other places and years bear too
    row("Chỉ thị số 10/CT-UBND ngày 07/6/2017 của Chủ tịch UBND tỉnh", "ct10"),
    row("Chỉ thị số 10/CT-UBND ngày 7/6/2017 của UBND tỉnh Long An", "ct10"),
    row("Chỉ thị số 10/CT-UBND ngày 05/3/2018 của UBND tỉnh Đồng Nai", "outside"),
    row("Chỉ thị 10/CT-UBND của Chủ tịch UBND tỉnh Đồng Nai", "outside"),
    row("Chỉ thị số 10/CT-UBND ngày 05/3/2018", "outside"),
    row("Chỉ thị 10/CT-UBND", "ambiguous"),
    row("Công văn số 10/CT-UBND", "outside"),  # the number is a directive's
    row("Chỉ thị 10/CT-UBND", "ct10", in_="cong-van"),  # the letter carries it out
    row("Chỉ thị số 10/CT-UBND ngày 07/6/2017; nay Chỉ thị 10/CT-UBND", "ct10", "ct10"),
    # — outlines that are not known whole
    row("Điều 8 Luật Trẻ em năm 2016", "~te16"),  # only two articles are known here
    row("khoản 2 Điều 155 Bộ luật Hình sự năm 2015", "blhs15 155.2"),
    row("khoản 9 Điều 155 Bộ luật Hình sự năm 2015", "broken"),
    row("điểm a khoản 2 Điều 101 Nghị định 15/2020/NĐ-CP", "~nd15 101.2"),
    # a range over an outline that is not whole: its ends, not a guess for each between
    row("từ Điều 12 đến Điều 20 Luật Trẻ em năm 2016", "~te16", "~te16"),
    row("Điều 10 Luật Viên chức", "vc25 10", at="2026-11-20"),
    # — instruments that are not here
    row("Nghị định số 15/2019/NĐ-CP", "outside"),
    row("Chương II Nghị định số 15/2019/NĐ-CP", "outside"),  # a chapter is told like an article
    row("Điều 8 Luật Giáo dục năm 2019", "outside"),
    row("khoản 2 Điều 25 Hiến pháp năm 2013", "outside"),
    row("khoản 2 Điều 4 Nghị định số 100/2019/NĐ-CP", "outside"),
    row("Nghị định số 27/2013/NĐ-CP", "outside"),  # a misprint of the gazette: no guess
    row("Điều 5 Quy chế ban hành kèm theo Quyết định số 16/2008/QĐ-BGDĐT", "outside", "outside"),
    row("Điều 4 Điều lệ trường tiểu học", "outside", in_=LAW),  # not of the law around it
    row("Luật An ninh mạng năm 2019", "outside"),
    # — what does not exist, or contradicts itself
    row(f"khoản 15 Điều 21 {ND72}", "broken"),
    row(f"Điều 80 {ND72}", "broken"),
    row(f"điểm g khoản 1 Điều 8 {ANM}", "broken"),  # ends at e
    row(f"điểm f khoản 1 Điều 8 {ANM}", "broken"),  # f is the letter of no điểm
    row(f"điểm a khoản 5 Điều 21 {ND72}", "broken"),  # that clause has no points
    row(f"điểm a Điều 8 {ANM}", "broken"),  # the clause is missing
    row(f"Điều 8 Chương II {ANM}", "broken"),  # it stands in chapter I
    row("Nghị định số 72/2013/NĐ-CP ngày 16/7/2013", "broken"),
    row("Luật An ninh mạng số 24/2018/QH15", "broken"),
    row("Thông tư số 72/2013/NĐ-CP", "broken"),
    row(f"khoản 3 và khoản 15 Điều 8 {ANM}", "anm18 8.3", "broken"),
    row(f"khoản 1 {ANM}", "ambiguous"),  # of which article?
    # — no citations at all
    row("Nhà trường nộp một khoản tiền."),
    row("Kỳ thi có ba điểm thi."),
    row("5 điều cần nhớ khi lên mạng"),
    row(f"{ANM} Điều 8 hợp đồng lao động", "outside"),  # the words behind win over the law before
    row(f"k1 và {ANM}", "anm18"),  # what is none before it takes nothing along
    row("K1 (K2) thi thứ Hai, K3 (k4 và k5) thi thứ Ba."),  # classes of a school
    row("k2 (k3) Đ8 Luật An ninh mạng năm 2018", "anm18 8.2", "ambiguous"),  # whose is the k3?
    row("Sinh viên Luật K47A và Luật K48 thi chung."),
    row("Lớp Luật K5 (40 bạn) thi chung."),  # nor is a class a law
    row("Chương trình 135"),
    row("khoản 2,5 triệu đồng, khoản 1,5 tỷ"),
    row("khoản 5 triệu đồng, khoản 200 nghìn"),
    row("Em đạt điểm F.", in_=f"{LAW}#dieu-18-khoan-1"),
    row("Em đạt điểm A môn Toán, điểm 10 môn Văn."),
    row("Điều kiện, điều lệ, khoản mục, điểm danh, chương mục"),
    row("Quyết định 3 việc; Kế hoạch 5 năm"),
    row("hướng dẫn 24/7, ngày 15/7/2013, tỉ lệ 1/2"),
    row("một điều khoản 3 bên"),
    row("Xử lý kỷ luật viên chức và kỷ luật cán bộ, công chức theo pháp luật."),
    row("Phần này, từ trang 39, nói về Chương này."),
    row("tài khoản 5 và danh mục 2", in_="cong-van"),
    row("tiêu điểm a", in_=f"{LAW}#dieu-18-khoan-1"),  # part of a longer word is no word
    row(f"Điều 8, 2 người bị phạt theo {ANM}", "ambiguous", "anm18"),  # 2 is no article
    # — found by a hostile review; each led to the wrong place before
    # a colon, “tại” or nothing at all binds more closely than a comma does
    row(
        f"{ANM}: Điều 8, Điều 16 khoản 3, {ND72}: khoản 1 Điều 5",
        "anm18 8",
        "anm18 16.3",
        "nd72 5.1",
    ),
    row(f"{ANM} tại Điều 8, {ND72} tại khoản 4 Điều 26", "anm18 8", "nd72 26.4"),
    row(f"{ANM} Điều 8, {ND72} Điều 5", "anm18 8", "nd72 5"),
    # a number or a year beside the name says more than the day of the text
    row("Luật An ninh mạng (số 24/2018/QH14)", "anm18", at="2026-11-20"),
    row("Luật An ninh mạng (Luật số 116/2025/QH15)", "anm25", at="2019-11-20"),
    row("Luật An ninh mạng (số 24/2018/QH15)", "broken", at="2019-11-20"),
    row("Luật An ninh mạng được Quốc hội thông qua năm 2018", "anm18", at="2026-11-20"),
    row("Luật An ninh mạng do Quốc hội ban hành ngày 12/6/2018", "anm18", at="2026-11-20"),
    row("Luật An ninh mạng cũ (2018)", "anm18", at="2026-11-20"),
    row("Luật An ninh mạng cũ", "ambiguous", at="2026-11-20"),
    row("Điều 8 Luật An ninh mạng trước đây", "ambiguous", at="2026-11-20"),
    row("Luật An ninh mạng mới", "ambiguous", at="2019-11-20"),
    row("Luật An ninh mạng có hiệu lực từ ngày 01/01/2019", "ambiguous", at="2026-11-20"),
    # a draft is no law
    row("dự thảo Luật An ninh mạng", at="2026-11-20"),
    # counted things are no articles
    row("Điều 8, 3 trong số 5 giáo viên", "anm18 8", in_=LAW),
    row("Điều 8, 5 và 6 tuổi", "anm18 8", in_=LAW),
    row("Điều 8, 02 (hai) bản", "anm18 8", in_=LAW),
    row("Điều 8, 5 - 6 tuổi", "anm18 8", in_=LAW),
    row("Điều 8, 9 và 10 quy định", "anm18 8", "anm18 9", "anm18 10", in_=LAW),
    row("thưởng một khoản 2 tháng lương, một khoản 10 000 đồng", in_=f"{LAW}#dieu-8"),
    row("lớp 6/A1 và 6/A1-B"),
    # letters, digits and marks that only look otherwise
    row(f"điểm \u0430 khoản 1 Điều 5 {ND72}", "nd72 5.1.a"),  # Cyrillic
    row(f"Điều \uff18 {ANM}", "anm18 8"),  # full width
    row(f"Điều\u200e 8\ufe0f {ANM}", "anm18 8"),  # direction mark, variation selector
    # “này” is the unit around, whatever stands beside it
    row(
        "theo khoản này và khoản 2 Điều 17",
        "anm18 18.1",
        "anm18 17.2",
        in_=f"{LAW}#dieu-18-khoan-1",
    ),
    row(f"khoản 1 Điều này và Điều 5 {ND72}", "anm18 18.1", "nd72 5", in_=f"{LAW}#dieu-18"),
    # another decree than the one around
    *(
        row(f"Điều 5 Nghị định {word}", "ambiguous", in_=DECREE)
        for word in ("đó", "nêu trên", "mới", "thay thế", "về xử phạt")
    ),
    row("Điều 5 của Nghị định quy định", "nd72 5", in_=DECREE),
    row("Điều 5 trong các Nghị định 72/2013/NĐ-CP", "nd72 5", in_=LAW),
    # a text of another kind, not the one around
    row("Điều 8 Dự thảo Luật Viên chức", "outside", in_=LAW, at="2026-11-20"),
    row("Điều 8 dự thảo Luật An ninh mạng", "outside", at="2026-11-20"),
    row("Điều 5, Quy định về dạy thêm", "outside", in_=DECREE),
    row("Điều 5 quy chế làm việc", "outside", in_=DECREE),
    row("Điều 5 quy định", "nd72 5", in_=DECREE),  # the verb
    # brackets right behind a unit are that unit's own
    row(f"Điều 16 ({ANM}), Điều 26 của {ND72}", "anm18 16", "nd72 26"),
    row("Điều 16 (khoản 1)", "anm18 16", "ambiguous", in_=LAW),
    # a comma on either side: nobody can tell
    row(f"{ANM}, Điều 8, {ND72}", "anm18", "ambiguous"),
    # a list stays about what its colon says; where the text around has the number too, nobody
    # can tell
    row(f"{ANM}: Điều 8; Điều 16 khoản 3", "anm18 8", "anm18 16.3"),
    row(f"{ANM}: Điều 8; Điều 16 khoản 3. Điều 5", "anm18 8", "anm18 16.3", "ambiguous"),
    row(f"{ANM}: Điều 8; Điều 26", "anm18 8", "ambiguous", in_=DECREE),
    row(f"{ND72} của Chính phủ: Điều 5", "nd72", "ambiguous", in_=LAW),
    row(f"{ND72} của Chính phủ: Điều 5", "nd72", "nd72 5"),
    # hardly the clause of the text around
    row(f"Điều 5 {ND72}, khoản 1", "nd72 5", "ambiguous", in_=f"{LAW}#dieu-8"),
    row("khoản 1 Điều đó", "ambiguous", in_=f"{LAW}#dieu-8"),
    row("theo khoản 1 Điều ấy", "ambiguous", in_=f"{LAW}#dieu-8"),
    # a longer name is another law's; a day beside a name must be its day
    row("Điều 8 Luật An ninh mạng Trung Quốc", "outside", at="2026-11-20"),
    row("Luật An ninh mạng của Trung Quốc", at="2026-11-20"),
    row("Luật Viên chức quốc phòng", at="2026-11-20"),
    row("công văn Thủ Thừa ngày 05/5/2020", "ambiguous"),
    row("Chỉ thị 10 của Chủ tịch UBND tỉnh Long An ngày 05/3/2018", "broken"),
    # places with the same number
    row("Chỉ thị số 10/CT-UBND ngày 07/6/2017 của UBND TP. Hồ Chí Minh", "outside"),
    row("Chỉ thị số 10/CT-UBND ngày 07/6/2017 của UBND huyện Đồng Nai", "outside"),
    row("Chỉ thị số 10/CT-UBND ngày 07/6/2017 của UBND Đồng Nai", "outside"),
    row("Chỉ thị số 10/CT-UBND ngày 07/6/2017 của UBND tỉnh, xã nào cũng nhận", "ct10"),
    # — several points in shorthand: each of them, whatever joins them
    row(f"Đ5.1.a–b {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Điều 5.1.a-b {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Điều 5.1.a, b {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Điều 5.1.a/b {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Điều 5.1.a đến b {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Điều 5.1.a–5.1.b {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Điều 5.1.a–1.b {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Điều 5(1)(a)-(b) {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Điều 5.1 (a–b) {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Điều 5.1 a–b {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"khoản 1.a–b Điều 5 {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"khoản 1(a), (b) Điều 5 {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Điều 5 khoản 1 a–b {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Đ5 k1 a–b {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"điểm a–b k1 Đ5 {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"điểm a)–b) khoản 1 Điều 5 {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"điểm a→b khoản 1 Điều 5 {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"điểm a..b khoản 1 Điều 5 {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"điểm a/b khoản 1 Điều 5 {ND72}", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"{ND72}, Đ5.1.a–b", "nd72 5.1.a", "nd72 5.1.b"),
    row(f"Điều 5.1.c–e {ND72}", *(f"nd72 5.1.{n}" for n in "cdđe")),  # d, đ
    row(f"khoản 1.a Điều 5 {ND72}", "nd72 5.1.a"),
    row(f"Điều 5.1.a, Điều 21.5 {ND72}", "nd72 5.1.a", "nd72 21.5"),
    row(f"{ANM}: Đ8.1.a–b, Đ16.3", "anm18 8.1.a", "anm18 8.1.b", "anm18 16.3"),
    # — initials of the United Nations are those of no law
    row("Công ước LHQ 1989"),
]

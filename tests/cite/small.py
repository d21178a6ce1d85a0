"""A small made-up corpus in which every way to be right and wrong has an instance.

No page or law of the site plays a part in it, so no edit of ``docs/`` changes an answer.
"""

from __future__ import annotations

from pathlib import Path

from samples import EVIDENCE, corpus_of, van_ban
from vanban.law.corpus import Corpus


def force(state: str, since: str | None = None, until: str | None = None) -> str:
    days = f"{f', tu: {since}' if since else ''}{f', den: {until}' if until else ''}"
    return f"{{trang-thai: {state}{days}, {EVIDENCE[1:]}"


WHOLE = """{day-du: true, khuyet: ["6", "7", "8", "9", "10", "11"], chuong: [
  {so: I, dieu: [{so: 1, khoan: {1: abcdđe, 2: '', 3: 'ab?'}}, {so: 2, khoan: {}}]},
  {so: II, muc: [
    {so: 1, dieu: [{so: 3, khoan: {1: ''}}, {so: 3a, khoan: {1: ''}},
      {so: 4, diem: abc, tiet: {a: [1, 2], b: [i, ii, iv, "?"]}}]},
    {so: 2, dieu: [{so: 5}, {so: 12, khoan: {1: ''}, khoan-day-du: false}]}]},
  {so: III, muc: [{so: 1, dieu: [{so: 13, khoan: {1: '', 1a: '', 2: ''}}]},
    {so: 3, tieu-muc: [{so: 1, dieu: [{so: 14, khoan: {}}]}]}]}]}"""
"""Chapters, articles with and without clauses; Điều 5 and Điều 12 nobody has counted to the end."""
PLAIN = "{day-du: true, dieu: [{so: 1, khoan: {1: '', 2: ''}}, {so: 2, khoan: {}}]}"
PARTIAL = "{day-du: false, dieu: [{so: 7, khoan: {1: ab, 2: ''}}, {so: 9, khoan: {}}]}"
ITEMS = "{day-du: true, muc: [{so: 1}, {so: 2}]}"

RELATED = f"[{{kieu: thuc-hien, van-ban: chi-thi-7-ct-ubnd-long-an-2017, {EVIDENCE[1:]}]"

INSTRUMENTS = {
    # two laws of one name, the second in the place of the first
    "luat-1-2015-qh13": van_ban(
        loai="Luật",
        so="1/2015/QH13",
        ma="cu",
        ban_hanh="2015-06-10",
        ten_goi="[Luật Thử nghiệm]",
        hieu_luc=force("het", "2016-01-01", "2021-01-01"),
        muc_luc=WHOLE,
    ),
    "luat-9-2020-qh14": van_ban(
        loai="Luật",
        so="9/2020/QH14",
        ma="moi",
        ban_hanh="2020-11-20",
        ten_goi="[Luật Thử nghiệm]",
        hieu_luc=force("con", "2021-01-01"),
        muc_luc=PLAIN,
    ),
    # the only ones of their names: in force, in part, ended, not known
    "luat-2-2019-qh14": van_ban(
        loai="Luật",
        so="2/2019/QH14",
        ma="con",
        ban_hanh="2019-06-14",
        ten_goi="[Luật Sách]",
        hieu_luc=force("con", "2020-01-01"),
        muc_luc=PARTIAL,
    ),
    "luat-3-2010-qh12": van_ban(
        loai="Luật",
        so="3/2010/QH12",
        ma="het",
        ban_hanh="2010-06-14",
        ten_goi="[Luật Vở]",
        hieu_luc=force("het", "2011-01-01", "2018-01-01"),
    ),
    "bo-luat-4-2015-qh13": van_ban(
        loai="Bộ luật",
        so="4/2015/QH13",
        ma="bl",
        ban_hanh="2015-11-27",
        ten_goi="[Bộ luật Bút]",
        hieu_luc=force("mot-phan", "2018-01-01"),
        muc_luc=PLAIN,
    ),
    # two decrees of one short number; one more that is the only one of its
    "nghi-dinh-5-2020-nd-cp": van_ban(so="5/2020/NĐ-CP", ma="nd520", muc_luc=WHOLE),
    "nghi-dinh-5-2021-nd-cp": van_ban(
        so="5/2021/NĐ-CP", ma="nd521", ban_hanh="2021-02-01", hieu_luc=force("con", "2021-04-01")
    ),
    "nghi-dinh-6-2022-nd-cp": van_ban(
        so="6/2022/NĐ-CP",
        ma="nd6",
        ban_hanh=None,  # its day is not known, its year is
        goi_tat="[Nghị định sáu]",
        hieu_luc=force("con", "2022-04-01"),
        muc_luc=PLAIN,
    ),
    # directives that share a number with every province
    "chi-thi-7-ct-ubnd-long-an-2017": van_ban(
        loai="Chỉ thị",
        so="7/CT-UBND",
        ma="ctla",
        ban_hanh="2017-06-07",
        dia_phuong="Long An",
        so_duy_nhat="false",
        goi_tat="[Chỉ thị bảy]",
        muc_luc=PARTIAL,
    ),
    "chi-thi-7-ct-ubnd-ben-tre-2018": van_ban(
        loai="Chỉ thị",
        so="7/CT-UBND",
        ma="ctbt",
        ban_hanh="2018-03-05",
        dia_phuong="Bến Tre",
        so_duy_nhat="false",
        hieu_luc=force("con", "2018-03-05"),
        muc_luc=PARTIAL,
    ),
    "cong-van-12-ubnd-vx-an-le-2020": van_ban(
        loai="Công văn",
        so="12/UBND-VX",
        ma="cvanle",
        ban_hanh="2020-03-05",
        co_quan="UBND xã An Lễ",
        dia_phuong="Long An",
        so_duy_nhat="false",
        hieu_luc=force("con", "2020-03-05"),
        muc_luc=PARTIAL,
    ),
    "chi-thi-8-2020-ct-ubnd": van_ban(
        loai="Chỉ thị",
        so="8/2020/CT-UBND",
        ma="ct8",
        ban_hanh="2020-03-05",
        hieu_luc=force("con", "2020-03-05"),
        dia_phuong="Long An",
        so_duy_nhat="false",
        muc_luc=PARTIAL,
    ),
    # letters in items, without number; the first without a day, carrying out a directive
    "thu": van_ban(
        loai="Công văn",
        so=None,
        ma="thu",
        ban_hanh=None,
        goi_tat="[thư của trường, Công văn trường ta]",
        quan_he=RELATED,
        muc_luc=ITEMS,
    ),
    "thu-hai": van_ban(
        loai="Công văn",
        so=None,
        ma="thuhai",
        ban_hanh="2020-02-03",
        goi_tat="[thư thứ hai]",
        muc_luc=ITEMS,
    ),
}


def small_corpus(folder: Path) -> Corpus:
    return corpus_of(folder, {f"{slug}/van-ban.yml": text for slug, text in INSTRUMENTS.items()})

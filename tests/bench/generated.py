"""Texts and projects made for measuring: ordinary prose with many citations, and hostile texts."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from building import ROOT
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.law.corpus_source import load_corpus
from vanban.page.linking import href

ARTICLES = 25  # of one instrument
CLAUSES = 4  # of one article
PARAGRAPHS = 5  # of one clause
# Three citing sentences a paragraph, two citations each: 4 x 5 x 6 = 120 a page.
CHECKED = date(2026, 8, 14)
EVIDENCE = f"{{chac-chan: stated, kiem-tra: {CHECKED}, nguon: [tự đặt để đo]}}"

PLAIN = (
    "Buổi sáng, cô hiệu trưởng nhắc cả trường đọc kỹ trước khi chia sẻ một tin lạ.",
    "Mỗi tổ tự xem lại nhóm trò chuyện của mình và gỡ những gì không nên có ở đó.",
    "Phụ huynh hỏi, giáo viên trả lời bằng lời lẽ nhã nhặn, không đưa tên học sinh.",
    "Ảnh chụp trong lớp chỉ đăng khi gia đình đã đồng ý và chỉ trong thời gian cần thiết.",
    "Người trực ghi vào sổ giờ nhận tin, nơi tin xuất hiện và việc đã làm ngay lúc ấy.",
)
CITING = (
    "Việc này nói ở khoản {c} Điều {a} và điểm b khoản {d} Điều {b} Nghị định số {n}.",
    "Theo Điều {a} Nghị định {n}, ta tự chịu trách nhiệm; xem khoản {c} Điều {b} Nghị định {n}.",
    "Đối chiếu khoản {c} Điều {a} với khoản {d} Điều {b} Nghị định số {n} rồi hãy kết luận.",
)


def number(instrument: int) -> str:
    return f"{1000 + instrument}/2020/NĐ-CP"


def paragraph(choose: random.Random, count: int) -> str:
    """Three citing sentences (two citations each) between plain ones."""
    sentences = []
    for form in CITING:
        sentences.append(choose.choice(PLAIN))
        sentences.append(
            form.format(
                a=choose.randint(1, ARTICLES),
                b=choose.randint(1, ARTICLES),
                c=choose.randint(1, CLAUSES),
                d=choose.randint(1, CLAUSES),
                n=number(choose.randrange(count)),
            )
        )
    return " ".join(sentences)


def article(choose: random.Random, number_: int, count: int) -> str:
    parts = [f"# Điều {number_}. Điều đặt ra để đo"]
    for clause in range(1, CLAUSES + 1):
        parts.append(f"## Khoản {clause}")
        parts += [paragraph(choose, count) for _ in range(PARAGRAPHS)]
    return "\n\n".join(parts) + "\n"


def van_ban(instrument: int) -> str:
    rows = "".join(
        f"    - {{so: {n}, ten: Điều đặt ra để đo, khoan: {{1: abc, 2: abc, 3: abc, 4: abc}}}}\n"
        for n in range(1, ARTICLES + 1)
    )
    return (
        f"loai: Nghị định\nso: {number(instrument)}\nma: do{instrument}\nten: Đặt ra để đo\n"
        f"ban-hanh: 2020-01-15\ncan-cu: {EVIDENCE}\nnoi-dung: {EVIDENCE}\n"
        f"hieu-luc: {{trang-thai: con, tu: 2020-03-01, {EVIDENCE[1:]}\n"
        f"muc-luc:\n  day-du: true\n  dieu:\n{rows}"
    )


def make_projects(folder: Path, pages: int) -> tuple[Path, Path, Path, Path]:
    """Four projects over the same pages, in this order.

    Ours; for stock Material the same links written by hand as Markdown; these and the search
    that stock Material has; and the bare text, in which it makes no links at all.
    """
    ours, linked, stock = folder / "ours", folder / "linked", folder / "stock"
    searched = folder / "searched"
    choose = random.Random(pages)
    count = pages // ARTICLES
    docs = ours / "docs"
    (docs / "van-ban").mkdir(parents=True)
    (docs / "index.md").write_text("# Trang đo\n\nTrang đầu.\n", encoding="utf-8")
    (docs / "van-ban" / "index.md").write_text("# Văn bản\n\nDanh sách.\n", encoding="utf-8")
    for instrument in range(count):
        home = docs / "van-ban" / f"nghi-dinh-{1000 + instrument}-2020-nd-cp"
        home.mkdir()
        (home / "van-ban.yml").write_text(van_ban(instrument), encoding="utf-8")
        (home / "index.md").write_text(f"# Nghị định {number(instrument)}\n\nĐo.\n", "utf-8")
        for n in range(1, ARTICLES + 1):
            page = home / f"dieu-{n}.md"
            page.write_text(article(choose, n, count), encoding="utf-8")
    write_projects(folder)
    shutil.copytree(docs, linked / "docs")
    link_by_hand(linked / "docs")
    shutil.copy2(stock / "mkdocs.yml", linked / "mkdocs.yml")
    shutil.copytree(linked, searched)
    settings = yaml.safe_load((linked / "mkdocs.yml").read_text(encoding="utf-8"))
    write_settings(searched, settings | {"plugins": ["search"]})
    return ours, linked, searched, stock


def write_projects(folder: Path) -> tuple[Path, Path]:
    """A project of our own over the pages of ``ours/docs``, and one for stock Material."""
    ours, stock = folder / "ours", folder / "stock"
    shutil.copytree(ours / "docs", stock / "docs")
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "hooks", ours / "hooks", ignore=ignore)
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["extra"].pop("menu")  # which names pages that are not here
    write_settings(ours, config)
    ledger = [sys.executable, "hooks", "ledger", "--yes"]
    subprocess.run(ledger, cwd=ours, check=True, capture_output=True)
    for key in ("hooks", "watch", "extra_css", "extra_javascript"):
        config.pop(key, None)
    config["theme"].pop("custom_dir")
    write_settings(stock, config)
    return ours, stock


def write_settings(project: Path, config: dict[str, Any]) -> None:
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")


def link_by_hand(docs: Path) -> None:
    """Write every citation as ``[words](page.md#id)``, and every unit heading with its id."""
    corpus = load_corpus(docs)
    graph = build_graph(corpus, Engine(corpus), CHECKED)
    for path, page in corpus.pages.items():
        lines = page.text.split("\n")
        mentions = [m for m in graph.mentions if m.page == path and m.citation.target]
        for mention in sorted(mentions, key=lambda m: (m.line, m.col), reverse=True):
            target, words = mention.citation.target, mention.citation.text
            assert target is not None
            # by hand there is no anchor for a điểm that the page does not word
            to = href(corpus, path, target).partition("-diem-")[0]
            line, at = lines[mention.line - 1], mention.col - 1
            lines[mention.line - 1] = f"{line[:at]}[{words}]({to}){line[at + len(words) :]}"
        for number, line in enumerate(lines):
            if line.startswith("# Điều "):
                article = line.split()[2].rstrip(".")
                lines[number] = f"{line} {{#dieu-{article}}}"
            elif line.startswith("## Khoản "):
                lines[number] = f"{line} {{#dieu-{article}-khoan-{line.split()[2]}}}"
        (docs / path).write_text("\n".join(lines), encoding="utf-8")


def of_size(megabytes: float, make: Callable[[], Iterator[str]]) -> str:
    """A text of so many MB of UTF-8, whole pieces only."""
    wanted, pieces = megabytes * 1_000_000, []
    for piece in make():
        pieces.append(piece)
        wanted -= len(piece.encode())
        if wanted <= 0:
            break
    return "".join(pieces)


def ordinary() -> Iterator[str]:
    """Prose as above, citing instruments that the real corpus holds."""
    choose = random.Random(1)
    held = ("72/2013/NĐ-CP", "147/2024/NĐ-CP", "27/2018/NĐ-CP", "24/2018/QH14")
    while True:
        text = paragraph(choose, 1).replace(number(0), choose.choice(held))
        yield text + " " + " ".join(choose.sample(PLAIN, 4)) + "\n\n"


def repeated(piece: str) -> Callable[[], Iterator[str]]:
    def pieces() -> Iterator[str]:
        while True:
            yield piece * 100

    return pieces


HOSTILE = (
    "khoản 1, ",
    "khoản ",
    "Điều Điều ",
    "điểm a, b, ",
    "(((",
    "(khoản 1 Điều 1 ",
    "khoản 1 Điều 1) ",
    "từ Điều 1 đến Điều 9999 ",
    "các Điều 1, 2 và ",
    "Nghị định số ",
    "của Luật ",
    "72/2013/",
    "1/1/",
    "\u00a0 \n",
    "a\u0301\u0323",
    "Luật An ninh mạng ",
    # the densest that were found: a unit in every few letters
    "k 1(",
    "k 1-3 (",
    "k1,",
    "Điều 5.1.a ",
    "Điều 1(1)(a)",
    # of 180 more that were tried: those that took longest for each letter
    "k1(",
    "k1+2(",
    "k1.a(",
    "k 1.a-c(",
    "BLHS k1(",
    "k1 LANM(",
    "Luật k1(",
    "Luật An ninh mạng (k1) ",
    # of 500 more: an instrument that is not here in every few letters
    "Luật A\n",
    "Đ8 LANM”",
    "Luật(k1+2, k1-3",
    # of 7,800 more: numbers joined by signs, short paragraphs
    "k1-3\nLANM, ",
    "k1+2-1,2(LANM(",
    "k1 LANM(",
    "k1+2)Luật k1-3 (",
    "đ8-Luật A; ",
    "(BLHS\n\nk1",
    "k1.a)5/2013/NĐ; đ5.1\n\n",
    "5/2013/NĐ\n- đ5.1\nk1-1,2\n",
    # … and the worst: names among years, each of which may set them at another time
    ":)(\n2018 đ5.1\nBLHS",
    "”NĐ 5/2013 đ5.1\nBLHS:",
    # of 7,000 more: mixed runs of units, times beside a name on each side
    "k1.a,k1;+k1Luật A.",
    "\nNĐ 5/2013)k1đ5.1\n BLHS\n",
    "NĐ 5/2013 đ5.1 |BLHS/ k1-3",
    ".5/2013/NĐ| điểm a k1.a,;;",
    "()đ5.1-BLHS",
    "+k1.a+“a)BLHS",
    # of 5,600 more, in a letter
    "2,LANM”Điều 7.",
    "1,2 k1.a k1-3Luật A",
)
AT_HOME = (
    # other papers before units, on the page of a law: what each says is found once
    "(nội quy) Điều 7 ",
    "luật nói điều 7 và ",
    ". Luật. Điều 7",
    # of 700 mixtures that were tried there: lists of units near other papers and years
    "khoản 1 Điều 7 (2018)(các điều 1 và 2\tĐiều 1, 2, 3 và 4: luật này | ",
    '2019,/của Luật.các điều 1 và 2"',
    "Điều 1, 2, 3 và 4; k1-3 (Đ8 năm 2018 Luật bản, ",
    "Điều 1, 2, 3 và 4|2018?",
    'bộ luật"Điều 1, 2, 3 và 4-tiết 1,',
    # without an end of a line: where a line begins was looked for in square time
    "Luật Báo chí cấm. Điều 7 ",
    "“Điều 5. Các hành vi bị cấm tại Luật A nói ",
)
"""Texts for the page of a law; on the others they are no harder than those above."""

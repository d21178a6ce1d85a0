"""A file of the office's own where the site puts one that it makes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from command_line import invented
from editors_words import assert_known
from vanban.law.moves import moves_of

MOVED = "\ntinh-huong/cu/ → tinh-huong/\ntinh-huong/cu.docx → tinh-huong/\n"


@pytest.mark.parametrize(
    "name",
    [
        "404.html",
        "_headers",  # a host reads it
        "du-lieu.zip",
        "thay-doi.xml",
        "api/v1/x.json",
        "API/don.docx",  # one folder with api/ on Windows and macOS
        "Du-Lieu.zip",
        "tap-huan/buoi-5.pptx",  # the slides of a plan
        "tap-huan/cau-hoi/giu-mau.csv",
        "nd44/4/index.html",  # a short address
        "nd44/4/nay/index.html",
        "nd44/4/qr.svg",
        "van-ban/nghi-dinh-44-2024-nd-cp/akn.xml",
        "nd44",  # a file where a folder is to be
        "nd44/4",
        "tinh-huong/cu",
        "assets",
        "tinh-huong/cu/index.html",  # what leads on from where a page was
    ],
)
def test_it_is_told_and_not_replaced_unseen(name: str) -> None:
    project = invented()
    ledger = (project.ledger or "") + MOVED
    project = replace(project, ledger=ledger, files=project.files | {name, "api/trang.md"})
    vars(project)["moves"] = moves_of(project.corpus, ledger, project.given)
    (only,) = project.findings.problems
    assert_known([only])
    assert only.file == f"docs/{name}"
    # another name would be no better there
    assert ("chuyển tệp sang thư mục khác" in only.suggestion) == name.lower().startswith("api/")


def test_other_files_are_free() -> None:
    project = invented()
    names = {"robots.txt", "CNAME", "tap-huan/rieng.pptx", "a/_headers", "nd44/don.docx"}
    project = replace(project, files=project.files | names)
    assert not [one for one in project.findings.problems if "tự làm" in one.message]

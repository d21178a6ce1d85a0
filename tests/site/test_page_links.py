"""Links are told as MkDocs tells them, and nothing that it checks is lost."""

from __future__ import annotations

import logging

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from page_links import Ends, Ways, quickened

PATHS = ("index.md", "a/index.md", "a/mot.md", "a/hai.md", "b/c/ba.md", "b/anh.png", "a/mot/sau.md")
LINKS = (
    *("hai.md", "hai.md#dieu-1", "./hai.md#dieu-1", "mot.md", "#dieu-2", "mot.md#dieu-2"),
    *("../index.md", "../index.md#x", "../b/c/ba.md#dieu-3-khoan-1", "index.md", "../a/hai.md#y"),
    *("mot/sau.md", "../a/mot/sau.md#x", "../mot.md", "../hai.md#x", "sau.md", "../../b/c/ba.md"),
    *("hai.md?tu=1#z", "../b/anh.png", "https://noi-bo.invalid/x.md", "hai.md#c%C3%B3", "./"),
)
WRONG = ("gone.md", "gone.md#a", "/a/hai.md", "hai", "kin.md", "../../../a/hai.md", "../a")


def site(directories: bool) -> tuple[MkDocsConfig, Files]:
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "use_directory_urls": directories})
    config.validate()
    files = [File(path, "docs", "site", directories) for path in PATHS]
    files.append(File("a/kin.md", "docs", "site", directories, inclusion=InclusionLevel.EXCLUDED))
    for file in files:
        file.page = Page(None, file, config) if file.is_documentation_page() else None
    return config, Files(files)


@pytest.mark.parametrize("directories", [True, False])
def test_every_link_is_told_as_mkdocs_tells_it(
    directories: bool, caplog: pytest.LogCaptureFixture
) -> None:
    config, files = site(directories)
    caplog.set_level(logging.INFO, "mkdocs")
    ends: Ends = {}
    ways: Ways = {}
    for page in files.documentation_pages():
        ours, theirs = (_RelativePathTreeprocessor(page, files, config) for _ in range(2))
        quick = quickened(ours, ends, ways)
        for link in (*LINKS, *WRONG, *LINKS):
            assert quick(link) == theirs.path_to_url(link)
            told = [record.message for record in caplog.records]
            assert told[::2] == told[1::2], link
            caplog.clear()
        kept = {file: anchors for file, anchors in ours.links_to_anchors.items() if anchors}
        assert kept == theirs.links_to_anchors

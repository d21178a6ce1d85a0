"""Opened from a disk: the search and the jump box find the same as from a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from browser.conftest import PHONE, Visitor
from building import build, copy_project
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built for a disk: no folders for pages, the index as a script."""
    project = copy_project(tmp_path_factory.mktemp("offline"))
    file = project / "mkdocs.yml"
    config = yaml.safe_load(file.read_text(encoding="utf-8"))
    plugins = config["plugins"]  # a list of names, or a mapping of them to their settings
    config["plugins"] = (
        {"offline": {}, **plugins} if isinstance(plugins, dict) else ["offline", *plugins]
    )
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture
def visitor(chromium: Browser, folder: Path) -> Iterator[Visitor]:
    context = chromium.new_context(**PHONE, locale="vi-VN")  # type: ignore[arg-type]
    context.set_default_timeout(15_000)
    found = Visitor(context.new_page(), folder.as_uri() + "/")
    yield found
    context.close()
    assert found.complaints == []


def test_nothing_is_asked_of_another_host(folder: Path) -> None:
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert "assets/javascripts/iframe-worker.js" in text
    assert "unpkg" not in text


def test_the_jump_box(visitor: Visitor) -> None:
    page = visitor.open("cong-van/index.html")
    page.locator(".nhay-mo").tap()
    page.wait_for_selector("dialog[open]")
    page.keyboard.type("k1 d8 anm")
    option = page.locator("dialog [role=option]").first
    law = f"{visitor.address}van-ban/luat-24-2018-qh14/dieu-8.html#dieu-8-khoan-1"
    assert option.get_attribute("href") == law
    option.tap()
    page.wait_for_url(law)
    assert page.locator(":target").is_visible()


def test_the_search(visitor: Visitor) -> None:
    page: Any = visitor.open("cong-van/index.html")
    page.locator("label.md-header__button[for=__search]").tap()
    field = page.locator(".md-search__input")
    field.fill("khoan 1 dieu 8 luat an ninh mang 2018")
    field.press("End")
    page.wait_for_selector(".md-search-result__link")
    link = page.locator(".md-search-result__link[href*='#dieu-8-khoan-1']").first
    assert "/van-ban/luat-24-2018-qh14/dieu-8.html" in link.get_attribute("href")
    link.tap()
    page.wait_for_url("**/dieu-8.html*#dieu-8-khoan-1")

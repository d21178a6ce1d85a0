"""``hooks publish`` on the invented project, in a folder named as people name folders."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess
from zipfile import ZipFile

import pytest
from building import copy_invented, hooks
from lxml import html


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_invented(tmp_path_factory.mktemp("publish") / "Trang & <b> Của tôi")


def publish(project: Path, to: str) -> CompletedProcess[str]:
    return hooks(project, "publish", to)


def contents(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_publish_and_fail_and_publish(project: Path) -> None:
    done = publish(project, "../trang web")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Đã xuất bản vào ../trang web" in done.stdout
    site = project.parent / "trang web"
    good = contents(site)
    assert good["_headers"].startswith(b"/*\n  Content-Security-Policy: default-src 'none'")

    page = project / "docs" / "gioi-thieu" / "index.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\n[mất](khong-co.md)\n", "utf-8")
    failed = publish(project, "../trang web")
    assert failed.returncode == 1
    assert "docs/gioi-thieu/index.md:" in failed.stderr
    assert "../trang web vẫn như trước" in failed.stderr
    assert contents(site) == good
    page.write_text(text, "utf-8")

    (project / "docs" / "tra-cuu" / "vong").symlink_to("..")
    failed = publish(project, "../trang web")
    assert failed.returncode == 1
    assert "docs/tra-cuu/vong:0:0: liên kết (symlink) này dẫn ngược" in failed.stderr
    (project / "docs" / "tra-cuu" / "vong").unlink()
    assert contents(site) == good
    assert sorted(path.name for path in project.parent.iterdir()) == [project.name, "trang web"]

    refused = publish(project, "docs")
    assert refused.returncode == 2
    assert len(refused.stderr.splitlines()) == 1
    assert "chọn một thư mục trống" in refused.stderr


def test_the_published_site_offers_itself_as_one_file(project: Path) -> None:
    """For a room without a connection: pages that open from a disk, in a ZIP that plans link to."""
    offline = "INHERIT: mkdocs.yml\nuse_directory_urls: false\n"
    (project / "mkdocs.offline.yml").write_text(offline, "utf-8")
    done = publish(project, "../ca goi")
    assert done.returncode == 0, done.stdout + done.stderr
    site = project.parent / "ca goi"
    plan = html.document_fromstring((site / "tap-huan/buoi-5/index.html").read_bytes())
    (link,) = plan.xpath("//section[@class='buoi-cb']//a[contains(@href, '.zip')]/@href")
    packed = (site / "tap-huan/buoi-5" / link.partition("?")[0]).resolve()
    with ZipFile(packed) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
        (inside,) = (name for name in archive.namelist() if name.endswith("tap-huan/buoi-5.html"))
        taken = html.document_fromstring(archive.read(inside))
    assert {"index.html", "DOC-TRUOC.txt", "tap-huan/buoi-5.pptx"} <= names
    assert "không cần mạng" in taken.xpath("//section[@class='buoi-cb']")[0].text_content()
    kept = "".join(file.read_text("utf-8") for file in site.glob("ngoai-tuyen/*.txt"))
    assert "buoi-5/" in kept
    assert packed.name not in kept  # no browser keeps the whole once more

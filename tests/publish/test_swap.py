"""A site is replaced only by a whole one: whatever goes wrong, the old one stands."""

from __future__ import annotations

import errno
import fcntl
import multiprocessing
import os
import shutil
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from building import ROOT
from publish.small_site import site
from vanban.publish.swap import FOOT, MARK, RefusedError, put


def failing(to: Path) -> bool:
    site("nửa chừng")(to)
    return False


def crashing(to: Path) -> bool:
    site("nửa chừng")(to)
    raise OSError(28, "No space left on device")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder where a good site stands, in a folder named as people name folders."""
    found = tmp_path / "Trang & <b> của tôi" / "site"
    assert put(found, site("cũ"))
    return found


def told(place: Path) -> tuple[str, list[str]]:
    """What the front page says, and all that lies beside the site."""
    page = (place / "index.html").read_text("utf-8").partition("<")[0]
    return page, sorted(path.name for path in place.parent.iterdir())


def test_a_new_site_takes_the_whole_place(place: Path) -> None:
    assert put(place, site("giữa", **{"trang-cu/anh__png": "x"}))
    assert (place / "trang-cu").exists()
    assert put(place, site("mới"))
    assert told(place) == ("mới", ["site"])
    assert not (place / "trang-cu").exists()


def test_what_was_put_there_is_listed_in_order(place: Path) -> None:
    listed = (place / MARK).read_text("utf-8").splitlines()
    assert len(listed) == 5
    assert listed == sorted(listed)


def test_what_others_put_into_the_place_is_never_lost(place: Path) -> None:
    """Hidden files of a host go over; anything else stops, and is named."""
    (place / ".well-known").mkdir()
    (place / ".well-known" / "acme").write_text("khóa", "utf-8")
    (place / ".htaccess").write_text("luật của máy chủ", "utf-8")
    (place / ".well-known" / "khoa").symlink_to("acme")
    (place / ".chung").symlink_to(".well-known", target_is_directory=True)
    assert put(place, site("mới"))
    assert (place / ".well-known" / "khoa").readlink() == Path("acme")  # links stay links
    assert (place / ".chung").readlink() == Path(".well-known")
    assert (place / ".well-known" / "acme").read_text("utf-8") == "khóa"
    assert (place / ".htaccess").read_text("utf-8") == "luật của máy chủ"
    (place / "ung-dung").mkdir()
    (place / "ung-dung" / "du-lieu.db").write_text("của người khác", "utf-8")
    with pytest.raises(
        RefusedError, match=r"có ung-dung/du-lieu\.db do nơi khác đặt vào.*xuất bản lại"
    ):
        put(place, site("nữa"))
    assert (place / "ung-dung" / "du-lieu.db").exists()
    assert told(place)[0] == "mới"
    shutil.rmtree(place / "ung-dung")
    (place / "van-ban" / "anh-lop.jpg").write_text("x", "utf-8")
    with pytest.raises(RefusedError, match=r"có van-ban/anh-lop\.jpg do nơi khác"):
        put(place, site("nữa"))
    (place / "van-ban" / "anh-lop.jpg").unlink()
    assert put(place, site("nữa", **{"assets/a.1.css": "b{}"}))


def test_of_a_site_without_a_list_nothing_unknown_is_removed(place: Path) -> None:
    """It was put there by hand, or before there were lists."""
    (place / MARK).unlink()
    (place / "assets/cu.0.css").write_text("a{}", "utf-8")  # of an older version
    (place / "ung-dung").mkdir()
    (place / "ung-dung" / "du-lieu.db").write_text("của người khác", "utf-8")
    with pytest.raises(RefusedError, match=r"có ung-dung mà bản mới không có.*rồi xuất bản lại"):
        put(place, site("mới"))
    assert (place / "ung-dung" / "du-lieu.db").exists()
    assert told(place) == ("cũ", ["site"])
    shutil.rmtree(place / "ung-dung")
    assert put(place, site("mới"))
    assert told(place) == ("mới", ["site"])


def test_a_site_of_others_is_not_taken_for_an_older_one_of_ours(place: Path) -> None:
    """Many builders make just these three names."""
    (place / MARK).unlink()
    (place / "index.html").write_text("Nhà hàng", "utf-8")
    shutil.rmtree(place / "van-ban")
    with pytest.raises(RefusedError, match=r"có một trang web khác: không có tệp \.xuat-ban"):
        put(place, site("mới"))
    assert told(place) == ("Nhà hàng", ["site"])
    before = place.rename(place.with_name(".site.cu"))
    with pytest.raises(RefusedError, match="không rõ là của ai"):
        put(place, site("mới"))
    assert (before / "index.html").read_text("utf-8") == "Nhà hàng"


def test_every_page_says_what_a_site_is_known_by() -> None:
    theme = ROOT / "hooks" / "theme" / "partials" / "footer.html"
    assert FOOT in theme.read_text("utf-8")


@pytest.mark.parametrize("name", [".site.moi-cua-ai", ".site.cu"])
def test_folders_of_others_beside_it_are_left_alone(place: Path, name: str) -> None:
    other = place.with_name(name)
    other.mkdir()
    (other / "anh.jpg").write_text("x")
    if name == ".site.cu":  # told before the long build
        with pytest.raises(RefusedError, match=r"\.site\.cu không rõ là của ai"):
            put(place, crashing)
    else:
        assert put(place, site("mới"))
    assert (other / "anh.jpg").exists()
    assert (place / "index.html").exists()


@pytest.mark.parametrize("marked", [True, False])
def test_what_others_put_there_meanwhile_is_never_lost(place: Path, marked: bool) -> None:
    """A build takes a minute, and somebody uploads a file in that minute."""
    if not marked:
        (place / MARK).unlink()

    def build(to: Path) -> bool:
        (place / "van-ban" / "cong-khai.pdf").write_text("của người khác", "utf-8")
        return site("mới")(to)

    with pytest.raises(RefusedError, match=r"có van-ban/cong-khai\.pdf do nơi khác đặt vào"):
        put(place, build)
    assert (place / "van-ban" / "cong-khai.pdf").exists()
    assert told(place) == ("cũ", ["site"])


@pytest.mark.parametrize("name", [".site.cu", ".site.moi-abc"])
def test_what_a_link_beside_it_leads_to_is_left_alone(place: Path, name: str) -> None:
    """It leads to a whole site with its mark, and is no folder of ours all the same."""
    backup = place.parent / "ban-luu"
    shutil.copytree(place, backup)
    stood = sorted(backup.rglob("*"))
    place.with_name(name).symlink_to(backup, target_is_directory=True)
    if name == ".site.cu":
        with pytest.raises(RefusedError, match=r"\.site\.cu không rõ là của ai"):
            put(place, crashing)
    else:
        assert put(place, site("mới"))
    assert sorted(backup.rglob("*")) == stood
    assert (place / "index.html").exists()


def test_no_whole_disk_is_replaced() -> None:
    with pytest.raises(RefusedError, match="cả một ổ đĩa"):
        put(Path("/"), site("mới"))


def test_where_a_disk_is_attached_is_told_before_the_long_build(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a container's volume nothing can take the place, and the system says so in English."""
    attached = place.resolve()
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == attached)
    with pytest.raises(RefusedError, match="chọn một thư mục bên trong"):
        put(place, crashing)
    assert told(place) == ("cũ", ["site"])
    assert put(place / "trong", site("mới"))


def test_killed_before_it_had_a_mark(place: Path) -> None:
    place.with_name(".site.moi-abc").mkdir()
    assert put(place, site("mới"))
    assert told(place) == ("mới", ["site"])


def test_a_failed_build_leaves_the_old_site(place: Path) -> None:
    assert not put(place, failing)
    assert told(place) == ("cũ", ["site"])
    with pytest.raises(OSError, match="No space"):
        put(place, crashing)
    assert told(place) == ("cũ", ["site"])


@pytest.mark.parametrize(
    ("lost", "words"),
    [
        ("index.html", "không có index.html"),
        ("404.html", "404.html"),
        ("assets/a.1.css", "a.1.css"),
    ],
)
def test_a_site_that_is_not_whole_is_refused(place: Path, lost: str, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        put(place, site("mới", **{lost: None}))
    assert told(place) == ("cũ", ["site"])


def test_nothing_but_a_site_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh" / "lop-9a.jpg").write_text("x")
    with pytest.raises(RefusedError, match=r"lop-9a\.jpg.*thư mục trống"):
        put(tmp_path / "anh", site("mới"))
    with pytest.raises(RefusedError, match="là một tệp"):
        put(tmp_path / "anh" / "lop-9a.jpg", site("mới"))
    (tmp_path / "vong").symlink_to("vong")
    with pytest.raises(RefusedError, match="dẫn vòng"):
        put(tmp_path / "vong", site("mới"))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["anh", "lop-9a.jpg", "vong"]
    (tmp_path / "trong").mkdir()
    assert put(tmp_path / "trong", site("mới"))


def test_a_link_to_a_site_stays_a_link(place: Path, tmp_path: Path) -> None:
    (tmp_path / "www").symlink_to(place, target_is_directory=True)
    assert put(tmp_path / "www", site("mới"))
    assert (tmp_path / "www").is_symlink()
    assert told(place)[0] == "mới"


def test_a_web_server_can_read_it_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        assert put(tmp_path / "site", site("mới"))
    finally:
        os.umask(before)
    modes = {
        (path.is_dir(), stat.S_IMODE(path.stat().st_mode))
        for path in (tmp_path / "site", *(tmp_path / "site").rglob("*"))
    }
    assert modes == {(True, 0o755), (False, 0o644)}


def _slowly(place: Path) -> None:
    def build(to: Path) -> bool:
        site("nửa chừng")(to)
        (place.parent / "đang dựng").touch()
        time.sleep(600)
        return True

    put(place, build)


def test_a_killed_run_leaves_the_old_site_and_the_next_run_tidies(place: Path) -> None:
    run = multiprocessing.get_context("fork").Process(target=_slowly, args=(place,), daemon=True)
    run.start()
    while not (place.parent / "đang dựng").exists():
        time.sleep(0.01)
    with pytest.raises(RefusedError, match="lần xuất bản khác"):
        put(place, site("mới"))
    run.kill()
    run.join()
    (place.parent / "đang dựng").unlink()
    assert told(place)[0] == "cũ"
    assert put(place, site("mới"))
    assert told(place) == ("mới", ["site"])


@pytest.mark.parametrize("new", [failing, site("mới")])
def test_killed_between_out_and_in(place: Path, new: Callable[[Path], bool]) -> None:
    """The old site was on its way out and no new one was in: it goes back first."""
    place.rename(place.with_name(".site.cu"))
    done = put(place, new)
    assert told(place) == ("mới" if done else "cũ", ["site"])


@pytest.mark.parametrize("name", [".site.cu", ".site.moi-abc"])
def test_killed_while_the_old_site_was_being_removed(
    place: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left is half a site. It is in nobody's way, and the next run removes the rest."""
    left = place.with_name(name)
    shutil.copytree(place, left)

    def killed(path: Path, **_: object) -> None:
        (Path(path) / "a.1.css").unlink(missing_ok=True)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", killed)
        with pytest.raises(KeyboardInterrupt):
            put(place, site("mới"))
    for path in left.iterdir():  # as far as it may come
        if path.name != MARK and path.is_file():
            path.unlink()
    assert left.exists()
    assert put(place, site("mới"))
    assert told(place) == ("mới", ["site"])


@pytest.mark.parametrize(
    "name", ["tinh-huong/moi/index.html", "tap-huan/buoi-1.pptx", "tap-huan/don.pdf"]
)
@pytest.mark.parametrize("marked", [True, False])
def test_an_older_project_takes_no_published_address_away(
    place: Path, name: str, marked: bool
) -> None:
    """An edit was taken back with its lines of the ledger, or a second computer is behind."""
    files = {
        name.replace(".", "__"): "x",
        "tinh-huong/index__html": "x",
        "tap-huan/index__html": "x",
    }
    assert put(place, site("mới", **files))
    if not marked:
        (place / MARK).unlink()
    address = name.removesuffix("index.html")
    with pytest.raises(RefusedError, match=rf"1 địa chỉ mà bản mới không có, ví dụ {address}\. "):
        put(place, site("quay lại", **(files | {next(iter(files)): None})))
    assert told(place) == ("mới", ["site"])
    assert put(place, site("mới hơn", **files))


def test_slides_may_lead_on_and_come_back(place: Path) -> None:
    """Where slides have moved, the page that leads on stands in a folder of their name."""
    deck, page = {"a__pptx": "x"}, {"a__pptx/index__html": "x"}
    for files in (deck, page, deck):
        assert put(place, site("mới", **files))


class _Other:
    """Another user's folder below a site: nothing in it can be removed."""

    def __init__(self, name: str) -> None:
        self.name, self.rmtree = name, shutil.rmtree

    def __call__(self, path: Path, **how: bool) -> None:
        kept = any(Path(path).rglob(self.name)) or Path(path).name == self.name
        if not kept:
            self.rmtree(path, **how)


def test_what_only_another_user_may_remove_stops_no_later_run(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fetches certificates as root leaves such a folder, and its copy is ours."""
    (place / ".well-known" / "acme-challenge").mkdir(parents=True)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", _Other("acme-challenge"))
        for words in ("hai", "ba", "bốn"):
            assert put(place, site(words))
            assert told(place)[0] == words
        assert any(name.startswith(".site.") for name in told(place)[1])
    assert put(place, site("mới"))
    assert told(place) == ("mới", ["site"])  # as soon as it may be


def test_a_share_that_locks_no_folder_is_published_to(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NFS and SMB want a file that is open for writing, which no folder can be: flock(2)."""

    def refuses(*_: object) -> None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))

    monkeypatch.setattr(fcntl, "flock", refuses)
    assert put(place, site("mới"))
    assert told(place) == ("mới", ["site"])


def test_the_new_site_lies_on_the_disk_before_the_old_one_goes(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(os, "sync", lambda: seen.append(told(place)[0]))
    assert put(place, site("mới"))
    assert seen == ["cũ"]

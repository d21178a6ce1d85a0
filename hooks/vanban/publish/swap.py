"""A new site takes the place of the old one at once, and only when it is whole.

It is built in a hidden folder beside the old one, looked over, made readable for a web server, and
then put in place by renaming. Whatever goes wrong before, the old site stands as it was.

Pages that are being read, or that a browser keeps, fetch parts of theirs when they are wanted, by
names after contents. So the assets of the site that is replaced stay beside the new ones for one
round; no page of the new one names them.

The old site is renamed out and the new one in. A machine that stops between the two has no site
there, but the whole old one beside it (``.site.cu``): the next run puts that back before all else.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

FOLDER_MODE, FILE_MODE = 0o755, 0o644
_ASSET = re.compile(r'(?:src|href)="(?![^":?#]*://)[^"?#]*?(assets/[^"?#]+)')
_OURS = ("index.html", "404.html", "assets")
"""What stands in every site of ours; a folder without it is not replaced."""
MARK = ".xuat-ban"
"""The file that lists the files that we put into a folder, one path a line; servers hide it.

Below an empty line stand the assets of the site before, which go with the next.
"""
_ASSETS = "assets/"
FOOT = "Tham khảo, không phải bản chính thức"
"""What every page of ours has said since the first one: sites were put in place before there were
marks, or by hand, and any other site may have those three names.
"""
_PAGE = "/index.html"
_DOCUMENTS = ("docx", "doc", "docm", "dotx", "odt", "rtf", "pdf", "xlsx", "xlsm", "xls", "ods")
_OTHERS = ("pptx", "ppsx", "ppt", "odp", "epub", "zip", "rar", "7z", "mp3", "m4a", "mp4", "webm")
_GIVEN = re.compile(
    rf"[a-z0-9]+(?:[-_./][a-z0-9]+)*(?<!\.qti)\.(?:{'|'.join((*_DOCUMENTS, *_OTHERS))})"
)
"""Files to take away, whose addresses are sent on as pages' are."""
_LEFT_BY_SYSTEMS = frozenset({".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini"})
_MADE = re.compile(r"[^/]+\.zip|(?:assets|api|ngoai-tuyen)/.*")
"""What the site makes of itself and of its data: names there change with what is in them."""

_NO_LOCKS = frozenset(
    {errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS, errno.EACCES}
)
"""What a share of a network says when a folder is to be locked: flock(2), NFS and CIFS."""


class RefusedError(Exception):
    """A site that is not put in place; told in one Vietnamese line."""


def put(to: Path, build: Callable[[Path], bool]) -> bool:
    """Have a site built aside and put it at ``to``; False where the building failed.

    ``build`` fills an empty folder and says whether it came to a good end. RefusedError where
    ``to`` holds something that is no site or not ours, or the new site is not whole; OSError where
    the folder cannot be written. In all these cases what stood at ``to`` still stands there.
    Hidden files of others (``.well-known``, ``.git``) go over into the new site.
    """
    try:
        place = to.resolve()
    except RuntimeError:  # what Python 3.11 and 3.12 make of a link that leads to itself
        raise RefusedError(f"{to} là liên kết (symlink) dẫn vòng: chọn một thư mục") from None
    if not place.name:
        raise RefusedError(f"{place} là cả một ổ đĩa: chọn một thư mục")
    if os.path.ismount(place):  # a volume of a container, say: nothing can take its place
        raise RefusedError(f"{place} là chỗ gắn một ổ đĩa (mount): chọn một thư mục bên trong")
    place.parent.mkdir(parents=True, exist_ok=True)
    with alone(place.parent):
        _tidy(place)
        listed = _listed(place)
        _check_replaceable(place, listed)
        aside = Path(tempfile.mkdtemp(prefix=_aside(place), dir=place.parent))
        (aside / MARK).touch()  # also what is killed half-way can be told from others' folders
        try:
            if not build(aside):
                return False
            missing = next(faults(aside), None)
            if missing:
                raise RefusedError(missing)
            _check_replaceable(place, listed)  # building takes its time, and others work meanwhile
            _check_unmarked(place, aside)
            _check_addresses(place, listed, aside)
            own = _files(aside)
            left = _carry_assets(place, aside)
            (aside / MARK).write_text(_lines(own) + (f"\n{_lines(left)}" if left else ""), "utf-8")
            make_readable(aside)
            _carry_hidden(place, aside)
            if hasattr(os, "sync"):
                os.sync()  # else a power cut soon after leaves a new site of empty files
            _swap(aside, place)
        finally:
            _remove(aside)
    return True


def faults(site: Path) -> Iterator[str]:
    """What a built site lacks: its front page, its page for lost readers, files that pages name."""
    for name in _OURS:
        if not (site / name).exists():
            yield f"bản vừa dựng không có {name}"
    known: dict[str, bool] = {}
    for page in sorted(site.rglob("*.html")):
        for asset in _ASSET.findall(page.read_text(encoding="utf-8")):
            if asset not in known:
                known[asset] = (site / asset).is_file()
            if not known[asset]:
                yield f"{page.relative_to(site).as_posix()} cần {asset}, mà bản vừa dựng không có"


def make_readable(site: Path) -> None:
    """Modes for a web server that is another user, whatever the mask of who builds."""
    for path in (site, *site.rglob("*")):
        if not path.is_symlink():
            path.chmod(FOLDER_MODE if path.is_dir() else FILE_MODE)


def _listed(place: Path) -> frozenset[str]:
    """The files that are ours to replace; of a site without a mark all that stand there now."""
    mark = place / MARK
    if mark.exists():
        return frozenset(mark.read_text("utf-8").split("\n"))
    return frozenset(_files(place) if place.is_dir() else ())


def _check_replaceable(place: Path, listed: Set[str]) -> None:
    if not place.exists():
        return
    if not place.is_dir():
        raise RefusedError(f"{place} là một tệp: chọn một thư mục")
    inside = sorted(path.name for path in place.iterdir())
    if inside and not set(_OURS) <= set(inside):
        raise RefusedError(
            f"{place} có những tệp không phải của trang này (ví dụ {inside[0]}), "
            "mà xuất bản thì thay cả thư mục: chọn một thư mục trống"
        )
    if inside and not _is_ours(place):
        raise RefusedError(
            f"{place} có một trang web khác: không có tệp {MARK}, trang đầu cũng không phải của"
            " trang này. Chọn một thư mục trống; nếu trang ấy bỏ được thì tự xóa nó trước"
        )
    foreign = sorted(one for one in _files(place) - listed if not _is_left(one))
    if foreign:
        raise RefusedError(
            f"{place} có {foreign[0]} do nơi khác đặt vào, mà xuất bản thì thay cả thư mục: "
            "chuyển nó đi, rồi xuất bản lại"
        )


def _is_left(path: str) -> bool:
    """Whether a system left the file in a folder that somebody looked at: it is nobody's."""
    last = path.rpartition("/")[2].lower()
    return last in _LEFT_BY_SYSTEMS or last.startswith("._")


def _is_ours(site: Path) -> bool:
    """Whether a whole site is known for ours: by its mark, else by what its front page says."""
    if (site / MARK).exists():
        return True
    try:
        return FOOT in (site / _OURS[0]).read_text("utf-8", errors="replace")
    except OSError:
        return False


def _check_unmarked(place: Path, new: Path) -> None:
    """Of a site put there without a mark, what has no counterpart in the new one may be anybody's.

    Only the top is compared: names in ``assets`` change with what is in them.
    """
    if not place.exists() or (place / MARK).exists():
        return
    unknown = sorted(one for one in _top(place) - _top(new) if not _is_left(one))
    if unknown:
        raise RefusedError(
            f"{place} có {unknown[0]} mà bản mới không có, không rõ là của ai: "
            "chuyển nó đi, hoặc xóa nếu là của bản cũ, rồi xuất bản lại"
        )


def taken_away(listed: Set[str], new: Path) -> list[str]:
    """The addresses of a site, whose files are ``listed``, that a new one has not, sorted.

    Every address of the old one is one of the new, if only to lead on. The ledger sees to that as
    long as it is the newest: an edit that was taken back (``git revert``), an older copy of the
    project or a second computer that is behind has a ledger that is whole and knows nothing of
    what was published since.
    """
    return sorted(
        name.removesuffix(_PAGE[1:])
        for name in listed
        if (name.endswith(_PAGE) or (_GIVEN.fullmatch(name) and not _MADE.fullmatch(name)))
        and not (new / name).exists()
        and not (new / name).parent.is_file()  # a file that came back to where a page led on
    )


def _check_addresses(place: Path, listed: Set[str], new: Path) -> None:
    if gone := taken_away(listed, new):
        raise RefusedError(
            f"{place} có {len(gone)} địa chỉ mà bản mới không có, ví dụ {gone[0]}."
            " Nội dung ở đây cũ hơn bản đã xuất bản thì lấy lại bản mới nhất của docs và của sổ"
            " địa chỉ; trang, tệp cố ý bỏ thì ghi trong sổ nơi địa chỉ ấy dẫn tới. Chỉ khi chưa ai"
            " có những địa chỉ ấy mới xóa cả thư mục này rồi xuất bản lại"
        )


def _lines(names: Set[str]) -> str:
    return "".join(f"{name}\n" for name in sorted(names))


def _top(site: Path) -> set[str]:
    """The names at the top of a site that are not hidden."""
    return {path.name for path in site.iterdir() if not path.name.startswith(".")}


def _files(site: Path) -> set[str]:
    """The paths of all files of a site but for what is hidden at its top."""
    return {
        path.relative_to(site).as_posix()
        for name in _top(site)
        for path in (site / name, *(site / name).rglob("*"))
        if path.is_symlink() or not path.is_dir()
    }


def _carry_assets(old: Path, new: Path) -> set[str]:
    """Copy the assets of a site that the new one has not; their paths.

    Those that the old site had only from the one before are left behind, unless its own are all in
    the new one: then that is the same once more, and no round has passed. Of a site without a mark
    nothing is taken: whose it is nobody knows.
    """
    mark = old / MARK
    text = mark.read_text("utf-8") if mark.exists() else ""
    own, _, before = (part.split("\n") for part in text.partition("\n\n"))
    return _carried(old, new, own) or _carried(old, new, before)


def _carried(old: Path, new: Path, names: list[str]) -> set[str]:
    carried: set[str] = set()
    for name in names:
        there, here = old / name, new / name
        if not name.startswith(_ASSETS) or os.path.lexists(here) or there.is_symlink():
            continue
        with suppress(FileExistsError, NotADirectoryError, FileNotFoundError):
            here.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(there, here)
            carried.add(name)
    return carried


def _carry_hidden(old: Path, new: Path) -> None:
    """Copy what others keep hidden in a site: no page of ours has such a name."""
    for path in old.glob(".*") if old.exists() else ():
        if path.name == MARK:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True)
            for one in path.rglob("*"):
                _give_back(one, new / one.relative_to(old))
        else:
            shutil.copy2(path, new / path.name, follow_symlinks=False)
        _give_back(path, new / path.name)


def _give_back(old: Path, new: Path) -> None:
    """A copy belongs to whom the original did: a certificate program writes into its folder.

    Only root may give files away, and in some containers not even root: whoever may not owns what
    he copies.
    """
    if sys.platform != "win32" and os.geteuid() == 0:
        was = old.lstat()
        with suppress(OSError):
            os.chown(new, was.st_uid, was.st_gid, follow_symlinks=False)
        if not new.is_symlink():
            new.chmod(was.st_mode & 0o7777)  # (giving a file away takes some of its bits)


def _aside(place: Path) -> str:
    return f".{place.name}.moi-"


def _before(place: Path) -> Path:
    return place.with_name(f".{place.name}.cu")


def _tidy(place: Path) -> None:
    """What a run left behind that was killed; the old site goes back if it was on its way out."""
    before = _before(place)
    if before.exists() and not before.is_symlink():
        whole = all((before / name).exists() for name in _OURS) and _is_ours(before)
        if whole and not place.exists():
            before.rename(place)
        elif whole or (before / MARK).exists():
            _remove(before)
            if before.exists():  # it holds what only another user may remove
                before.rename(_free(place))
    if before.exists() or before.is_symlink():
        raise RefusedError(f"{before} không rõ là của ai, mà xuất bản cần chỗ ấy: chuyển nó đi")
    tidy(place.parent, _aside(place))


def _free(place: Path) -> Path:
    """A name beside a site that nobody has, known for ours."""
    found = Path(tempfile.mkdtemp(prefix=_aside(place), dir=place.parent))
    found.rmdir()
    return found


def tidy(folder: Path, prefix: str) -> None:
    """Remove what killed runs of ours left in a folder: all that begins so and bears our mark."""
    for left in folder.glob(f"{prefix}*"):
        if left.is_symlink():
            continue
        if (left / MARK).exists():
            _remove(left)
        else:
            with suppress(OSError):
                left.rmdir()  # killed before it was marked: ours if it is empty, else anybody's


def _remove(folder: Path) -> None:
    """Remove a folder of ours, its mark last: what is killed half-way is still known for ours.

    What cannot be removed stays for the next run: the new site stands by then, or the old one does.
    """
    if not folder.exists():
        return
    with suppress(OSError):
        (folder / MARK).touch()
    with suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != MARK:
                path.unlink(missing_ok=True)
        if [path.name for path in folder.iterdir()] == [MARK]:
            shutil.rmtree(folder, ignore_errors=True)


def _swap(aside: Path, place: Path) -> None:
    before = _before(place)
    if place.exists():
        place.rename(before)
    try:
        aside.rename(place)
    except OSError:
        if before.exists():
            before.rename(place)
        raise
    _remove(before)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """No second run works in this folder meanwhile. The lock goes with the process.

    RefusedError where one does. Shares of a network (NFS, SMB) lock no folder: nobody is told.
    """
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefusedError(f"đang có một lần xuất bản khác vào {folder}: đợi nó xong") from None
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        yield
    finally:
        os.close(handle)

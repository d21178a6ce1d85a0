"""Links, pictures and notes that an editor writes by hand: each must lead somewhere.

MkDocs checks the same while it builds, as a second net; here the problem has its line,
and the nearest page or anchor that exists.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from ..law.problems import Problem
from .linking import relative
from .nearest import nearest
from .source import Source

_TEXT = r"(?:[^\[\]\n]|\n(?!\n)|\[[^\[\]\n]*\])*"
_INLINE = re.compile(
    rf"(?P<image>!?)\[{_TEXT}\]\((?P<to>(?:[^()\n]|\([^()\n]*\))*)\)(?:\{{[^{{}}\n]*\}})?"
)
_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*$")
_DEFINED = re.compile(r"^[ ]{0,3}\[(?P<id>[^\]^\n][^\]\n]*)\]:[ \t]*(?P<to>\S+)", re.MULTILINE)
_REFERRED = re.compile(r"(?<!\\)!?\[(?P<text>[^\[\]\n]+)\]\[(?P<id>[^\[\]\n]*)\]")
_NOTE = re.compile(r"\[\^(?P<id>[^\]\n]+)\](?P<colon>:?)")
_ESCAPED = re.compile(r"\\[\[\]()!]|\\\\(?=\\*[\[\]()!])")
"""Signs that a backslash takes their meaning from, and the backslash that is one itself."""
_HTML = re.compile(
    r"<(?P<tag>a|img)\b[^<>]*?\b(?P<key>href|src)\s*=\s*[\"']?(?P<to>[^\"'<>\s]*)", re.IGNORECASE
)
_APART = re.compile(
    r"\][ \t]+\((?P<to>https?://[^()\s]+"
    r"|[^()\s]+\.(?:md|html?|png|jpe?g|svg|webp|pdf|docx?)\b[^()\n]*)\)"
)
_TURNED = re.compile(
    r"\([^()\n]+\)\[(?P<to>https?://[^\[\]\s]+|[^\[\]\s]+\.(?:md|docx?|pdf)[^\[\]\s]*)\]"
)
_UNCLOSED = re.compile(r"\]\((?P<to>[^()\s]+\.md(?:#[^()\s]*)?)(?=[^)\n]*(?:\n|\Z))(?![^()\n]*\))")
_SCHEME = re.compile(r"^(?P<scheme>[a-zA-Z][\w+.-]*):")
_SCHEMES = ("https", "http", "mailto", "tel")
_ON_DISK = re.compile(r"^(?:[a-zA-Z]:[\\/]|file:)")
_HERE = re.compile(r"^https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?:[:/]|$)", re.IGNORECASE)
_HOST = re.compile(r"^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net)(?:/|$))", re.IGNORECASE)


@dataclass(frozen=True)
class Files:
    """What a link may lead to.

    ``names`` are all files below ``docs`` (and those that the build makes beside them);
    ``anchors`` gives the ids of a page by its path, as the built page will have them.
    """

    names: frozenset[str]
    anchors: Callable[[str], Set[str]]


def check(source: Source, page: str, files: Files, file: str) -> Iterator[Problem]:
    """Every link of one page that leads nowhere, or that Markdown would not read as a link."""
    for offset, told in sorted(_told(source, page, files)):
        place = source.place(offset)
        yield Problem(file, place.line, place.col, *told)


def ends(source: Source, page: str) -> Iterator[str]:
    """The path below ``docs`` to which each link of ``page`` to a file leads."""
    prose = _escaped(source)
    for found in (*_INLINE.finditer(prose), *_DEFINED.finditer(prose)):
        target = _target(found)
        path = _path(target.partition("#")[0])
        if path and not _SCHEME.match(target):
            yield _where(path, page)


def _escaped(source: Source) -> str:
    return _ESCAPED.sub("··", source.prose)  # as long as it was: offsets stay


def _target(found: re.Match[str]) -> str:
    """Where a link leads, as it is written, without its title."""
    return _TITLE.sub("", found["to"]).strip().removeprefix("<").removesuffix(">")


def _path(target: str) -> str:
    return unicodedata.normalize("NFC", unquote(target.partition("?")[0]))


def _where(path: str, page: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def _told(source: Source, page: str, files: Files) -> Iterator[tuple[int, tuple[str, str]]]:
    prose = _escaped(source)
    if "[" not in prose and "<" not in prose:
        return
    judged = cache(lambda target, image: judge(target, page, files, image))
    for found in _INLINE.finditer(prose):
        yield from _at(found.start(), judged(_target(found), bool(found["image"])))
    for found in _DEFINED.finditer(prose):
        yield from _at(found.start("to"), judge(found["to"].strip("<>"), page, files))
    known = {_key(found["id"]) for found in _DEFINED.finditer(prose)}
    for found in _REFERRED.finditer(prose):
        name = found["id"] or found["text"]
        if _key(name) not in known and not prose.startswith("(", found.end()):
            message = f"không có dòng [{name}]: … cho đường dẫn này"
            yield found.start(), (message, f"viết: [{found['text']}](trang.md)")
    yield from _notes(prose)
    for found in _HTML.finditer(prose):
        yield from _at(found.start("to"), _judge_html(found, page, files))
    for pattern, message in _SLIPS:
        for found in pattern.finditer(prose):
            yield found.start(), (message, f"viết liền: [chữ]({found['to']})")


_SLIPS = (
    (_APART, "giữa ] và ( có khoảng trắng nên không thành đường dẫn"),
    (_TURNED, "ngoặc tròn và ngoặc vuông đổi chỗ nên không thành đường dẫn"),
    (_UNCLOSED, "đường dẫn chưa khép ngoặc"),
)


def _at(offset: int, told: tuple[str, str] | None) -> Iterator[tuple[int, tuple[str, str]]]:
    if told:
        yield offset, told


def _notes(prose: str) -> Iterator[tuple[int, tuple[str, str]]]:
    notes = list(_NOTE.finditer(prose))
    lines = [one for one in notes if one["colon"] and _line_start(prose, one.start())]
    defined = {one["id"] for one in lines}
    named = {one["id"] for one in notes if one not in lines}
    for one in lines:
        if one["id"] not in named:
            message = f"chú thích [^{one['id']}] không được nhắc tới ở đâu trên trang"
            advice = f"ghi [^{one['id']}] sau chữ cần chú thích, hoặc xóa dòng này"
            yield one.start(), (message, advice)
    for one in notes:
        if one["id"] not in defined:
            message = f"chú thích [^{one['id']}] không có lời"
            yield one.start(), (message, f"thêm ở cuối trang: [^{one['id']}]: lời chú thích")


def _line_start(text: str, offset: int) -> bool:
    return not text[text.rfind("\n", 0, offset) + 1 : offset].strip()


def _key(name: str) -> str:
    return " ".join(name.lower().split())


def _judge_html(found: re.Match[str], page: str, files: Files) -> tuple[str, str] | None:
    """Links inside tags are not made over for the built page, so only anchors and hosts work."""
    target = found["to"]
    wrong = judge(target, page, files, found["tag"].lower() == "img")
    if wrong or target.startswith("#") or _SCHEME.match(target):
        return wrong
    form = f"![mô tả]({target})" if found["tag"].lower() == "img" else f"[chữ]({target})"
    message = f"“{target}” nằm trong thẻ <{found['tag']}> nên trên trang sẽ dẫn sai chỗ"
    return message, f"viết bằng Markdown: {form}"


def judge(target: str, page: str, files: Files, image: bool = False) -> tuple[str, str] | None:
    """Message and advice for a link of ``page`` that leads nowhere; None for one that is right."""
    if not target:
        return "đường dẫn trống", "ghi trang cần dẫn tới vào giữa hai ngoặc tròn"
    if _ON_DISK.match(target):
        message = f"“{target}” là chỗ trên một máy, người đọc không có"
        name = posixpath.basename(target.replace("\\", "/"))
        return message, f"chép tệp ấy vào thư mục của trang, rồi chỉ ghi tên tệp: {name}"
    if _HERE.match(target):
        message = f"“{target}” chỉ mở được trên máy đang xem thử"
        return message, "ghi đường dẫn tới tệp .md của trang ấy"
    scheme = _SCHEME.match(target)
    if scheme and image and scheme["scheme"].lower() in ("http", "https"):
        message = f"“{target}” là hình ở trang ngoài, mà trang này chỉ hiện tệp của chính nó"
        return message, "chép hình vào thư mục của trang, rồi ghi tên tệp ấy"
    if scheme:
        return _judge_scheme(target, scheme["scheme"].lower())
    path, hash_, anchor = target.partition("#")
    path = _path(path)
    anchor = unquote(anchor)
    if path.startswith(("/", "\\")):
        return f"“{target}” bắt đầu từ gốc nên không chạy ở mọi nơi", _advise(path, page, files)
    if "\\" in path:
        return f"“{target}” dùng dấu \\", f"dùng dấu /: {target.replace(chr(92), '/')}"
    if not path:
        return _judge_anchor(anchor, page, page, files) if hash_ else None
    where = _where(path, page)
    if where == ".." or where.startswith("../"):
        message = f"“{target}” ra ngoài thư mục của trang"
        return message, _advise(path, page, files)
    if where not in files.names:
        what = "hình" if image else "trang"
        if _HOST.match(path):
            return f"không có {what} “{target}”", f"nếu là trang ngoài, ghi: https://{target}"
        advice = _advise(path, page, files, where)
        if image and not advice.startswith(("có phải", "đúng chữ")):
            advice = "chép hình vào thư mục của trang, rồi ghi đúng tên tệp, kèm đuôi như .png"
        return f"không có {what} “{target}”", advice
    if hash_ and where.endswith(".md"):
        return _judge_anchor(anchor, where, page, files)
    return None


def _judge_scheme(target: str, scheme: str) -> tuple[str, str] | None:
    if scheme not in _SCHEMES:
        near = nearest(scheme, _SCHEMES)
        advice = f"có phải “{near}:”?" if near else "chỉ dùng https:, http:, mailto: hoặc tel:"
        return f"“{target}” bắt đầu bằng “{scheme}:” là loại địa chỉ không biết", advice
    rest = target.partition(":")[2]
    if scheme.startswith("http") and not re.match(r"//[^/\s]+", rest):
        return f"“{target}” không phải địa chỉ trang ngoài", "viết: https://tên-miền/…"
    if scheme == "mailto" and not re.match(r"[^@\s]+@[^@\s]+\.[^@\s]+$", rest.partition("?")[0]):
        return f"“{target}” không phải địa chỉ thư", "viết: mailto:tên@tên-miền"
    return None


def _judge_anchor(anchor: str, where: str, page: str, files: Files) -> tuple[str, str] | None:
    known = files.anchors(where)
    if not anchor or anchor in known:
        return None
    place = "trang này" if where == page else f"trang {where}"
    found = nearest(anchor, known)
    advice = f"có phải “#{found}”?" if found else "bỏ phần sau dấu #, hoặc ghi đúng địa chỉ của mục"
    return f"{place} không có mục “#{anchor}”", advice


def _advise(path: str, page: str, files: Files, where: str = "") -> str:
    """The nearest file that exists, as a link from ``page``."""
    wanted = where or path.lstrip("/\\")
    tries = [wanted, f"{wanted}.md", posixpath.join(wanted, "index.md")]
    tries.append(re.sub(r"\.html?$", ".md", wanted))
    for one in map(posixpath.normpath, tries):
        if one in files.names:
            return f"có phải “{relative(page, one)}”?"
    lower = {name.lower(): name for name in sorted(files.names)}
    if wanted.lower() in lower:
        return f"đúng chữ hoa, chữ thường: {relative(page, lower[wanted.lower()])}"
    found = _like(wanted, files.names)
    if found:
        return f"có phải “{relative(page, found)}”?"
    return "ghi đúng tên một tệp trong thư mục của trang, kèm đuôi như .md"


def _like(wanted: str, names: Set[str]) -> str | None:
    """The file of the same sort that is called most like ``wanted``, in its folder or elsewhere."""
    suffix = posixpath.splitext(wanted)[1].lower() or ".md"
    same = [name for name in names if name.lower().endswith(suffix)]
    base = posixpath.basename(wanted.rstrip("/"))
    if base.lower() == "index.md":
        return nearest(wanted, same, 0.8)
    beside = {
        posixpath.basename(name): name
        for name in same
        if posixpath.dirname(name) == posixpath.dirname(wanted)
    }
    near = nearest(base, beside, 0.75)
    if near:
        return beside[near]
    elsewhere = {posixpath.basename(name): name for name in sorted(same, reverse=True)}
    near = nearest(base, elsewhere, 0.85)
    return elsewhere[near] if near else None

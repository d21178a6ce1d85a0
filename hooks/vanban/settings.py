"""What ``mkdocs.yml`` says to the core, with the place of every value.

Read by the reader of all our YAML, so that a wrong value is told in Vietnamese with its
line, as text, before MkDocs has made anything of it. MkDocs' own tags (``!ENV``,
``!!python/name:``) are values like any other here, and ``INHERIT`` is followed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from . import builder_keys
from .law.checked import KEY
from .law.corpus_source import read_text
from .law.days import NoSuchDayError, read_day
from .law.names import unaccented
from .law.problems import Problem
from .law.reading import naming
from .law.yaml_source import KeyPath, YamlSource, read_yaml
from .page.menu import Menu, MenuGroup, MenuLink

MKDOCS_FILE = "mkdocs.yml"
DISK_FILE = "mkdocs.offline.yml"
"""The settings of the site that opens from a disk: there alone pages are files, not folders."""
_MOST_PARENTS = 8
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TAG = re.compile(r"(?<=[\s\[{,])!!?[A-Za-z][\w.:/-]*(?=[\s\]},]|\Z)")
"""What MkDocs makes of such a value is its own affair; ours are plain."""
DATABASES = ("extra", "noi-tra-cuu")
CHECKED = ("extra", KEY)
MENU = ("extra", "menu")
LICENCE = ("extra", "giay-phep")
_OWN_KEYS = (KEY, "noi-tra-cuu", "menu", "giay-phep", "thu-bao-loi", "ngoai-tuyen")
BUILDER = "hooks/site.py"
OFFLINE = ("extra", "ngoai-tuyen")
_NO = ("false", "no", "off")
_SWITCH = ("", "true", "yes", "on", *_NO)
"""What MkDocs takes for yes and no."""
_WEB = re.compile(r"https?://[^\s/]")
_NO_ADDRESS = re.compile(r"[\s?#\"'<>\\^`{|}]")
"""What the address of a site cannot hold: short addresses and codes are written behind it."""
MAIL = ("extra", "thu-bao-loi")
_NOT_MENU = "chưa đúng mẫu của menu"


HIDES_OFFICIAL = "exclude_docs"
"""The key that keeps official wordings, which are drawn into other pages, from being pages."""
_LEFT_OUT = (HIDES_OFFICIAL, "draft_docs")


@dataclass(frozen=True)
class LeftOut:
    """A key that takes files of ``docs`` off the site: its name, its place, its patterns."""

    key: str
    place: tuple[str, int, int]
    patterns: str


@dataclass(frozen=True)
class Settings:
    """``docs`` is relative to the project; ``today`` is the day on which the facts were checked.

    ``databases`` maps a key of ``tim-tren`` to a name and an address; ``extensions`` are the
    names under ``markdown_extensions``. ``licence`` is that of our wording,
    "" where none is stated. ``today`` is None only where ``problems`` say why;
    ``menu`` where the settings name none.
    """

    docs: str = "docs"
    today: date | None = None
    databases: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    extensions: tuple[str, ...] = ()
    menu: Menu | None = None
    problems: tuple[Problem, ...] = ()
    licence: str = ""
    left_out: tuple[LeftOut, ...] = ()


def read_settings(root: Path, name: str = MKDOCS_FILE, calendar: date | None = None) -> Settings:
    """The settings in ``root / name`` and in the files that it inherits from.

    ``calendar`` is the day of the calendar, where the day of checking is to be compared with it.
    """
    problems: list[Problem] = []
    found = _Layers(tuple(_layers(root, name, problems)), name)
    if problems:
        return Settings(problems=tuple(problems))
    docs = found.get(("docs_dir",))
    today = _day(found, problems, calendar)
    databases = dict(_databases(found, problems))
    names = tuple(_names(found.get(("markdown_extensions",))))
    menu, licence = _menu(found, problems), _licence(found, problems)
    problems += _misspelt(found)
    problems += _mail(found)
    problems += _addresses(found, databases)
    problems += _switches(found)
    problems += _builder(found, root)
    problems += _folders(found)
    if (root / BUILDER).is_file():
        tops = [key for _, source in found.layers for key in source.data]
        problems += builder_keys.check(dict.fromkeys(tops), found.get, found.problem, found.is_text)
    return Settings(
        docs.strip("/") if isinstance(docs, str) else "docs",
        today,
        databases,
        names,
        menu,
        tuple(problems),
        licence,
        tuple(_left_out(found)),
    )


_RESOLVER: Any = yaml.resolver.Resolver()


@dataclass(frozen=True)
class _Layers:
    """The files of the settings, what is nearest first; ``name`` is the first of them."""

    layers: tuple[tuple[str, YamlSource], ...]
    name: str

    def get(self, key: KeyPath) -> Any:
        """The value at ``key`` in the nearest file that has one; None where none has."""
        return next((value for _, _, value in self._all(key)), None)

    def is_text(self, key: KeyPath) -> bool:
        """Whether MkDocs takes the value at ``key`` for text, not for a number, a day or a yes."""
        for _, source, value in self._all(key):
            kind = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))
            return key in source.quoted or kind == _RESOLVER.DEFAULT_SCALAR_TAG
        return True

    def _all(self, key: KeyPath) -> Iterator[tuple[str, YamlSource, Any]]:
        for file, source in self.layers:
            value: Any = source.data
            for step in key:
                value = _step(value, step)
            if value is not None:
                yield file, source, value

    def mapping(self, key: KeyPath) -> dict[str, Any]:
        """A mapping merged as MkDocs merges what is inherited: the nearer file wins."""
        merged: dict[str, Any] = {}
        for _, _, value in reversed(list(self._all(key))):
            if isinstance(value, dict):
                merged |= value
        return merged

    def place(self, key: KeyPath) -> tuple[str, int, int]:
        """File, line and column of ``key``, or of what is nearest above it."""
        for file, source, _ in self._all(key):
            return (file, *source.place(key))
        return self.place(key[:-1]) if len(key) > 1 else (self.name, 1, 1)

    def problem(self, key: KeyPath, message: str, advice: str) -> Problem:
        for file, source, _ in self._all(key):
            line, col = source.place(key)
            return Problem(file, line, col, f"{key[-1]}: {message}", advice)
        words = ".".join(map(str, key))
        return Problem(*self.place(key), f"{words}: {message}", advice)


def _step(value: Any, step: str | int) -> Any:
    if isinstance(value, list) and isinstance(step, int):
        return value[step] if step < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


def _layers(root: Path, name: str, problems: list[Problem]) -> Iterator[tuple[str, YamlSource]]:
    for _ in range(_MOST_PARENTS):
        path = root / name
        if not path.is_file():
            problems.append(Problem(name, 0, 0, "không có tệp cài đặt này", "trả lại tệp ấy"))
            return
        text = read_text(path, name, problems)
        if text is None:
            return
        with naming(name):
            source, wrong = read_yaml(_TAG.sub(_blank, text), name)
        problems += wrong
        if source is None:
            return
        if not isinstance(source.data, dict):
            problems.append(Problem(name, 1, 1, "tệp cài đặt không có dạng “khóa: giá trị”"))
            return
        yield name, source
        parent = source.data.get("INHERIT")
        if not isinstance(parent, str):
            return
        name = _inside(root, path, parent)
    problems.append(Problem(name, 1, 1, "INHERIT đi vòng", "bỏ một dòng INHERIT"))


def _blank(found: re.Match[str]) -> str:
    """Spaces for a tag, so that everything else keeps its place."""
    return " " * len(found[0])


def _inside(root: Path, path: Path, parent: str) -> str:
    """The inherited file as a path from ``root``, or absolute where it lies outside."""
    file = (path.parent / parent).resolve()
    base = root.resolve()
    return file.relative_to(base).as_posix() if file.is_relative_to(base) else file.as_posix()


def _day(found: _Layers, problems: list[Problem], calendar: date | None) -> date | None:
    told = found.get(CHECKED)
    advice = f"ghi {KEY}: năm-tháng-ngày, ví dụ {KEY}: 2026-11-23"
    if told is None:
        problems.append(found.problem(CHECKED, "chưa có ngày kiểm tra", f"dưới extra: {advice}"))
        return None
    try:
        day = read_day(str(told).strip())
        if calendar is None or day <= calendar:
            return day
        message = f"ngày {told} chưa tới (hôm nay là {calendar})"
    except NoSuchDayError:
        message = f"không có ngày “{told}” trong lịch"
    except ValueError:
        message = f"“{told}” không phải ngày"
    problems.append(found.problem(CHECKED, message, advice))
    return None


def _databases(found: _Layers, problems: list[Problem]) -> Iterator[tuple[str, tuple[str, str]]]:
    value = found.get(DATABASES)
    if value is not None and not isinstance(value, dict):
        problems.append(found.problem(DATABASES, "không có dạng “khóa: giá trị”", "xem mẫu cũ"))
        return
    for key, row in found.mapping(DATABASES).items():
        parts = [row.get(part) if isinstance(row, dict) else None for part in ("ten", "dia-chi")]
        name, address = parts
        if isinstance(name, str) and isinstance(address, str):
            yield key, (name, address)
        else:
            message = "nơi tra cứu cần có “ten” và “dia-chi” là chữ"
            problems.append(found.problem((*DATABASES, key), message, "ghi đủ hai khóa ấy"))


def _misspelt(found: _Layers) -> Iterator[Problem]:
    """Keys under ``extra`` that nobody reads and that nearly are one of ours; others may be
    somebody's own.
    """
    for key in found.mapping(("extra",)):
        near = difflib.get_close_matches(unaccented(str(key)).lower(), _OWN_KEYS, 1, 0.8)
        if key not in _OWN_KEYS and near:
            yield found.problem(("extra", key), "khóa lạ", f"có phải “{near[0]}”?")


def _mail(found: _Layers) -> Iterator[Problem]:
    told = found.get(MAIL)
    if not isinstance(told, str) or not told.strip() or _MAIL.fullmatch(told.strip()):
        return  # (what MkDocs takes from the environment is no text here)
    yield found.problem(MAIL, f"“{told}” không phải địa chỉ thư", "ghi như truong@tinh.edu.vn")


def _addresses(found: _Layers, databases: Mapping[str, tuple[str, str]]) -> Iterator[Problem]:
    """Addresses that a browser would take for a page of the site, and one that codes begin with."""
    for key, (_, address) in databases.items():
        if told := _secret(address) or (None if _WEB.match(address) else _no_web(address)):
            yield found.problem((*DATABASES, key), f"dia-chi {told[0]}", told[1])
    site = found.get(("site_url",))
    if isinstance(site, str) and site.strip() and (told := _of_site(site)):
        yield found.problem(("site_url",), *told)


def _of_site(address: str) -> tuple[str, str] | None:
    """What is wrong with the public address of the site, and advice."""
    if told := _secret(address):
        return told
    if not _WEB.match(address):
        return _no_web(address)
    amiss = "nên địa chỉ ngắn và mã QR dẫn sai chỗ"
    if wrong := _NO_ADDRESS.search(address.strip()):
        advice = "chỉ ghi địa chỉ của trang đầu, như https://truong.edu.vn/mang/"
        return f"“{address}” có {_sign(wrong[0])}, {amiss}", advice
    scheme, _, rest = address.partition("://")
    if "//" in rest:
        single = re.sub("/{2,}", "/", rest)
        return f"“{address}” có hai dấu / liền nhau, {amiss}", f"viết: {scheme}://{single}"
    if not address.endswith("/"):
        return f"“{address}” thiếu dấu / ở cuối, {amiss}", f"viết: {address}/"
    return None


def _secret(address: str) -> tuple[str, str] | None:
    """What is told of an address with a name or a password in it, which is not told again."""
    host = address.partition("://")[2] or address
    if "@" not in re.split(r"[/?#]", host)[0]:
        return None
    message = "có tên, mật khẩu trước dấu @, mà địa chỉ này ra mọi trang, ai cũng đọc được"
    return message, "bỏ phần ấy, chỉ giữ từ sau dấu @; mật khẩu đã công bố thì đổi"


def _sign(sign: str) -> str:
    return "dấu cách" if sign.isspace() else f"dấu {sign}"


def _no_web(address: str) -> tuple[str, str]:
    right = f"https://{address.partition('://')[2] or address.lstrip('/')}"
    return f"“{address}” không bắt đầu bằng https://", f"có phải {right}?"


def _switches(found: _Layers) -> Iterator[Problem]:
    """“không” is a word to YAML: the browsers would go on keeping pages."""
    told = found.get(OFFLINE)
    if isinstance(told, str) and told.strip().lower() not in _SWITCH:
        advice = "viết true hoặc false"
        yield found.problem(OFFLINE, f"“{told}” không phải true hay false", advice)


def _builder(found: _Layers, root: Path) -> Iterator[Problem]:
    """Without its line of ``hooks`` MkDocs would build the pages, and nothing of the site's own."""
    named = found.get(("hooks",))
    if (root / BUILDER).is_file() and BUILDER not in (named if isinstance(named, list) else ()):
        message = f"không có dòng “- {BUILDER}”, nên trang dựng ra thiếu mọi phần riêng của nó"
        yield found.problem(("hooks",), message, f"trả lại: hooks: rồi dòng dưới: - {BUILDER}")


def _folders(found: _Layers) -> Iterator[Problem]:
    """Published addresses are folders (“dieu-8/”): as files (“dieu-8.html”) all would be others."""
    key = ("use_directory_urls",)
    told = str(found.get(key)).lower()
    if found.name != DISK_FILE and told in _NO:
        message = f"{told} đổi địa chỉ của mọi trang, nên liên kết và mã QR đã công bố đều hỏng"
        yield found.problem(key, message, "viết: use_directory_urls: true")


def _left_out(found: _Layers) -> Iterator[LeftOut]:
    for key in _LEFT_OUT:
        patterns = found.get((key,))
        if patterns is None or isinstance(patterns, str):  # (what the environment gives is neither)
            yield LeftOut(key, found.place((key,)), patterns or "")


def _licence(found: _Layers, problems: list[Problem]) -> str:
    told = found.get(LICENCE)
    if told is None or isinstance(told, str):
        return (told or "").strip()
    problems.append(found.problem(LICENCE, "không phải chữ", "ghi tên giấy phép trên một dòng"))
    return ""


def _menu(found: _Layers, problems: list[Problem]) -> Menu | None:
    whole, rows = found.get(MENU), found.get((*MENU, "nhom"))
    if whole is None:
        return None
    if not isinstance(whole, dict) or not isinstance(rows, list | None):
        key = (*MENU, "nhom") if isinstance(whole, dict) else MENU
        problems.append(found.problem(key, _NOT_MENU, "xem mẫu trong mkdocs.yml"))
        return None
    groups = []
    for place, row in enumerate(rows or ()):
        name = row.get("ten") if isinstance(row, dict) else None
        links = _links(found, (*MENU, "nhom", place, "trang"), problems)
        groups.append(MenuGroup(str(name or ""), links))
    places, foot = (
        _links(found, (*MENU, part), problems) if part in whole else ()
        for part in ("dau-trang", "chan-trang")
    )
    return Menu(places, tuple(groups), foot)


def _links(found: _Layers, key: KeyPath, problems: list[Problem]) -> tuple[MenuLink, ...]:
    pages = found.get(key)
    if isinstance(pages, dict) and all(isinstance(name, str) for name in pages.values()):
        return tuple(
            MenuLink(str(page), name, found.place((*key, page))) for page, name in pages.items()
        )
    advice = "mỗi dòng một trang: “đường-dẫn.md: Tên trong menu”"
    problems.append(found.problem(key, _NOT_MENU, advice))
    return ()


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else value or ():
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            yield from item

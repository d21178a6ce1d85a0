"""Values of the settings that are MkDocs' own and stop a build, told with their line before it.

Only what can be seen without MkDocs, which the core does not know.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .law.problems import Problem
from .law.yaml_source import KeyPath

_THEME = "material"
_KNOWN = """
INHERIT copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs
extra extra_css extra_javascript extra_templates hooks markdown_extensions mdx_configs nav
not_in_nav plugins remote_branch remote_name repo_name repo_url site_author site_description
site_dir site_name site_url strict theme use_directory_urls validation watch
"""
_KEYS = frozenset(_KNOWN.split())
Tell = Callable[[KeyPath, str, str], Problem]


_EXTENSIONS = "markdown.extensions"
_TEXTS = ("site_name", "site_description", "site_author", "copyright", "repo_name")


def check(
    keys: Iterable[str],
    get: Callable[[KeyPath], Any],
    tell: Tell,
    is_text: Callable[[KeyPath], bool],
) -> Iterator[Problem]:
    """``keys`` are the names at the top; ``get`` and ``tell`` give a value, a problem at a key.

    ``is_text`` says of a word of YAML whether it is text there (“2026” without quotation marks is
    a number).
    """
    for key in keys:
        if key not in _KEYS:
            near = difflib.get_close_matches(str(key).lower(), _KEYS, 1, 0.7)
            advice = (
                f"có phải “{near[0]}”?" if near else "bỏ khóa này; khóa riêng thì ghi dưới extra"
            )
            yield tell((key,), "khóa lạ", advice)
    title = get(("site_name",))
    if not str(title or "").strip():
        yield tell(("site_name",), "trang web chưa có tên", "viết: site_name: Tên của trang")
    elif not isinstance(title, str):
        advice = "viết tên trong dấu nháy, như “Tên của trang”"
        yield tell(("site_name",), "tên của trang phải là chữ", advice)
    for name in _TEXTS:
        value = get((name,))
        if isinstance(value, str) and value.strip() and not is_text((name,)):
            message = f"“{value}” không có dấu nháy thì là số, ngày hay đúng sai, không phải chữ"
            yield tell((name,), message, f'viết: {name}: "{value}"')
    yield from _theme(get, tell)
    for kind, group in (
        ("plugins", "mkdocs.plugins"),
        ("markdown_extensions", _EXTENSIONS),
    ):
        known = entry_points(group=group).names  # asked once: it reads every installed package
        for at, name in _names(get((kind,))):
            if not (name in known or (group == _EXTENSIONS and _is_extension(name))):
                message = f"“{name}” chưa được cài trên máy này"
                told = tell((kind, at), message, "sửa tên, hoặc bỏ dòng ấy")
                yield replace(told, message=f"{kind}: {message}")


def _theme(get: Callable[[KeyPath], Any], tell: Tell) -> Iterator[Problem]:
    theme = get(("theme",))
    name = get(("theme", "name")) if isinstance(theme, dict) else theme
    if theme is not None and name != _THEME:
        message = f"mọi trang được vẽ bằng {_THEME}, không bằng “{name or ''}”"
        yield tell(("theme", "name"), message, f"viết: name: {_THEME}")
        return
    language, found = get(("theme", "language")), find_spec(_THEME)
    if not isinstance(language, str) or found is None or found.origin is None:
        return
    known = Path(found.origin).parent / "templates/partials/languages"
    if known.is_dir() and not (known / f"{language}.html").is_file():
        yield tell(("theme", "language"), f"không có bản dịch “{language}”", "viết: language: vi")


def _names(rows: Any) -> Iterator[tuple[int | str, str]]:
    """Names in a list of names, or of names with their options, each with its place."""
    if isinstance(rows, dict):
        yield from ((str(name), str(name)) for name in rows)
    for at, row in enumerate(rows if isinstance(rows, list) else ()):
        for name in row if isinstance(row, dict) else [row]:
            if isinstance(name, str):
                yield at, name


def _is_extension(name: str) -> bool:
    """Whether Python-Markdown finds an extension in a module: “a.b”, or its class “a.b:C”."""
    module, _, attribute = name.partition(":")
    try:
        return hasattr(import_module(module), attribute or "makeExtension")
    except (ImportError, ValueError):
        return False

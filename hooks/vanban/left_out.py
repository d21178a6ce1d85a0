"""Pages of ``docs`` that would not be built: their addresses would be gone, no word said.

And files that stand where a page, or the site's own, is put, or that a page gives and no site has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pathspec.gitignore import GitIgnoreSpec

from .features import FEATURES
from .law.address_kinds import MADE_FOLDERS
from .law.problems import Problem
from .law.site_address import HOME, url
from .law.wording import FILE
from .settings import HIDES_OFFICIAL, MKDOCS_FILE, LeftOut

_BY_ITSELF = LeftOut("", (MKDOCS_FILE, 1, 1), "/templates/")
"""What MkDocs leaves out unasked, beside hidden files (``mkdocs/structure/files.py``)."""

_FOLDERS = {".css": "stylesheets", ".js": "javascripts"}


def check(pages: Iterable[str], rules: Iterable[LeftOut], prefix: str) -> Iterator[Problem]:
    """Each page, a path below ``docs``, that a setting takes off the site."""
    specs = [(rule, _spec(rule)) for rule in (_BY_ITSELF, *rules)]
    for page in sorted(pages):
        top = url(page).split("/", 1)[0]
        if top in MADE_FOLDERS:
            message = f"chỗ {top}/ là của tệp mà trang tự làm, nên trang này không dựng ra được"
            yield Problem(f"{prefix}/{page}", 1, 1, message, "đổi tên, hoặc chuyển trang đi")
            continue
        for rule, spec in specs:
            found = spec.check_file(page)
            if not found.include:
                continue
            file = f"{prefix}/{page}"
            if not rule.key:
                message = "MkDocs tự bỏ mọi trang dưới thư mục templates ở đầu kho"
                yield Problem(file, 1, 1, message, "đổi tên thư mục ấy, hoặc chuyển trang đi")
                break
            line = rule.patterns.splitlines()[found.index or 0].strip()
            message = f"{rule.key}: dòng “{line}” bỏ trang {file} khỏi trang web"
            advice = "bỏ dòng ấy; trang cố ý bỏ thì xóa tệp, rồi ghi trong sổ nơi địa chỉ dẫn tới"
            yield Problem(*rule.place, message, advice)


def shown(files: Iterable[str], rules: Iterable[LeftOut]) -> Iterator[Problem]:
    """Official wordings among the files of ``docs`` that would be built as pages of their own."""
    official = sorted(file for file in files if file.endswith(f"/{FILE}"))
    for rule in rules:
        if rule.key != HIDES_OFFICIAL:
            continue
        spec = _spec(rule)
        if seen := [file for file in official if not spec.match_file(file)]:
            message = f"{rule.key} thiếu dòng {FILE}, nên tệp nguyên văn {seen[0]} thành một trang"
            yield Problem(*rule.place, message, f"thêm dòng {FILE} vào {rule.key}")


def given(names: Iterable[str], rules: Iterable[LeftOut], prefix: str) -> Iterator[Problem]:
    """Each file that a page gives to take away, a path below ``docs``, and a setting takes off."""
    specs = [(rule, _spec(rule)) for rule in (_BY_ITSELF, *rules)]
    for name in sorted(names):
        for rule, spec in specs:
            found = spec.check_file(name)
            if not found.include:
                continue
            if not rule.key:
                message = "MkDocs tự bỏ mọi tệp dưới thư mục templates ở đầu kho"
                advice = "đổi tên thư mục ấy, hoặc chuyển tệp đi"
                yield Problem(f"{prefix}/{name}", 1, 1, message, advice)
                break
            line = rule.patterns.splitlines()[found.index or 0].strip()
            message = f"{rule.key}: dòng “{line}” bỏ tệp {prefix}/{name} mà một trang dẫn tới"
            yield Problem(*rule.place, message, "bỏ dòng ấy, hoặc bỏ đường dẫn tới tệp")


def taken(pages: Iterable[str], files: Iterable[str], prefix: str) -> Iterator[Problem]:
    """Files of ``docs`` that stand where a page is built, or bear a name of the site's own."""
    places = {url(page).removeprefix(HOME): page for page in pages}
    own = {f"assets/{_FOLDERS[one.suffix]}/{one.name}" for one in FEATURES.glob("*/*.[cj]s*")}
    for name in sorted(files):
        folder, _, last = name.rpartition("/")
        place = f"{folder}/".removeprefix("/") if last == "index.html" else f"{name}/"
        if place in places:
            message = f"tệp này đứng đúng chỗ của trang {prefix}/{places[place]}"
            yield Problem(f"{prefix}/{name}", 1, 1, message, "đổi tên, hoặc bỏ một trong hai tệp")
        elif name in own:
            message = "tên này là của một tệp mà trang tự làm"
            yield Problem(f"{prefix}/{name}", 1, 1, message, "đổi tên tệp")


def _spec(rule: LeftOut) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(rule.patterns.splitlines())

"""What a browser keeps for reading without a connection: lists, a worker, an offline page.

Everything follows from the built files alone, so two builds of the same site have
the same version, and any changed byte makes a new one. A release always has a worker: where
nothing is to be kept, one that takes away what an earlier release kept, and then itself.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ...law.age import LOOK_UP, MAY_HAVE_CHANGED, months_after
from ...law.instrument import vietnamese_date
from ...publish import hosting
from ...publish.public_address import public_address
from ...publish.scripts import alone
from . import archive
from .built_site import TYPES, BuiltSite
from .lists import lists

WORKER = "sw.js"
"""In a built site; made of the modules that are named so, or of ``sw-off`` alone."""
PAGE = "ngoai-tuyen.html"
LISTS = "ngoai-tuyen"
"""The folder of the lists; they end in ``.txt``, since some servers give out no ``.json``."""

_HERE = Path(__file__).resolve().parent
_LEFT_OUT = frozenset({"404.html", WORKER, archive.FILE})
_SHELL = re.compile(
    r"assets/(stylesheets/[^/]+\.css|javascripts/(bundle|scheme|page|offline|again)\.\w+(\.min)?\.js"
    r"|images/favicon(\.\w+)?\.\w+)"
)
"""What every page asks for."""
_SAID = {name: value for name, value in hosting.HEADERS.items() if "Transport" not in name}
"""The headers of kept files; of encryption only a server can speak."""
_STYLE = "assets/stylesheets/offline-page*.css"
_AGAIN = "assets/javascripts/again*.js"
_ICON = "assets/images/favicon*.png"


def is_being_written(site_url: str | None) -> bool:
    """Whether the site is being served to its editor (``mkdocs serve``), who wants no old page."""
    return bool(site_url) and not public_address(site_url)


def write(
    site: Path,
    checked: date,
    *,
    keeps: bool = True,
    letters: tuple[str, ...] = (),
    known: Mapping[str, bytes] | None = None,
) -> None:
    """Write ``sw.js`` into a built site; where it ``keeps``, the offline page and the lists too.

    ``checked`` is the day on which the facts were checked; ``letters`` are the folders of letters,
    ``known`` contents of files whose caller has just written them.
    """
    shutil.rmtree(site / LISTS, ignore_errors=True)
    (site / PAGE).unlink(missing_ok=True)
    if not keeps:
        (site / WORKER).write_text(_source("sw-off"), encoding="utf-8")
        return
    (site / PAGE).write_text(_page(site, checked), encoding="utf-8")
    built = BuiltSite(site, _LEFT_OUT, letters, known or {})
    made = lists(built.files, built.ways, built.start)
    (site / LISTS).mkdir()
    for name, text in made.texts.items():
        (site / LISTS / f"{name}.txt").write_text(text, encoding="utf-8")
    shell = [file.address for file in built.files if _SHELL.fullmatch(file.address)]
    values = {
        "goc": made.first,
        "vo": [PAGE, *shell],
        "ngay": vietnamese_date(checked),
        "cu": months_after(checked, MAY_HAVE_CHANGED).isoformat(),
        "loi-kem": _SAID,
        "loai": TYPES,
        "qua-cu": months_after(checked, LOOK_UP).isoformat(),
    }
    source = _source("sw")
    for key, value in values.items():
        source = source.replace(f'"{{{{{key}}}}}"', json.dumps(value, ensure_ascii=False))
    version = hashlib.sha256(source.encode()).hexdigest()[:16]
    (site / WORKER).write_text(source.replace("{{phien}}", version), encoding="utf-8")


def _page(site: Path, checked: date) -> str:
    """The page that stands in for one that is not kept."""
    values = {"ngay": vietnamese_date(checked)}
    for key, pattern in (("kieu", _STYLE), ("bieu-tuong", _ICON), ("lai", _AGAIN)):
        found = sorted(file.relative_to(site).as_posix() for file in site.glob(pattern))
        values[key] = found[0] if found else ""
    page = (_HERE / "offline.html").read_text(encoding="utf-8")
    for key, value in values.items():
        page = page.replace(f"{{{{{key}}}}}", value)
    return page


def _source(entry: str) -> str:
    modules = {file.stem: file.read_text(encoding="utf-8") for file in _HERE.glob("sw*.js")}
    return alone(modules, entry)

"""What a browser keeps for reading without a connection: a list, a version, an offline page.

Everything follows from the built files alone, so two builds of the same site have
the same version, and any changed byte makes a new one.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from ...publish.public_address import public_address
from ...publish.scripts import tight

WORKER = "sw.js"
LIST = "ngoai-tuyen.json"
PAGE = "ngoai-tuyen.html"
_HERE = Path(__file__).resolve().parent
_KEPT = frozenset({".html", ".css", ".js", ".png", ".svg", ".ico", ".woff2"})
_SHELL = re.compile(
    r"assets/(stylesheets/[^/]+\.css|javascripts/(bundle|scheme|page)\.\w+(\.min)?\.js|images/favicon\.\w+)"
)
"""What every page asks for."""


@dataclass(frozen=True)
class Kept:
    """One file: the address it is asked for by, relative to the site, and its digest."""

    address: str
    digest: str
    size: int


def is_being_written(site_url: str | None) -> bool:
    """Whether the site is being served to its editor (``mkdocs serve``), who wants no old page."""
    return bool(site_url) and not public_address(site_url)


def kept_files(site: Path, without: Collection[str]) -> Iterator[Kept]:
    """The pages and what they need, in a fixed order; ``without`` names top folders left out."""
    for file in sorted(site.rglob("*"), key=lambda item: item.relative_to(site).as_posix()):
        path = file.relative_to(site).as_posix()
        if file.is_file() and _is_kept(PurePosixPath(path), without):
            body = file.read_bytes()
            address = quote(
                path.removesuffix("index.html") if path.endswith("/index.html") else path
            )
            digest = hashlib.sha256(body).hexdigest()[:12]
            yield Kept("" if path == "index.html" else address, digest, _travelling(body))


def _is_kept(path: PurePosixPath, without: Collection[str]) -> bool:
    if path.suffix not in _KEPT or path.parts[0] in without:
        return False
    return path.as_posix() not in {"404.html", WORKER, PAGE}


def _travelling(body: bytes) -> int:
    """About what the file weighs on its way."""
    return len(gzip.compress(body, 6, mtime=0))


def write(site: Path, checked: str, without: Collection[str] = ()) -> None:
    """Write the worker with its version and shell, the offline page, and the list beside them.

    ``checked`` is the day on which the facts were checked, as the pages say it.
    """
    files = tuple(kept_files(site, without))
    source = tight("sw", (_HERE / WORKER).read_text(encoding="utf-8"))
    page = (_HERE / "offline.html").read_text(encoding="utf-8").replace("{{ngay}}", checked)
    whole = "\n".join([*(f"{item.address} {item.digest}" for item in files), source, page])
    version = hashlib.sha256(whole.encode()).hexdigest()[:16]
    table = {
        "phien": version,
        "nang": sum(item.size for item in files),
        "tep": [[item.address, item.digest] for item in files],
    }
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    (site / LIST).write_text(text, encoding="utf-8")
    shell = [item.address for item in files if _SHELL.fullmatch(item.address)]
    source = source.replace("{{phien}}", version).replace('["{{vo}}"]', json.dumps(shell))
    (site / WORKER).write_text(source, encoding="utf-8")
    (site / PAGE).write_text(page, encoding="utf-8")

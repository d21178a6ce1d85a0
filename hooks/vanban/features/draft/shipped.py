"""What a site ships so that a browser can judge a letter, and nothing else of it is fetched before.

Two folders below ``assets``, each named after what lies in it, because the program that runs Python
asks for its files by fixed names::

    assets/pyodide.3f2a9c01/   Pyodide: CPython as WebAssembly, as its npm package has it
    assets/xet.57a0d79d/       worker.js, the modules of ours that it runs, and the corpus

Pyodide is no package of Python. ``pyodide/package-lock.json`` pins it with its digest; where it
was not installed, a site ships neither folder and its page says so.
"""

from __future__ import annotations

import ast
import gzip
import io
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...law.site_address import SiteAddresses
from ...page.library import Library
from ...publish import zipped
from ...publish.digests import FOLDER, digest
from ...publish.scripts import alone
from .packed import packed

if TYPE_CHECKING:
    from .in_browser import Knowledge

PACKAGE = "pyodide/node_modules/pyodide"
"""Where npm puts it, below the folder of the project."""
_ENGINE = (
    "pyodide.js",
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
_UNCOUNTED = ("pyodide.js", "pyodide.asm.js", "worker.js")
"""Scripts, whose way nobody sees."""
_HERE = Path(__file__).resolve().parent
_PROGRAM = _HERE.parents[2]
_ENTRY = "vanban.features.draft.in_browser"
_WORKER = "judge-worker"


@dataclass(frozen=True)
class Shipped:
    """The files by their paths in the site, and what the page says of them.

    ``engine`` and ``ours`` are the two folders; ``counted`` is how many bytes a worker sees come
    in (unpacked), ``megabytes`` what travels, compressed as servers do.
    """

    files: Mapping[str, bytes]
    engine: str
    ours: str

    @property
    def worker(self) -> str:
        """The one script that may run WebAssembly: servers give it a policy of its own."""
        return f"{self.ours}worker.js"

    @property
    def counted(self) -> int:
        return sum(len(body) for path, body in self.files.items() if _is_counted(path))

    @property
    def megabytes(self) -> float:
        return sum(len(gzip.compress(body, 6, mtime=0)) for body in self.files.values()) / 1e6


def shipped(root: Path, library: Library) -> Shipped | None:
    """All that the site of the project in ``root`` ships; None where Pyodide was not installed."""
    package = root / PACKAGE
    if not all((package / name).is_file() for name in _ENGINE):
        return None
    engine = {name: (package / name).read_bytes() for name in _ENGINE}
    worker = (_HERE / f"{_WORKER}.js").read_text(encoding="utf-8")
    known = json.dumps(packed(knowledge(library)), ensure_ascii=False, separators=(",", ":"))
    ours = {
        "worker.js": alone({_WORKER: worker}, _WORKER).encode(),
        "ma.zip": _zip(modules()),
        "kho.json": known.encode(),
    }
    engine_folder, our_folder = _folder("pyodide", engine), _folder("xet", ours)
    files = {engine_folder + name: body for name, body in engine.items()}
    files |= {our_folder + name: body for name, body in ours.items()}
    return Shipped(files, engine_folder, our_folder)


def knowledge(library: Library) -> Knowledge:
    """What judging needs of a library; addresses are those of a site whose pages are folders."""
    from .in_browser import Knowledge  # with all that reads letters, where a site ships it

    corpus, at = library.corpus, SiteAddresses(directories=True)
    places = {slug: at.page(corpus.home(slug)) for slug in corpus.instruments}
    places |= {str(target): at.page(page) for target, page in corpus.article_pages.items()}
    return Knowledge(corpus.instruments, library.today, places)


def modules() -> dict[str, bytes]:
    """The sources of the module that runs in a browser and of all that it imports, by path.

    ValueError where one of them imports what is not in the standard library.
    """
    found: dict[str, bytes] = {}
    waiting = [_ENTRY]
    while waiting:
        file = _file(waiting.pop())
        name = file.relative_to(_PROGRAM).as_posix() if file else ""
        if file is None or name in found:
            continue
        found[name] = file.read_bytes()
        waiting += _imported(ast.parse(found[name]), file)
        waiting += [".".join(above.parts) for above in Path(name).parents[:-1]]
    return dict(sorted(found.items()))


def _file(module: str) -> Path | None:
    """Where a module of ours lies; None for a name inside a module, and a package without file."""
    place = _PROGRAM.joinpath(*module.split("."))
    candidates = (place.with_suffix(".py"), place / "__init__.py")
    return next((file for file in candidates if file.is_file()), None)


def _imported(tree: ast.Module, file: Path) -> Iterator[str]:
    """The modules of ours that a module imports when it runs, and names that may be modules."""
    package = file.relative_to(_PROGRAM).parent.parts
    for node in _run(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            above = ".".join((*base, *(node.module.split(".") if node.module else ())))
            yield above
            yield from (f"{above}.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom | ast.Import):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else node.names
            for name in (one if isinstance(one, str) else one.name for one in names):
                if name.partition(".")[0] not in sys.stdlib_module_names:
                    raise ValueError(f"{file}: {name} is not there in a browser")


def _run(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those that only a checker of types reads."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        yield node
        yield from _run(node)


def _zip(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    zipped.write(out, files.items())
    return out.getvalue()


def _folder(name: str, files: Mapping[str, bytes]) -> str:
    told = "".join(f"{name} {digest(body)}\n" for name, body in sorted(files.items()))
    return f"{FOLDER}/{name}.{digest(told.encode())}/"


def _is_counted(path: str) -> bool:
    return path.rpartition("/")[2] not in _UNCOUNTED

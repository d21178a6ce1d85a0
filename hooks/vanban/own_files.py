"""Files that the site makes of itself: one of ``docs`` at such a place would be lost, no word said.

What the site makes comes last, so that whoever asks for an office's own file gets the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .features.changes import feed
from .features.offline import archive
from .features.quiz.quiz import QuizBank
from .features.quiz.quiz_files import GIFT, PACKAGE, TABLE
from .features.session.plan import plans
from .features.session.session import deck_path
from .features.share import qr
from .law.corpus import Corpus
from .law.moves import Moves
from .law.problems import Problem
from .law.short_address import TODAY, shared
from .law.site_address import url
from .opendata import benchmark
from .opendata.files import ARCHIVE
from .publish import hosting

_ALWAYS = frozenset(
    {
        *("404.html", "ngoai-tuyen.html", "sw.js", "sitemap.xml", "sitemap.xml.gz", "SHA256SUMS"),
        *(hosting.FILE, feed.FILE, ARCHIVE, archive.FILE),
    }
)
_FOLDERS = ("api/", "ngoai-tuyen/", f"{benchmark.FOLDER}/")
_PAGE = "index.html"


def places(corpus: Corpus, quiz: QuizBank, moves: Moves) -> Iterator[str]:
    """Path in the site of every such file whose name is known before a build."""
    yield from _ALWAYS
    yield from map(deck_path, plans(corpus))
    for one in quiz.sets.values():
        yield from (one.page.removesuffix(".md") + ending for ending in (GIFT, TABLE, PACKAGE))
    for short, _ in shared(corpus):
        yield from (f"{short}{_PAGE}", f"{short}{TODAY}{_PAGE}", short + qr.FILE)
    for home in map(url, map(corpus.home, corpus.instruments)):
        yield from (f"{home}akn.xml", f"{home}akn-nguyen-van.xml")
    gone = {old.partition("#")[0] for old, _ in moves.moved()}
    yield from (f"{old}{_PAGE}" for old in gone if old.endswith("/"))


def _above(names: Iterable[str]) -> Iterator[str]:
    """Every folder that holds one of the files."""
    for name in names:
        steps = name.split("/")
        yield from ("/".join(steps[:depth]) for depth in range(1, len(steps)))


def check(
    files: Iterable[str], corpus: Corpus, quiz: QuizBank, moves: Moves, prefix: str
) -> Iterator[Problem]:
    """Each of ``files``, paths below ``docs``, that stands where the site puts its own.

    A page below one of the folders is told as such (``left_out.py``).
    """
    made = frozenset(places(corpus, quiz, moves))
    # (a file called like a folder of the site: the folder could not be made)
    folders = ("assets", *(one.rstrip("/") for one in _FOLDERS))
    taken = {one.casefold() for one in (*made, *_above(made), *folders)}
    for name in sorted(files):
        plain = name.casefold()  # Windows and macOS make one folder of API/ and api/
        if plain not in taken and plain.startswith(_FOLDERS) and not name.endswith(".md"):
            message = f"chỗ {plain.split('/')[0]}/ là của các tệp mà trang tự làm"
            advice = "chuyển tệp sang thư mục khác; có đường dẫn tới nó thì sửa theo"
            yield Problem(f"{prefix}/{name}", 1, 1, message, advice)
        elif plain in taken:
            message = "trang tự làm một tệp ở đúng chỗ này, nên tệp này sẽ bị thay, không ai hay"
            advice = "đổi tên tệp, hoặc xóa; có đường dẫn tới nó thì sửa theo"
            yield Problem(f"{prefix}/{name}", 1, 1, message, advice)

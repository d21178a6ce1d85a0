"""What the hand-out page knows: every provision with wording and every situation, in one script.

A hand-out is a list of ids in its address: ``nd72/5/1/d`` is a provision by its short address,
``~tin-ngay-mai-nghi-hoc`` a situation by the name of its page.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..law.current import Lead, current
from ..law.instrument import Target, vietnamese_date
from ..law.ledger import url
from ..law.provision import BULLET
from ..law.short_address import shared, short_address
from ..page import situations
from ..page.handout import SITUATION
from ..page.library import Library
from ..page.viewing import Viewer
from ..page.views import CERTAINTY_WORDS

FILE = "assets/javascripts/phieu-du-lieu.js"


def data(library: Library, public: str, directory_urls: bool) -> dict[str, object]:
    """What the file holds.

    ``dieu``: id → [name, wording, state, how it stands, how sure, page, today or "",
    what to mind or ""];
    ``chuyen``: id → [title, what happened, what to do, page]; ``cham``: id of a provision →
    a situation that touches it. ``goc`` is the public address, or "".
    """
    return {
        "ngay": vietnamese_date(library.today),
        "goc": public,
        "dieu": dict(_provisions(library, directory_urls)),
        "chuyen": dict(_situations(library, directory_urls)),
        "cham": _touching(library),
    }


def _provisions(library: Library, directory_urls: bool) -> Iterator[tuple[str, list[str]]]:
    corpus = library.corpus
    viewer = Viewer(library, "index.md")
    for path, target in shared(corpus):
        if target.unit is None:
            continue
        instrument = corpus.instruments[target.slug]
        status = viewer.status(target)
        found = corpus.provisions[(target.slug, target.unit)]
        label = library.label(target)
        address = corpus.address(target.slug, target.unit)
        anchor = f"#{address.anchor}" if address.anchor else ""
        yield (
            path.rstrip("/"),
            [
                label[:1].upper() + label[1:],
                found.text.replace(BULLET, "– "),
                status.css,
                f"{status.mark} {status.words}",
                CERTAINTY_WORDS[instrument.wording.certainty],
                _file(address.page, directory_urls) + anchor,
                _today(library, target),
                found.note,
            ],
        )


def _today(library: Library, target: Target) -> str:
    """Where the content of an ended provision stands today, in words; "" while it is in force."""
    corpus = library.corpus
    found = current(corpus.instruments[target.slug], target, library.today, corpus.instruments)
    if found.lead is Lead.ITSELF:
        return ""
    if not found.targets:
        return "chưa rõ"
    about = f" (so cả {library.unit_label(found.about)})" if found.about != target else ""
    sure = dict.fromkeys(CERTAINTY_WORDS[item.evidence.certainty] for item in found.pairings)
    places = "; ".join(library.label(item) for item in found.targets)
    return f"{places}{about}; {', '.join(sure)}"


def _situations(library: Library, directory_urls: bool) -> Iterator[tuple[str, list[object]]]:
    for page in situations.pages(Viewer(library, "index.md")):
        name = page.path.rpartition("/")[2].removesuffix(".md")
        yield (
            SITUATION + name,
            [
                page.title,
                " ".join(situations.story(page)),
                list(situations.advice(page)),
                _file(page.path, directory_urls),
            ],
        )


def _touching(library: Library) -> dict[str, str]:
    """For each provision the first situation whose page cites it."""
    found: dict[str, str] = {}
    for mention in library.graph.mentions:
        target = mention.citation.target
        if not (mention.citation.linked and target and target.unit):
            continue
        folder, _, name = mention.page.rpartition("/")
        path = short_address(library.corpus, target)
        if path and folder == situations.FOLDER and not name.startswith("index"):
            found.setdefault(path.rstrip("/"), SITUATION + name.removesuffix(".md"))
    return found


def _file(page: str, directory_urls: bool) -> str:
    return url(page).removeprefix("./") if directory_urls else page.removesuffix(".md") + ".html"

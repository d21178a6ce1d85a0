"""What the hand-out page knows: every provision with wording and every situation.

No script grows with the number of instruments: what the page needs at once is one, the wording of
each instrument another (``phieu/nd72.js``), fetched when an item of it is on the sheet, under a
name that carries its digest: a page gets the wording of its own release, or none. What can be
added is a third, for whoever looks for something to add.

A hand-out is a list of ids in its address: ``nd72/5/1/d`` is a provision by its short address,
``~tin-ngay-mai-nghi-hoc`` a situation by the name of its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any

from ...law.instrument import short_name, vietnamese_date
from ...law.moves import NO_MOVES, Moves
from ...law.provision import BULLET
from ...law.short_address import shared, short_address
from ...law.site_address import SiteAddresses
from ...law.standing import Form, Standing
from ...page import standing_words
from ...page.library import Library
from ...page.views import CERTAINTY_WORDS
from ..situations import situations

SITUATION = "~"
"""Begins the id of a situation; the id of a provision is its short address without the last /."""
FILE = "assets/javascripts/handout-data.js"
LIST = "assets/javascripts/handout-list.js"
PARTS = "assets/javascripts/phieu"
"""Where the provisions of each instrument lie, by its code."""


def files(
    library: Library, public: str, directory_urls: bool, moves: Moves = NO_MOVES
) -> dict[str, dict[str, object]]:
    """What each script holds, by its path.

    The ``dieu`` of the parts together are that of ``data``, ``ngay`` their day of checking; the
    first script has the rest of it and ``cac``, code → the part of that instrument. The list:
    ``duoi``, what follows the address of a page; ``cac``, code → [name of the instrument, its
    folder, ids without the code].
    """
    whole = data(library, public, directory_urls, moves)
    parts: dict[str, dict[str, object]] = {}
    for unit, row in whole.pop("dieu").items():
        parts.setdefault(unit.partition("/")[0], {})[unit] = row
    homes = {item.code: item for item in library.corpus.instruments.values()}
    listed = {
        code: [
            short_name(homes[code]),
            library.corpus.home(homes[code].slug).removesuffix("index.md"),
            " ".join(unit.partition("/")[2] for unit in part),
        ]
        for code, part in parts.items()
    }
    return {
        FILE: whole | {"cac": {code: part_of(code) for code in parts}},
        LIST: {"duoi": SiteAddresses(directory_urls).endings[1], "cac": listed},
        **{part_of(code): {"ngay": whole["ngay"], "dieu": part} for code, part in parts.items()},
    }


def part_of(code: str) -> str:
    """Where the part of an instrument lies, before it is stamped (``publish/digests.py``)."""
    return f"{PARTS}/{code}.js"


def data(
    library: Library, public: str, directory_urls: bool, moves: Moves = NO_MOVES
) -> dict[str, Any]:
    """All that the page can know.

    ``dieu``: id → [name, wording, state, how it stands, how sure, page, today or "",
    what to mind or ""];
    ``chuyen``: id → [title, what happened, what to do, page]; ``cham``: id of a provision →
    a situation that touches it. ``goc`` is the public address, or "". ``doi``: id that an address
    of last year may have → the id of the same content now, as the ledger tells.
    """
    units, stories = (
        dict(_provisions(library, directory_urls)),
        dict(_situations(library, directory_urls)),
    )
    return {
        "ngay": vietnamese_date(library.today),
        "goc": public,
        "dieu": units,
        "chuyen": stories,
        "cham": _touching(library),
        "doi": dict(_moved(moves, units.keys() | stories.keys())),
    }


def _provisions(library: Library, directory_urls: bool) -> Iterator[tuple[str, list[str]]]:
    corpus = library.corpus
    addresses = SiteAddresses(directory_urls)
    for path, target in shared(corpus):
        if target.unit is None:
            continue
        instrument = corpus.instruments[target.slug]
        stands = library.standing(target)
        status = standing_words.status(stands)
        found = corpus.provisions[target]
        yield (
            path.rstrip("/"),
            [
                library.title(target),
                found.text.replace(BULLET, "– "),
                status.css,
                status.marked,
                CERTAINTY_WORDS[instrument.wording.certainty],
                addresses.place(corpus.address(target)),
                _today(library, stands),
                found.note,
            ],
        )


def _today(library: Library, found: Standing) -> str:
    """Where the content of an ended provision stands today, in words; "" while it is in force."""
    if found.form is Form.ITSELF:
        return ""
    if found.form is Form.UNKNOWN:
        return standing_words.UNKNOWN
    whole = standing_words.compared_unit(found, library)
    places = "; ".join(library.label(item) for item in found.counterparts)
    return f"{places}{f' ({whole})' if whole else ''}; {standing_words.sure(found)}"


def _situations(library: Library, directory_urls: bool) -> Iterator[tuple[str, list[object]]]:
    for page in situations.pages(library):
        name = page.path.rpartition("/")[2].removesuffix(".md")
        yield (
            SITUATION + name,
            [
                page.title,
                " ".join(situations.story(page)),
                list(situations.advice(page)),
                SiteAddresses(directory_urls).page(page.path),
            ],
        )


def _moved(moves: Moves, known: Set[str]) -> Iterator[tuple[str, str]]:
    for old, new in moves.moved():
        if "#" not in old and (there := _id(new)) in known:
            yield _id(old), there


def _id(address: str) -> str:
    """The id of what stands at an address of the site, if it can be on a hand-out."""
    path = address.rstrip("/")
    folder, _, name = path.rpartition("/")
    return SITUATION + name if folder == situations.FOLDER else path


def _touching(library: Library) -> dict[str, str]:
    """For each provision the first situation whose page cites it."""
    found: dict[str, str] = {}
    for mention in library.graph.mentions:
        folder, _, name = mention.page.rpartition("/")
        target = mention.citation.target
        if folder != situations.FOLDER or name.startswith("index"):
            continue
        if not (mention.citation.linked and target and target.unit):
            continue
        if path := short_address(library.corpus, target):
            found.setdefault(path.rstrip("/"), SITUATION + name.removesuffix(".md"))
    return found

"""What a page says of itself to searchers and chats: one sentence or two, its own."""

from __future__ import annotations

from ..law import answer, drawn
from ..law.instrument import Target
from ..law.loading import Page
from ..law.markdown_source import HARD
from . import letter
from .gists import shortened
from .library import Library
from .viewing import Viewer

LIMIT = 160
SUMMARY, ANSWER = "tom-tat", "tra-loi"
"""Front matter keys of a page that sums itself up, and of one that begins with its answer."""
_SHORTEST = 40
_NO_PROSE = ("|", "<", "- ", "* ", "```", "[[", "!!!", "???")


def describe(library: Library, page: Page) -> str:
    """Name, state and gist of an article or an instrument; of another page its first prose."""
    said = answer.read(page.meta.get(ANSWER, ""))
    told = page.meta.get(SUMMARY, "") or (f"{said.first} {said.rest}".strip() if said else "")
    if told:
        return shortened(told, LIMIT)
    instrument = library.corpus.page_instrument(page.path)
    if instrument and (page.article or page.path == library.corpus.home(instrument.slug)):
        target = Target(instrument.slug, page.article)
        viewer = Viewer(library, page.path)
        title, status = library.title(target), viewer.status(target).words
        words = viewer.gist(target) if page.article else instrument.title
        return shortened(f"{title}, {status}. {words}", LIMIT)
    if letter.is_letter(page):
        return ""
    for block in page.blocks():
        text = block.words
        prose = not (block.level or block.quoted or text.startswith(_NO_PROSE))
        # A link would be missing from the words, and what a colon promises would not follow.
        prose = prose and HARD not in block.text and not text.endswith(":")
        if prose and drawn.read(text) is None and len(text) >= _SHORTEST:
            return shortened(text, LIMIT)
    return ""

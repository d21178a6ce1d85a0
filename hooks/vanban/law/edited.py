"""One page of a corpus has other words now: the corpus that follows, where nothing else does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .corpus import Corpus
from .instrument import Target
from .loading import Page, read_page, read_provisions
from .provision import Provision


def edited(corpus: Corpus, path: str, text: str, prefix: str = "docs") -> Corpus | None:
    """The corpus in which the page ``path`` has the source ``text`` (NFC).

    None where more changes than its running text (front matter, headings: addresses, names, menu
    and what the page is hang on them), where its units can no longer be read without a problem,
    and for a page that the corpus does not hold: then everything has to be read again.
    ``prefix`` is the folder of the pages for messages.
    """
    before = corpus.pages.get(path)
    if before is None:
        return None
    after = replace(read_page(text, path, before.slug), article=before.article)
    if _frame(after) != _frame(before):
        return None
    provisions = _provisions(corpus, after, f"{prefix}/{path}")
    if provisions is None:
        return None
    return replace(
        corpus,
        pages={**corpus.pages, path: after},
        provisions={**corpus.provisions, **provisions},
    )


def _frame(page: Page) -> tuple[object, ...]:
    """What other pages may know of a page besides its running text."""
    blocks = page.blocks()
    front = page.text[: blocks[0].start] if blocks else page.text
    headings = [
        (block.level, page.text[block.start : block.start + len(block.text)])
        for block in blocks
        if block.level
    ]
    return front.rstrip(), page.title, headings


def _provisions(corpus: Corpus, page: Page, file: str) -> Mapping[Target, Provision] | None:
    """The provisions that an article page words; None where one cannot be read."""
    instrument = corpus.page_instrument(page.path)
    if instrument is None or page.article is None:
        return {}
    found, problems = read_provisions(page, instrument, file)
    return None if problems else {Target(instrument.slug, one.unit): one for one in found}

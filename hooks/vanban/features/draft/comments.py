"""A draft given back with a comment at each citation that needs a look.

A citation may stand in several runs, and a run may hold more than the citation: runs are
cut so that the comment marks exactly the words that it speaks of.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from copy import deepcopy

from docx.text.run import Run
from lxml.etree import _Element as Element

from ...intake import word
from ...intake.document import Kind
from ...intake.numbering import W
from .judged import Judged, Verdict
from .words import VERDICT_WORDS, reasons

AUTHOR = "Kho văn bản"
INITIALS = "KVB"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def annotated(data: bytes, found: Iterable[Judged]) -> tuple[bytes, int, tuple[Judged, ...]]:
    """The draft with its comments, how many there are, and what found no place for one.

    ``data`` is the .docx that ``found`` was read from. The text itself stays letter for
    letter; comments that it has already stay too.
    """
    file = word.opened(data)
    paragraphs = dict(enumerate(word.paragraphs(file), 1))
    placed, lost = 0, []
    for one in found:
        if one.verdict is Verdict.IN_FORCE:
            continue
        paragraph = paragraphs.get(one.paragraph.number)
        runs = _runs(paragraph, one) if paragraph else []
        if not runs:
            lost.append(one)
            continue
        first, last = Run(runs[0], file), Run(runs[-1], file)
        file.add_comment([first, last], text=_words(one), author=AUTHOR, initials=INITIALS)
        placed += 1
    out = io.BytesIO()
    file.save(out)
    return out.getvalue(), placed, tuple(lost)


def _words(one: Judged) -> str:
    quoted = " ".join(one.citation.text.split())
    where = {Kind.NOTE: "Trong chú thích, ", Kind.BOX: "Trong khung chữ, "}
    head = f"{where.get(one.paragraph.kind, '')}“{quoted}”: {VERDICT_WORDS[one.verdict]}."
    return "\n".join([head, *reasons(one)])


def _runs(paragraph: word.WordParagraph, one: Judged) -> list[Element]:
    """The runs to mark: those of the citation, or of the paragraph that its note hangs on.

    Word keeps no comment in a note or a text box.
    """
    if paragraph.kind in (Kind.NOTE, Kind.BOX):
        host = paragraph.host
        return [] if host is None else host.findall(f"{W}r")
    start = one.citation.start - one.paragraph.start - one.paragraph.label
    end = one.citation.end - one.paragraph.start - one.paragraph.label
    return _isolated(paragraph.element, max(0, start), end)


def _isolated(paragraph: Element, start: int, end: int) -> list[Element]:
    """Runs that hold exactly the letters from ``start`` to ``end`` of a paragraph, cut so."""
    runs: list[Element] = []
    done = 0
    for piece in list(word.letters_of(paragraph)):
        first, last = max(start - done, 0), min(end - done, len(piece.text))
        done += len(piece.text)
        if first < last:
            runs.append(_alone(piece.element, first, last))
    return runs


def _alone(letters: Element, first: int, last: int) -> Element:
    """A run that holds the letters from ``first`` to ``last`` of one element, nothing else."""
    text = letters.text or ""
    if letters.tag == f"{W}t":
        for part, set_beside in (
            (text[:first], letters.addprevious),
            (text[last:], letters.addnext),
        ):
            if part:
                set_beside(_like(letters, part))
        letters.text = text[first:last]
        letters.set(_SPACE, "preserve")
    behind = list(letters.itersiblings())
    if behind:
        _in_new_run(behind)
    if any(child.tag != f"{W}rPr" for child in letters.itersiblings(preceding=True)):
        _in_new_run([letters])
    run = letters.getparent()
    assert run is not None
    return run


def _like(letters: Element, text: str) -> Element:
    other = letters.makeelement(letters.tag, {_SPACE: "preserve"})
    other.text = text
    return other


def _in_new_run(children: list[Element]) -> None:
    """Move the last children of a run into a run of the same look right behind it."""
    run = children[0].getparent()
    assert run is not None
    new = run.makeelement(run.tag, dict(run.attrib))
    look = run.find(f"{W}rPr")
    if look is not None:
        new.append(deepcopy(look))
    new.extend(children)
    run.addnext(new)

"""Slides in letters that fill them: as few slides as can be read, then as large as they allow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .layouts import Box, boxes
from .letters import LINE, lines, width
from .slide import ITEM, Look, Slide

SIZES = (48, 44, 40, 36, 32, 28)
"""Points of a text, the largest that fits is taken; below the last nobody reads at the back."""
_TITLES = (36, 32, 30)
_QUESTIONS = {Look.QUESTION: (60, 54, 44, 38), Look.STORIES: (48, 44, 40, 36)}
_GAP, _INDENT = 9, 32
"""Points below a paragraph, and before an item of a list."""
_INSET = 15, 8
"""Points across and down that a box keeps free."""
_SENTENCE = re.compile(r"(?<=[.;:?!])\s+")
_LETTER = re.compile(r"\S{1,3}\) ")


def fitted(slide: Slide) -> Iterator[Slide]:
    """A slide in its sizes; one that holds too much as several, each numbered."""
    slide = _titled(slide)
    box = boxes(slide.look).get(1)
    if box is None or slide.look in (Look.COVER, Look.STEP):
        yield slide
        return
    size, pieces = _pieces(slide.lines, box)
    for place, piece in enumerate(pieces, 1):
        count = f"{place}/{len(pieces)}" if len(pieces) > 1 else ""
        head = " · ".join(filter(None, (slide.head, count)))
        yield replace(slide, lines=tuple(piece), head=head, size=size)


def fits(told: Iterable[str], box: Box, size: int) -> bool:
    """Whether paragraphs are all seen in a box, in letters of ``size`` points."""
    across, down = box.width * 72 - _INSET[0], box.height * 72 - _INSET[1]
    height = 0.0
    for line in told:
        room = across - _INDENT * line.startswith(ITEM)
        height += lines(line.removeprefix(ITEM), size, room) * size * LINE + _GAP
    return height - _GAP <= down


def _pieces(told: Sequence[str], box: Box) -> tuple[int, list[list[str]]]:
    """As few pieces as the smallest letters allow, in the largest that need no more."""
    fewest = len(_cut(told, box, SIZES[-1]))
    for size in SIZES:
        made = _cut(told, box, size)
        if len(made) <= fewest and all(fits(piece, box, size) for piece in made):
            return size, made
    return SIZES[-1], _cut(told, box, SIZES[-1])


def _cut(told: Sequence[str], box: Box, size: int) -> list[list[str]]:
    """Pieces that fit; no lead-in stands last, and an item says again which point it is of."""
    made: list[list[str]] = [[]]
    point = ""
    for line in told:
        for part in _SENTENCE.split(line) if not fits([line], box, size) else [line]:
            last = made[-1]
            if last and not fits([*last, part], box, size):
                again = [f"{point} …"] if point and part.startswith(ITEM) else []
                if last[-1].endswith(":") and len(last) > 1:
                    again = [last.pop()]
                made.append([*again, part] if fits([*again, part], box, size) else [part])
            else:
                last.append(part)
            if not part.startswith(ITEM):
                found = _LETTER.match(part)
                point = found[0].strip() if found else ""
    return made


def _titled(slide: Slide) -> Slide:
    """A title that takes two lines breaks before the name of the instrument."""
    box = boxes(slide.look)[0]
    room = box.width * 72 - _INSET[0]
    title = slide.title
    if slide.whole and width(title, box.size, bold=True) > room:
        title = title.replace(f" {slide.whole}", f" \n{slide.whole}")
    sizes = _QUESTIONS.get(slide.look, _TITLES if box.size == _TITLES[0] else ())
    down = box.height * 72 - _INSET[1]
    for size in sizes:
        count = sum(lines(part, size, room, bold=True) for part in title.split("\n"))
        if count * size * LINE * 0.97 <= down:
            return replace(slide, title=title, title_size=size if size != box.size else 0)
    return replace(slide, title=title, title_size=sizes[-1] if sizes else 0)

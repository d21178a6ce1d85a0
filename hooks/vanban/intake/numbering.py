"""Numbers that Word makes by itself: “1.”, “a)”, “Điều 3.” stand in no text of the file.

Source of the rules: ISO/IEC 29500-1, 17.9 (numbering): an instance (w:num) leads to a
definition (w:abstractNum) with up to nine levels; a number counts on until a paragraph of
a level above it comes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMANS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"))
_SMALL_ROMANS = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST = 9


@dataclass(frozen=True)
class Level:
    """One level of a definition: how its number is written, in which words, from where on."""

    form: str
    text: str
    start: int
    glued: bool


@dataclass
class Numbering:
    """The counters of one document, moved on by each numbered paragraph; lives for one reading.

    ``styles`` is paragraph style → its own (numId, level), as the style sheet says.
    """

    levels: Mapping[str, Mapping[int, Level]]
    styles: Mapping[str, tuple[str, int]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _shared: Mapping[str, str] = field(default_factory=dict)

    def label(self, paragraph: Element) -> str:
        """The number that Word sets before a paragraph, with a space behind it; "" for none."""
        number, depth = self._place(paragraph)
        levels = self.levels.get(number, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(self._shared.get(number, number), {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for below in [other for other in counts if other > depth]:
            del counts[below]
        words = level.text
        for above in range(_DEEPEST, 0, -1):
            one = levels.get(above - 1)
            if one and f"%{above}" in words:
                count = counts.get(above - 1, one.start)
                words = words.replace(f"%{above}", _written(count, one.form))
        words = "".join("•" if "\ue000" <= letter <= "\uf8ff" else letter for letter in words)
        return words + ("" if level.glued or not words else " ")

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """NumId and level of a paragraph, its own or its style's; ("", 0) for none."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        number, depth = (
            self.styles.get(style.get(f"{W}val", ""), ("", 0)) if style is not None else ("", 0)
        )
        if own is not None:
            number = value(own, "numId") or number
            depth = whole(value(own, "ilvl"), depth)
        return ("", 0) if number == "0" else (number, depth)


def numbering(root: Element | None, styles: Element | None) -> Numbering:
    """The numbering of a document, from the roots of numbering.xml and styles.xml."""
    if root is None:
        return Numbering({}, {})
    definitions = {
        one.get(f"{W}abstractNumId", ""): {
            whole(level.get(f"{W}ilvl"), 0): _level(level) for level in one.findall(f"{W}lvl")
        }
        for one in root.findall(f"{W}abstractNum")
    }
    levels: dict[str, Mapping[int, Level]] = {}
    shared: dict[str, str] = {}
    for one in root.findall(f"{W}num"):
        number, definition = one.get(f"{W}numId", ""), value(one, "abstractNumId")
        own = dict(definitions.get(definition, {}))
        for override in one.findall(f"{W}lvlOverride"):
            depth = whole(override.get(f"{W}ilvl"), 0)
            level = override.find(f"{W}lvl")
            if level is not None:
                own[depth] = _level(level)
            start = value(override, "startOverride")
            if start and depth in own:
                old = own[depth]
                own[depth] = Level(old.form, old.text, whole(start, old.start), old.glued)
        levels[number] = own
        # instances of one definition count on, unless one begins anew
        anew = one.find(f"{W}lvlOverride") is not None
        shared[number] = number if anew else f"#{definition}"
    return Numbering(levels, _of_styles(styles), _shared=shared)


def _of_styles(root: Element | None) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for style in root.findall(f"{W}style") if root is not None else ():
        own = style.find(f"{W}pPr/{W}numPr")
        if own is not None:
            depth = whole(value(own, "ilvl"), 0)
            found[style.get(f"{W}styleId", "")] = (value(own, "numId"), depth)
    return found


def _level(level: Element) -> Level:
    form = value(level, "numFmt") or "decimal"
    glued = value(level, "suff") == "nothing"
    return Level(form, value(level, "lvlText"), whole(value(level, "start"), 1), glued)


def value(parent: Element, name: str) -> str:
    """The ``w:val`` of the child ``w:name``; "" where there is none."""
    child = parent.find(f"{W}{name}")
    return "" if child is None else str(child.get(f"{W}val", ""))


def whole(text: str | None, otherwise: int) -> int:
    """A whole number as XML attributes write it; ``otherwise`` for what is none."""
    return int(text) if text and text.isdecimal() else otherwise


def _written(count: int, form: str) -> str:
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    words = ""
    for size, letters in (*_ROMANS, *_SMALL_ROMANS):
        words += letters * (count // size)
        count %= size
    return words

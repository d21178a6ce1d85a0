"""A plan's slides as a PowerPoint file: real text in real placeholders, so that it can be edited.

python-pptx writes the parts; they are packed again with one date, so that two builds of the
same site give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import segno
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Inches, Length, Pt

from .deck import ITEM

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
INK, QUIET, ACCENT = "1F2426", "4C5457", "12555A"
TITLE, BODY, FOOT = Pt(36), Pt(30), Pt(16)
_MARGIN = Inches(0.7)
_CODE = Inches(1.35)
_DATE = datetime(2026, 1, 1)
_TITLE_AND_BODY = 1


class Told(Protocol):
    """What a slide says; ``path`` is the short address of a provision, or ""."""

    @property
    def title(self) -> str: ...
    @property
    def lines(self) -> tuple[str, ...]: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    @property
    def state(self) -> str: ...
    @property
    def path(self) -> str: ...


def pptx(slides: Sequence[Told], author: str, site_url: str) -> bytes:
    """The file. ``site_url`` ends with a slash; where it is "" no addresses and codes are made."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    properties = presentation.core_properties
    properties.title = slides[0].title if slides else ""
    properties.author, properties.language = author, "vi-VN"
    properties.created = properties.modified = properties.last_printed = _DATE
    properties.last_modified_by = author
    for told in slides:
        _slide(presentation, told, site_url)
    packed = io.BytesIO()
    presentation.save(packed)
    return _same(packed.getvalue())


def _slide(presentation: Any, told: Told, site_url: str) -> None:
    slide = presentation.slides.add_slide(presentation.slide_layouts[_TITLE_AND_BODY])
    title, body = slide.shapes.title, slide.placeholders[1]
    wide = Length(WIDTH - 2 * _MARGIN)
    _place(title, _MARGIN, Inches(0.4), wide, Inches(1.2))
    _text(title, [told.title], TITLE, ACCENT, bold=True)
    top = Inches(1.7)
    if told.state:
        line = slide.shapes.add_textbox(_MARGIN, Inches(1.55), wide, Inches(0.5))
        _text(line, [told.state], Pt(22), QUIET, bold=True)
        top = Inches(2.15)
    _place(body, _MARGIN, top, wide, Length(HEIGHT - top - Inches(1.1)))
    _text(body, told.lines, BODY, INK)
    if told.path and site_url:
        address = site_url + told.path
        foot = slide.shapes.add_textbox(_MARGIN, Inches(6.75), Inches(10), Inches(0.45))
        _text(foot, [address], FOOT, QUIET)
        foot.text_frame.paragraphs[0].runs[0].hyperlink.address = address
        picture = io.BytesIO()
        segno.make(address, error="m", micro=False).save(picture, kind="png", scale=8, border=2)
        picture.seek(0)
        left, low = WIDTH - _CODE - Inches(0.35), HEIGHT - _CODE - Inches(0.3)
        code = slide.shapes.add_picture(picture, left, low, _CODE, _CODE)
        code._element.nvPicPr.cNvPr.set("descr", f"Mã QR dẫn tới {address}")
    notes = [*told.notes, *([site_url + told.path] if told.path and site_url else [])]
    if notes:
        slide.notes_slide.notes_text_frame.text = "\n".join(notes)


def _place(shape: Any, left: Length, top: Length, width: Length, height: Length) -> None:
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def _text(
    shape: Any, lines: Sequence[str], size: Length, colour: str, *, bold: bool = False
) -> None:
    frame = shape.text_frame
    frame.word_wrap = True
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line.removeprefix(ITEM)
        run.font.size, run.font.bold = size, bold
        _plain(paragraph, item=line.startswith(ITEM))
        run.font.color.rgb = RGBColor.from_string(colour)  # type: ignore[no-untyped-call]
        paragraph.space_after = Pt(6)


def _plain(paragraph: Any, *, item: bool) -> None:
    """Left-aligned; only an item of a list keeps the bullet that the layout gives every line."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("algn", "l")
    if not item:
        properties.set("marL", "0")
        properties.set("indent", "0")
        properties.append(OxmlElement("a:buNone"))


def _same(packed: bytes) -> bytes:
    """The same parts in the same order with one date."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(packed)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = ZipInfo(name, date_time=_DATE.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return out.getvalue()

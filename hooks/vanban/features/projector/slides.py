"""A plan's slides as a PowerPoint file: real text in real placeholders, so that it can be edited.

python-pptx writes the parts; they are packed again with one date, so that two builds of the
same site give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import segno
from pptx.enum.dml import MSO_THEME_COLOR as THEME
from pptx.util import Pt

from . import layouts
from .slide import ITEM, Look, Slide

_DATE = datetime(2026, 1, 1)
_STATES = {"con": THEME.ACCENT_2, "het": THEME.ACCENT_3, "chua-ro": THEME.ACCENT_4}
"""The colour of a state; others that of what holds in part."""


def pptx(slides: Sequence[Slide], author: str, site_url: str) -> bytes:
    """The file. ``site_url`` ends with a slash; where it is "" no addresses and codes are made."""
    presentation, known = layouts.template()
    properties = presentation.core_properties
    properties.title = slides[0].title if slides else ""
    properties.author, properties.language = author, "vi-VN"
    properties.created = properties.modified = properties.last_printed = _DATE
    properties.last_modified_by = author
    for number, told in enumerate(slides, 1):
        slide = presentation.slides.add_slide(known[told.look])
        _fill(slide, told, site_url)
        if told.look is not Look.COVER:
            shapes = slide.shapes._spTree
            shapes.append(
                layouts.slide_number(number, 1 + max(map(int, shapes.xpath(".//p:cNvPr/@id"))))
            )
    packed = io.BytesIO()
    presentation.save(packed)
    return _same(packed.getvalue())


def _fill(slide: Any, told: Slide, site_url: str) -> None:
    """Put what a slide says into its placeholders; those without use go."""
    holders = {one.placeholder_format.idx: one for one in slide.placeholders}
    address = site_url + told.path if told.path and site_url else ""
    lines = {
        0: [told.title],
        1: told.lines,
        layouts.HEAD: [told.head] if told.head else (),
        layouts.NUMBER: [str(told.number)] if told.number else (),
        layouts.ADDRESS: [address] if address else (),
    }
    for index, holder in holders.items():
        if index == layouts.CODE and address:
            _code(holder, address)
        elif lines.get(index):
            _text(holder, lines[index], {0: told.title_size, 1: told.size}.get(index, 0))
        else:
            holder._element.getparent().remove(holder._element)
    if told.state:
        run = holders[layouts.HEAD].text_frame.paragraphs[0].runs[0]
        run.font.color.theme_color = _STATES.get(told.state, THEME.ACCENT_5)
    if address:
        holders[layouts.ADDRESS].text_frame.paragraphs[0].runs[0].hyperlink.address = address
    notes = [*told.notes, *([address] if address else [])]
    if notes:
        slide.notes_slide.notes_text_frame.text = "\n".join(notes)


def _text(holder: Any, lines: Sequence[str], size: int) -> None:
    frame = holder.text_frame
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.level = 1 if line.startswith(ITEM) else 0
        for again, words in enumerate(line.removeprefix(ITEM).split("\n")):
            if again:
                paragraph.add_line_break()
            run = paragraph.add_run()
            run.text = words
            if size:
                run.font.size = Pt(size)


def _code(holder: Any, address: str) -> None:
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="png", scale=8, border=2)
    picture.seek(0)
    placed = holder.insert_picture(picture)
    placed._element.nvPicPr.cNvPr.set("descr", f"Mã QR dẫn tới {address}")


def _same(packed: bytes) -> bytes:
    """The same parts in the same order with one date; every theme, that of notes too, is ours."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(packed)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = ZipInfo(name, date_time=_DATE.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            content = source.read(name)
            is_theme = name.startswith("ppt/theme/")
            target.writestr(info, layouts.themed(content) if is_theme else content)
    return out.getvalue()

"""The design of the slides as a PowerPoint template: what an editor finds under “Layout”.

One master and a layout for each look (``slide.Look``), 16:9. Letters are Arial, which is on every
system or has a substitute of the same widths. Whatever is read from the back of a room has at
least 24 pt, 4.5 % of the height.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Inches

from .slide import Look

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
FONT = "Arial"
HEAD, CODE, ADDRESS = 10, 12, 11
"""What placeholders are known by besides the title and the body (1): see ``slide.Slide``."""
NUMBER = 13
"""The large number of a step."""
COLOURS = {
    "dk1": "1B2322",
    "lt1": "FFFFFF",
    "dk2": "0B5357",
    "lt2": "FAF8F3",
    "accent1": "0B5357",
    "accent2": "17693D",
    "accent3": "973A20",
    "accent4": "6F5408",
    "accent5": "2B5598",
    "accent6": "525D5B",
    "hlink": "0B5357",
    "folHlink": "525D5B",
}
"""The colours of the theme; those of the site by day."""
WASH = "E4EEEC"
NAMES = {
    Look.COVER: "Bìa",
    Look.STEP: "Bước",
    Look.TEXT: "Chuyện, danh sách",
    Look.PROVISION: "Điều khoản",
    Look.TODAY: "Hôm nay ở đâu",
    Look.QUESTION: "Hỏi cả phòng",
    Look.STORIES: "Hỏi về mấy chuyện",
}
_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


@dataclass(frozen=True)
class Box:
    """A placeholder: what it is for, where it lies (inches), and its letters (points)."""

    index: int
    prompt: str
    left: float
    top: float
    width: float
    height: float
    size: int
    colour: str = "tx1"
    bold: bool = False
    anchor: str = "t"


@dataclass(frozen=True)
class Band:
    """A coloured strip behind the text (inches); ``colour`` is one of the theme or six digits."""

    left: float
    top: float
    width: float
    height: float
    colour: str


_TITLE = Box(0, "Tiêu đề", 0.8, 1.0, 11.7, 1.2, 36, "accent1", True)
_HEAD = Box(HEAD, "Dòng trên tiêu đề", 0.8, 0.5, 11.7, 0.55, 24, "accent6", True, "ctr")
_EDGE = Band(0, 0, 0.22, 7.5, "accent1")
_OF_MASTER = (_TITLE, Box(1, "Lời", 0.8, 2.35, 11.7, 4.4, 32))
_BOXES: Mapping[Look, tuple[Box, ...]] = {
    Look.COVER: (
        Box(0, "Tên buổi", 1.0, 1.6, 11.3, 2.6, 60, "bg1", True, "b"),
        Box(1, "Một dòng về buổi, ngày kiểm tra", 1.0, 4.5, 11.3, 1.9, 30, "bg1"),
    ),
    Look.STEP: (
        Box(NUMBER, "Số", 0.3, 2.6, 3.0, 2.2, 120, "bg1", True, "ctr"),
        Box(0, "Tên bước", 4.1, 0.7, 8.6, 2.5, 44, "accent1", True, "b"),
        Box(HEAD, "Dòng trên mục tiêu", 4.1, 3.5, 8.6, 0.55, 24, "accent6", True, "ctr"),
        Box(1, "Mục tiêu", 4.1, 4.1, 8.6, 2.6, 30),
    ),
    Look.TEXT: (_HEAD, _TITLE, Box(1, "Lời", 0.8, 2.35, 11.7, 4.4, 32)),
    Look.PROVISION: (
        _HEAD,
        _TITLE,
        Box(1, "Lời diễn đạt lại", 0.8, 2.35, 10.5, 4.0, 32),
        Box(ADDRESS, "Địa chỉ ngắn", 0.8, 6.65, 9.5, 0.5, 20, "accent6", False, "ctr"),
        Box(CODE, "Mã QR", 11.55, 5.55, 1.5, 1.5, 12),
    ),
    Look.TODAY: (_HEAD, _TITLE, Box(1, "Nơi nội dung nằm hôm nay", 0.8, 2.35, 11.7, 4.4, 32)),
    Look.QUESTION: (
        Box(HEAD, "Hỏi cả phòng", 1.0, 0.9, 11.3, 0.6, 28, "accent1", True, "ctr"),
        Box(0, "Câu hỏi", 1.0, 1.7, 11.3, 4.6, 54, "tx1", True, "ctr"),
    ),
    Look.STORIES: (
        Box(HEAD, "Hỏi cả phòng", 1.0, 0.9, 11.3, 0.6, 28, "accent1", True, "ctr"),
        Box(0, "Câu hỏi", 1.0, 1.6, 11.3, 2.6, 44, "tx1", True, "ctr"),
        Box(1, "Các chuyện", 1.0, 4.3, 11.3, 2.2, 32),
    ),
}
_BANDS: Mapping[Look, tuple[Band, ...]] = {
    Look.COVER: (Band(1.1, 4.3, 2.4, 0.05, "bg1"),),
    Look.STEP: (Band(0, 0, 3.6, 7.5, "accent1"),),
    Look.TODAY: (_EDGE,),
    Look.QUESTION: (Band(1.1, 6.5, 2.4, 0.05, "accent1"),),
}
_GROUNDS = {Look.COVER: "accent1", Look.TODAY: WASH, Look.QUESTION: WASH, Look.STORIES: WASH}


_OWN = (Look.COVER, Look.STEP, Look.TODAY, Look.QUESTION, Look.STORIES)
"""Looks whose strips are not those of the master."""


def boxes(look: Look) -> dict[int, Box]:
    """The placeholders of a layout by what they are known by."""
    return {box.index: box for box in _BOXES[look]}


def template() -> tuple[Any, Mapping[Look, Any]]:
    """An empty presentation of the design, and its layouts."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    master = presentation.slide_master
    every = list(presentation.slide_layouts)
    for spare in every[len(Look) :]:
        presentation.slide_layouts.remove(spare)
    _draw(master, (_EDGE,), _OF_MASTER, "bg2")
    _styles(master._element)
    found = {}
    for look, layout in zip(Look, every, strict=False):
        layout.name = NAMES[look]
        layout._element.set("userDrawn", "1")
        layout._element.attrib.pop("type", None)
        bands = _BANDS.get(look, ())
        if look in _OWN:
            layout._element.set("showMasterSp", "0")
        _draw(layout, bands, _BOXES[look], _GROUNDS.get(look, ""))
        found[look] = layout
    return presentation, found


def themed(theme: bytes) -> bytes:
    """A theme with our colours and letters."""
    root: Any = parse_xml(theme)
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for name, value in COLOURS.items():
        (colour,) = root.iter(f"{space}{name}")
        for child in list(colour):
            colour.remove(child)
        colour.append(parse_xml(f'<a:srgbClr {_SPACES} val="{value}"/>'))
    for kind in ("majorFont", "minorFont"):
        for font in root.iter(f"{space}{kind}"):
            font.find(f"{space}latin").set("typeface", FONT)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _draw(holder: Any, bands: Iterable[Band], placeholders: Iterable[Box], ground: str) -> None:
    """Lay out a master or a layout anew: its ground, its strips, its placeholders."""
    shapes = holder._element.cSld.spTree
    for old in list(shapes)[2:]:
        shapes.remove(old)
    if ground:
        common = holder._element.cSld
        for old in common.findall("{*}bg"):
            common.remove(old)
        common.insert(
            0, parse_xml(f"<p:bg {_SPACES}><p:bgPr>{_fill(ground)}<a:effectLst/></p:bgPr></p:bg>")
        )
    made = [*map(_band, bands), *(_placeholder(box) for box in placeholders), _slide_number()]
    for number, text in enumerate(made, 2):
        shapes.append(parse_xml(text.replace("%ID%", str(number))))


def _fill(colour: str) -> str:
    kind = "srgbClr" if len(colour) == 6 and colour.isupper() else "schemeClr"
    return f'<a:solidFill><a:{kind} val="{colour}"/></a:solidFill>'


def _place(*inches: float) -> str:
    left, top, width, height = (Inches(one) for one in inches)
    return (
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def _band(band: Band) -> str:
    return (
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="%ID%" name="Nền %ID%"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{_place(band.left, band.top, band.width, band.height)}{_fill(band.colour)}"
        "<a:ln><a:noFill/></a:ln></p:spPr>"
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="vi-VN"/></a:p>'
        "</p:txBody></p:sp>"
    )


def _kind(index: int) -> str:
    kinds = {0: 'type="title"', 1: 'type="body" idx="1"', CODE: f'type="pic" idx="{CODE}"'}
    return kinds.get(index, f'type="body" sz="quarter" idx="{index}"')


def _placeholder(box: Box) -> str:
    centred = ' algn="ctr"' if box.index == NUMBER or (box.index == HEAD and box.width < 4) else ""
    bold = ' b="1"' if box.bold else ' b="0"'
    level = (
        f'<a:lvl1pPr marL="0" indent="0"{centred}><a:buNone/>'
        f'<a:defRPr sz="{box.size}00"{bold}>{_fill(box.colour)}</a:defRPr></a:lvl1pPr>'
    )
    if box.index == 1:
        level += (
            f'<a:lvl2pPr><a:defRPr sz="{box.size}00">{_fill(box.colour)}</a:defRPr></a:lvl2pPr>'
        )
    return (
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="%ID%" name={quoteattr(box.prompt)}/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {_kind(box.index)}/></p:nvPr></p:nvSpPr>"
        f"<p:spPr>{_place(box.left, box.top, box.width, box.height)}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" lIns="91440" tIns="45720" rIns="91440" bIns="45720" '
        f'anchor="{box.anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>{level}</a:lstStyle>'
        f'<a:p><a:r><a:rPr lang="vi-VN"/><a:t>{escape(box.prompt)}</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )


def _slide_number() -> str:
    """The number of the slide, at the lower right; see ``slide_number`` for that of a slide."""
    return (
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="%ID%" name="Số trang"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="4"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{_place(10.4, 6.7, 1.0, 0.4)}</p:spPr>"
        '<p:txBody><a:bodyPr anchor="ctr"/><a:lstStyle><a:lvl1pPr algn="r">'
        f'<a:defRPr sz="1400">{_fill("accent6")}</a:defRPr></a:lvl1pPr></a:lstStyle>'
        '<a:p><a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
        '<a:rPr lang="vi-VN"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="vi-VN"/></a:p>'
        "</p:txBody></p:sp>"
    )


def slide_number(number: int, shape: int) -> Any:
    """The element that shows the number of one slide; ``shape`` is its id there."""
    text = (
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="{shape}" name="Số trang"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="4"/></p:nvPr></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:bodyPr/><a:lstStyle/>"
        '<a:p><a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
        f'<a:rPr lang="vi-VN"/><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>'
    )
    return parse_xml(text)


def _styles(master: Any) -> None:
    """Titles to the left; level 1 of a text is plain, level 2 an item of a list."""
    styles = master.find("{*}txStyles")
    for old in list(styles):
        if old.tag.endswith("titleStyle") or old.tag.endswith("bodyStyle"):
            styles.remove(old)
    face = '<a:latin typeface="+{}-lt"/><a:ea typeface="+{}-ea"/><a:cs typeface="+{}-cs"/>'
    title = (
        f'<p:titleStyle {_SPACES}><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="3600" b="1">{_fill("accent1")}'
        f"{face.format('mj', 'mj', 'mj')}</a:defRPr></a:lvl1pPr></p:titleStyle>"
    )
    levels = "".join(_level(number, face.format("mn", "mn", "mn")) for number in range(1, 6))
    styles.insert(0, parse_xml(title))
    styles.insert(1, parse_xml(f"<p:bodyStyle {_SPACES}>{levels}</p:bodyStyle>"))


def _level(number: int, face: str) -> str:
    item = number > 1
    margin = 400_000 * (number - 1)
    bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if item else "<a:buNone/>"
    indent = -400_000 if item else 0
    return (
        f'<a:lvl{number}pPr marL="{margin}" indent="{indent}" algn="l">'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="900"/></a:spcAft>'
        f'{bullet}<a:defRPr sz="3200">{_fill("tx1")}{face}</a:defRPr></a:lvl{number}pPr>'
    )

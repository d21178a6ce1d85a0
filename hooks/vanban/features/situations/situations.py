"""Situations from school life: grouped by topic, and findable by the provision they touch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...law.drawn import Drawn, read
from ...law.instrument import Target
from ...law.loading import Page
from ...law.markdown_source import Block
from ...law.names import folded
from ...law.problems import Problem
from ...law.units import Kind, sort_key
from ...page.context import PageContext
from ...page.drawing import Stories, Table
from ...page.library import Library
from ...page.views import LinkView

FOLDER = "tinh-huong"
LIST = f"{FOLDER}/index.md"
"""The page that lists them all, with its filters."""
WORD = "tình huống"
STORY, ADVICE, LAW = "chuyện gì", "nên làm", "luật hôm nay"
"""How the headings of what happened, of what to do and of the law begin; as in ``law.names``."""
GROUPS = {
    "chia-se-tin": "Chia sẻ tin chưa kiểm chứng",
    "binh-luan": "Bình luận và lời xúc phạm",
    "hoc-sinh": "Hình ảnh và dữ liệu của học sinh",
    "bi-mat-cong-viec": "Chuyện nội bộ và bí mật công việc",
    "quan-tri-nhom": "Làm chủ trang, nhóm",
    "ban-hang": "Bán hàng và quảng cáo",
    "gia-mao-ai": "Giả mạo và hình ảnh do AI tạo",
    "phat-ngon": "Nói thay cho trường",
    "da-lo": "Đã lỡ rồi, làm gì bây giờ?",
}
"""Values of the front matter key ``nhom``, in the order of the page."""


@dataclass(frozen=True)
class SituationView:
    link: LinkView
    summary: str
    touches: tuple[str, ...]
    """Articles the page cites, as ``slug#dieu-8``: what the filter goes by."""


@dataclass(frozen=True)
class SituationGroup:
    id: str
    name: str
    situations: tuple[SituationView, ...]


def pages(library: Library) -> list[Page]:
    """The situation pages of the corpus, by path."""
    return [
        page
        for path, page in library.corpus.pages.items()
        if path.startswith(f"{FOLDER}/") and page.meta.get("nhom")
    ]


def named(drawn: str) -> str | None:
    """The situation that a drawing line names (“tình huống: ten-tep”); None for any other."""
    kind, colon, name = drawn.partition(":")
    return name.strip() if colon and folded(kind) == folded(WORD) else None


def find(library: Library, name: str) -> Page | None:
    """The page of a situation by the name of its file."""
    page = library.corpus.pages.get(f"{FOLDER}/{name}.md")
    return page if page and page.meta.get("nhom") else None


def story(page: Page) -> tuple[str, ...]:
    """What happened: the paragraphs under the heading that asks it."""
    return tuple(block.words for block in _under(page, STORY))


def advice(page: Page) -> tuple[str, ...]:
    """What to do: the items under the heading that asks it."""
    return tuple(block.words for block in _under(page, ADVICE) if block.item)


def law(page: Page) -> tuple[Drawn, ...]:
    """What the page opens under the heading that asks what the law says today."""
    found = (read(block.words) for block in _under(page, LAW))
    return tuple(drawn for drawn in found if drawn)


def _under(page: Page, beginning: str) -> Iterator[Block]:
    """The prose under the headings that begin so."""
    asked = False
    for block in page.blocks():
        if block.level:
            asked = folded(block.text).startswith(beginning)
        elif asked:
            yield block


def retold(here: PageContext, page: Page) -> list[Element]:
    """A situation as other pages tell it: its title with a link to its page, and what happened."""
    link = LinkView(here.viewer.page_href(page.path), page.title)
    return here.render("situations/retold.html", link=link, story=story(page))


def _names(library: Library) -> Iterator[str]:
    """The names of situations as drawing lines have them."""
    for path in library.corpus.pages:
        folder, _, name = path.rpartition("/")
        if folder == FOLDER and name != "index.md":
            yield name.removesuffix(".md")


def check(found: Page, file: str) -> list[Problem]:
    """A situation whose topic is not one of ``GROUPS``, or that does not say what to do."""
    if not found.path.startswith(f"{FOLDER}/") or found.path.endswith("/index.md"):
        return []
    problems = []
    group = found.meta.get("nhom", "")
    if group not in GROUPS and (group or not found.has_key("nhom")):
        place = found.key_place("nhom")
        how = f"chọn một trong: {', '.join(GROUPS)}"
        message = f"nhom: “{group}” không phải nhóm tình huống"
        problems.append(Problem(file, place.line, place.col, message, how))
    if not story(found):
        message = "tình huống chưa kể chuyện gì xảy ra"
        how = "thêm “## Chuyện gì xảy ra?” và dưới đó vài câu"
        problems.append(Problem(file, 1, 1, message, how))
    if not advice(found):
        message = "tình huống chưa nói nên làm gì"
        how = "thêm “## Nên làm gì?” và dưới đó một danh sách (mỗi dòng bắt đầu bằng -)"
        problems.append(Problem(file, 1, 1, message, how))
    return problems


def listing(here: PageContext) -> list[Element]:
    """The grouped list with its two filters; whole without script."""
    library, viewer = here.library, here.viewer
    touched: dict[str, dict[Target, None]] = {}
    for mention in library.graph.mentions:
        target = mention.citation.target
        if mention.citation.linked and target and target.unit and mention.page.startswith(FOLDER):
            article = target.unit.top
            if article.kind is Kind.ARTICLE:
                touched.setdefault(mention.page, {})[Target(target.slug, article)] = None
    groups = []
    for name, label in GROUPS.items():
        found = [item for item in pages(library) if item.meta["nhom"] == name]
        views = tuple(
            SituationView(
                LinkView(viewer.page_href(item.path), item.title),
                item.meta.get("tom-tat", ""),
                tuple(map(str, touched.get(item.path, ()))),
            )
            for item in sorted(found, key=lambda item: item.title)
        )
        if views:
            groups.append(SituationGroup(name, label, views))
    choices = sorted({target for found in touched.values() for target in found}, key=_order)
    options = [(str(target), library.label(target)) for target in choices]
    return here.render("situations/list.html", groups=groups, options=options)


def _order(article: Target) -> tuple[str, tuple[int, int]]:
    return article.slug, sort_key(article.unit.number if article.unit else "")


TABLES: Mapping[str, Table] = {"danh sách tình huống": listing}
"""What ``[[…]]`` draws in."""
STORIES = Stories(
    named,
    find,
    _names,
    retold,
    unknown="không phải trang tình huống nào",
    advice=f"ghi tên tệp trong {FOLDER}/, không có .md",
    kind=WORD,
)

"""Share pages: small pages at short addresses that lead to a clause at once.

A chat that shows a preview reads the title and the Open Graph data and so says
which clause it is and whether it is in force. The page leads on by itself, without
script, by a relative address, so that it works wherever the site lies.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from ...law.instrument import State, Target, vietnamese_date
from ...law.names import capital
from ...law.short_address import TODAY, shared
from ...law.site_address import SiteAddresses
from ...law.standing import Form, Standing, parts
from ...page import standing_words
from ...page.gists import shortened, told
from ...page.library import Library
from ...page.linking import relative
from ...publish.small_page import small_page, style

GIST_LIMIT = 140
_PICTURES = {State.IN_FORCE: "dang", State.PARTLY: "dang", State.ENDED: "het"}
"""Pictures that a chat shows beside a link, by state. (Windows has no file called “con”.)"""
_UNKNOWN = "chua"
"""The picture of all other states."""


@dataclass(frozen=True)
class SharePage:
    """One page: ``path`` is its folder, as the ledger has it; ``html`` the whole of it."""

    path: str
    html: str


@dataclass(frozen=True)
class SharePages:
    """Makes the pages of one build.

    ``site_url`` is the public address with a slash at its end, or "" where it is not
    known; ``directory_urls`` says whether pages are folders (``dieu-8/``) or files.
    """

    library: Library
    site_name: str
    site_url: str
    directory_urls: bool

    def all(self) -> Iterator[SharePage]:
        """Every share page, in the order of the corpus, each followed by its “today”."""
        for path, target in shared(self.library.corpus):
            title, gist = self._title(target), self._gist(target)
            yield self._leading(path, target, title, gist)
            found = self.library.standing(target)
            if found.form is Form.ITSELF:
                yield self._leading(path + TODAY, target, title, gist)
            else:
                yield self._elsewhere(path + TODAY, found)

    def _elsewhere(self, here: str, found: Standing) -> SharePage:
        """The “today” of what is not, or not known to be, in force itself."""
        if found.settled:
            (there,) = found.counterparts
            title = self._title(there)
            old, gist = self.library.label(found.target), self._gist(there)
            told = f"Nơi nội dung {old} nằm hôm nay ({standing_words.sure(found)}). {gist}"
            words = f"Hôm nay: {title[:1].lower()}{title[1:]}"
            return self._leading(here, there, words, shortened(told, GIST_LIMIT))
        return SharePage(here, self._choice(here, found))

    def _leading(self, path: str, target: Target, title: str, gist: str) -> SharePage:
        to = escape(self._href(path, target))
        head = f'<meta http-equiv="refresh" content="0;url={to}">'
        head += self._picture(target) + self._canonical(target)
        body = f'<h1><a href="{to}">{escape(title)}</a></h1>'
        return SharePage(path, self._html(path, title, gist, head, body))

    def _choice(self, path: str, found: Standing) -> str:
        """Where several provisions, or none, stand for the old one: say so and let choose."""
        library, target = self.library, found.target
        title = f"{library.title(target)}: hôm nay ở đâu?"
        lines = [f"<h1>{escape(title)}</h1><p>Được hỏi: {self._link(path, target)}</p>"]
        below = parts(library.corpus, found)
        compared = [
            (f"{one.limb} của {unit.label}" if one.limb else unit.label, one)
            for unit, pairings in below
            for one in pairings
        ]
        if below:
            found = replace(found, form=Form.SEVERAL, pairings=tuple(one for _, one in compared))
        else:
            compared = [(one.limb, one) for one in found.pairings]
        sure = standing_words.sure(found)
        if found.counterparts:
            lines.append(f"<p>Đối chiếu: {sure}.</p>")
        whole = standing_words.compared_whole(found, library)
        if below:
            lines.append(f"<p>Ở đây mới đối chiếu từng phần của {library.unit_label(target)}:</p>")
        if whole:
            whole = f"{whole}: "
            told = f"Ở đây chưa đối chiếu riêng {library.unit_label(target)}, mới đối chiếu {whole}"
            lines.append(f"<p>{escape(told)}</p>")
        for limb, pairing in compared:
            if limb:
                lines.append(f"<p>{escape(capital(limb))}:</p>")
            items = "".join(self._item(path, item.target) for item in pairing.today)
            lines.append(f"<ul>{items}</ul>" if items else f"<p>{standing_words.NOWHERE}</p>")
        if not found.pairings:
            lines.append(f"<p>{standing_words.NOWHERE}</p>")
        description = standing_words.NOWHERE
        if found.counterparts:
            places = "; ".join(library.label(item) for item in found.counterparts)
            description = f"Đối chiếu ({sure}): {whole}{places}"
        head = style(path) + self._picture(target) + self._canonical(target)
        gist = shortened(description, GIST_LIMIT)
        home = posixpath.relpath(".", path) + ("/" if self.directory_urls else "/index.html")
        lines.append(f'<p><a href="{home}">{escape(self.site_name)}: trang chủ</a></p>')
        return self._html(path, title, gist, head, "".join(lines))

    def _picture(self, target: Target) -> str:
        """What a chat shows beside the link: how the provision stands, in one picture."""
        if not self.site_url:
            return ""
        state = self.library.standing(target).state
        name = _PICTURES.get(state, _UNKNOWN) if state else _UNKNOWN
        picture = escape(f"{self.site_url}assets/images/{name}.png")
        return f'<meta property="og:image" content="{picture}">'

    def _item(self, path: str, target: Target | None) -> str:
        if target is None:
            return "<li>Chưa thấy quy định nào tương ứng.</li>"
        gist = f"<span>{escape(self._gist(target))}</span>"
        href, name = escape(self._href(path, target)), escape(self.library.title(target))
        state = escape(standing_words.status(self.library.standing(target)).marked)
        return f'<li><a href="{href}"><b>{name}</b> <span>{state}</span> {gist}</a></li>'

    def _link(self, path: str, target: Target) -> str:
        href, title = escape(self._href(path, target)), escape(self._title(target))
        return f'<a href="{href}">{title}</a>'

    def _html(self, path: str, title: str, description: str, head: str, body: str) -> str:
        graph = {"og:type": "article", "og:site_name": self.site_name, "og:title": title}
        if self.site_url:
            # The share address itself: a chat that went on to the article's page would
            # show the article's words instead of the clause's.
            graph["og:url"] = self.site_url + path
        metas = "".join(
            f'<meta property="{name}" content="{escape(text)}">'
            for name, text in graph.items()
            if text
        )
        foot = (
            "<p>Tham khảo, không phải bản chính thức · kiểm tra ngày "
            f"{vietnamese_date(self.library.today)}</p>"
        )
        return small_page(path, title, description or title, metas + head, body + foot)

    def _title(self, target: Target) -> str:
        """“Khoản 1 Điều 8 Luật An ninh mạng năm 2018 · hết hiệu lực từ 01/7/2026”."""
        status = standing_words.status(self.library.standing(target))
        return f"{self.library.title(target)} · {status.words}"

    def _gist(self, target: Target) -> str:
        text = told(self.library.corpus, target)
        return shortened(text or self.library.corpus.instruments[target.slug].title, GIST_LIMIT)

    def _canonical(self, target: Target) -> str:
        if not self.site_url:
            return ""
        address = self.library.corpus.address(target)
        page = SiteAddresses(directories=True).page(address.page)
        return f'<link rel="canonical" href="{escape(self.site_url + page)}">'

    def _href(self, path: str, target: Target) -> str:
        """The relative link from a share page to a provision."""
        place = SiteAddresses(self.directory_urls).place(self.library.corpus.address(target))
        return relative(f"{path}index.html", place)

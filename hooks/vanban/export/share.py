"""Share pages: small pages at short addresses that lead to a clause at once.

A chat that shows a preview reads the title and the Open Graph data and so says
which clause it is and whether it is in force. The page leads on by itself, without
script, by a relative address, so that it works wherever the site lies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from ..law.current import Current, Lead, current
from ..law.instrument import Target, vietnamese_date
from ..law.ledger import url
from ..law.short_address import TODAY, shared
from ..page.library import Library
from ..page.linking import relative
from ..page.viewing import Viewer

GIST_LIMIT = 180
_STYLE = (
    ":root{color-scheme:light dark}body{font:18px/1.65 system-ui,sans-serif;"
    "max-width:34em;margin:2em auto;padding:0 1em}h1{font-size:1.2em}li{margin:.5em 0}"
)


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
            yield self._page(path, target)
            yield self._today(path, target)

    def _page(self, path: str, target: Target) -> SharePage:
        return self._leading(path, target, self._title(target))

    def _today(self, path: str, target: Target) -> SharePage:
        corpus = self.library.corpus
        instrument = corpus.instruments[target.slug]
        found = current(instrument, target, self.library.today, corpus.instruments)
        here = path + TODAY
        if found.lead in (Lead.ITSELF, Lead.ONE):
            title = self._title(found.targets[0])
            return self._leading(here, found.targets[0], title)
        return SharePage(here, self._choice(here, target, found))

    def _leading(self, path: str, target: Target, title: str) -> SharePage:
        to = self._href(path, target)
        refresh = f'<meta http-equiv="refresh" content="0; url={escape(to)}">'
        canonical = self._canonical(target)
        body = f'<h1><a href="{escape(to)}">{escape(title)}</a></h1>'
        return SharePage(
            path, self._html(path, title, self._gist(target), refresh + canonical, body)
        )

    def _choice(self, path: str, target: Target, found: Current) -> str:
        """Where several provisions, or none, stand for the old one: say so and let choose."""
        name = _capital(self.library.label(target))
        title = f"{name}: hôm nay ở đâu?"
        about = _capital(self.library.label(found.about))
        if found.lead is Lead.LIST:
            where = "hôm nay đọc ở những nơi sau, theo cách đọc của người biên soạn:"
            words = f"Nội dung của {about} {where}"
        else:
            words = f"Chưa rõ nội dung của {name} hôm nay đứng ở đâu."
        items = "".join(self._item(path, item) for item in found.targets)
        body = (
            f"<h1>{escape(title)}</h1><p>{escape(words)}</p><ul>{items}</ul>"
            f'<p>Điều khoản được hỏi: <a href="{escape(self._href(path, target))}">'
            f"{escape(self._title(target))}</a></p>"
        )
        return self._html(path, title, words, "", body)

    def _item(self, path: str, target: Target) -> str:
        href, title = escape(self._href(path, target)), escape(self._title(target))
        return f'<li><a href="{href}">{title}</a></li>'

    def _html(self, path: str, title: str, description: str, head: str, body: str) -> str:
        graph = {
            "og:type": "article",
            "og:locale": "vi_VN",
            "og:site_name": self.site_name,
            "og:title": title,
            "og:description": description,
        }
        if self.site_url:
            graph["og:url"] = self.site_url + path
        metas = "".join(
            f'<meta property="{name}" content="{escape(text)}">'
            for name, text in graph.items()
            if text
        )
        return (
            '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            f'<title>{escape(title)}</title><meta name="robots" content="noindex">'
            f'<meta name="description" content="{escape(description or title)}">{metas}{head}'
            f"<style>{_STYLE}</style></head><body>{body}"
            "<p>Tham khảo, không phải bản chính thức · kiểm tra ngày "
            f"{vietnamese_date(self.library.today)}</p></body></html>\n"
        )

    def _title(self, target: Target) -> str:
        """“Khoản 1 Điều 8 Luật An ninh mạng năm 2018 · hết hiệu lực từ 01/7/2026”."""
        status = Viewer(self.library, "index.md").status(target)
        return f"{_capital(self.library.label(target))} · {status.words}"

    def _gist(self, target: Target) -> str:
        found = self.library.corpus.provisions.get((target.slug, target.unit or ""))
        text = " ".join(found.text.split()) if found else ""
        if len(text) <= GIST_LIMIT:
            return text or self.library.corpus.instruments[target.slug].title
        return text[:GIST_LIMIT].rsplit(" ", 1)[0] + " …"

    def _canonical(self, target: Target) -> str:
        if not self.site_url:
            return ""
        address = self.library.corpus.address(target.slug, target.unit)
        return f'<link rel="canonical" href="{escape(self.site_url + url(address.page))}">'

    def _href(self, path: str, target: Target) -> str:
        """The relative link from a share page to a provision."""
        address = self.library.corpus.address(target.slug, target.unit)
        page = (
            url(address.page) if self.directory_urls else address.page.removesuffix(".md") + ".html"
        )
        anchor = f"#{address.anchor}" if address.anchor else ""
        return relative(f"{path}index.html", page) + anchor


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

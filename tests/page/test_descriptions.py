"""What a page says of itself to search engines and chats."""

from __future__ import annotations

from building import CHECKED
from vanban.cite.engine import Engine
from vanban.cite.graph import Graph
from vanban.law.corpus import Corpus
from vanban.page.descriptions import LIMIT, describe
from vanban.page.library import Library

LAW = "luat-24-2018-qh14"


def test_every_page_of_the_law_describes_itself(corpus: Corpus) -> None:
    library = Library(corpus, Graph(()), Engine(corpus).cite, CHECKED)
    told = [describe(library, page) for page in library.corpus.pages.values() if page.slug]
    own = [words for words in told if words]
    assert len(own) == len(set(own))
    article = library.corpus.pages[f"van-ban/{LAW}/dieu-8.md"]
    words = describe(library, article)
    assert words.startswith("Điều 8 Luật An ninh mạng năm 2018, hết hiệu lực từ 01/7/2026. ")
    assert len(words) <= LIMIT

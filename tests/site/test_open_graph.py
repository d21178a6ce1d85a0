"""What searchers and chats read of a page: its own description, and Open Graph data."""

from __future__ import annotations

from building import Site


def normal(site: Site) -> list[str]:
    """Pages with the theme; share pages have a test of their own."""
    return [page for page in site.pages if site.tree(page).find_class("md-content")]


def meta(site: Site, page: str, query: str) -> str:
    return str(site.tree(page).xpath(f"string(//meta[{query}]/@content)"))


def test_every_page_has_open_graph_data_in_agreement_with_itself(site: Site) -> None:
    for page in normal(site):
        assert meta(site, page, "@property='og:title'"), page
        assert meta(site, page, "@property='og:locale'") == "vi_VN", page
        words = meta(site, page, "@property='og:description'")
        assert words == meta(site, page, "@name='description'"), page
        assert 20 <= len(words) <= 400, page


def test_the_title_of_an_article_names_its_instrument(site: Site) -> None:
    title = meta(site, "van-ban/luat-24-2018-qh14/dieu-8/", "@property='og:title'")
    assert title.startswith("Điều 8.")
    assert title.endswith("Luật An ninh mạng năm 2018")


def test_pages_do_not_all_say_the_same(site: Site) -> None:
    told = [meta(site, page, "@name='description'") for page in normal(site)]
    assert len(set(told)) > 0.95 * len(told)

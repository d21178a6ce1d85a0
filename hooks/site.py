"""MkDocs events, each a few lines calling the core."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.export import jump
from vanban.export.share import SharePages
from vanban.law.corpus import load_corpus
from vanban.law.instrument import Target
from vanban.law.ledger import LEDGER_FILE
from vanban.law.problems import report
from vanban.page import previews, search_titles
from vanban.page.checks import every_problem
from vanban.page.descriptions import describe
from vanban.page.extension import VanBanExtension
from vanban.page.fragments import Fragments
from vanban.page.library import Library, short_name
from vanban.page.navigation import navigation
from vanban.page.slugs import heading_id

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

FRAGMENTS = Path(__file__).parent / "theme" / "fragments"


@dataclass
class Build:
    """What one build carries on ``config.extra``: its knowledge, and the page being rendered."""

    library: Library
    page: str = ""
    directories: bool = True
    linked: dict[str, tuple[Target, ...]] = field(default_factory=dict)

    def owner(self, page: str) -> str:
        """The short name of the instrument that a page belongs to; empty where there is none."""
        instrument = self.library.corpus.page_instrument(page)
        return short_name(instrument) if instrument else ""

    def previews(self, page: str) -> str:
        """JSON of the provisions that a page links to; empty where there is nothing to preview."""
        rows = previews.block(self.library, self.linked.get(page, ()), page, self.directories)
        return previews.as_json(rows)

    def is_article(self, page: str) -> bool:
        """Whether a page words an article, whose units can be copied and shared."""
        found = self.library.corpus.pages.get(page)
        return bool(found and found.article)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read everything, refuse what is wrong, and hang the extension and the menu in."""
    docs = Path(config.docs_dir)
    root = Path(config.config_file_path or docs).parent
    corpus = load_corpus(docs, root)
    engine = Engine(corpus)
    today = config.extra["ngay-kiem-tra"]
    graph = build_graph(corpus, engine, today, docs.relative_to(root).as_posix())
    places = config.extra["noi-tra-cuu"]
    databases = {key: (row["ten"], row["dia-chi"]) for key, row in places.items()}
    build = Build(
        Library(corpus, graph, engine.cite, today, databases),
        directories=config.use_directory_urls,
    )
    ledger = root / LEDGER_FILE
    published = ledger.read_text(encoding="utf-8") if ledger.exists() else ""
    problems = every_problem(build.library, published, docs.relative_to(root).as_posix())
    if problems:
        raise PluginError(report(problems))
    config.extra["vanban"] = build
    config.markdown_extensions.append(
        VanBanExtension(  # type: ignore[arg-type]
            build.library,
            Fragments(FRAGMENTS),
            lambda: build.page,
            str(config.extra.get("thu-bao-loi", "")),
            build.linked,
        )
    )
    config.mdx_configs.setdefault("toc", {})["slugify"] = heading_id
    config.nav = navigation(corpus)
    offline = config.plugins.get("material/offline")
    if offline and offline.config.enabled:  # which would fetch it from another host
        config.extra["polyfills"] = ["assets/javascripts/iframe-worker.js"]
    return config


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Pages are dated by the day of checking, so that two builds are the same."""
    for file in files.documentation_pages():
        if file.page:
            file.page.update_date = config.extra["ngay-kiem-tra"].isoformat()
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Say which page is about to be rendered, and let it describe itself."""
    build = config.extra["vanban"]
    build.page = page.file.src_uri
    source = build.library.corpus.pages.get(build.page)
    if source:
        page.meta.setdefault("description", describe(build.library, source))
    return markdown


def on_post_build(config: MkDocsConfig) -> None:
    """After the pages: full titles in the index of the search, and the index of the jump box."""
    library, out = config.extra["vanban"].library, Path(config.site_dir)
    found = out / search_titles.FILE
    if found.exists():
        text = found.read_text(encoding="utf-8")
        text = search_titles.retitled(text, library.corpus, library.today)
        found.write_text(text, encoding="utf-8")
    address = config.site_url or ""
    for page in SharePages(library, config.site_name, address, config.use_directory_urls).all():
        file = out / page.path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.html, encoding="utf-8")
    text = jump.script(library.corpus, library.today, config.use_directory_urls)
    (out / jump.FILE).write_text(text, encoding="utf-8")

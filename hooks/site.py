"""MkDocs events, each a few lines calling the core."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import collector
from jinja2 import ChoiceLoader, FileSystemLoader
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File
from rendering import hang_in, offline, without_traceback
from vanban.build import JOINED, OVERRULING, Build
from vanban.built_addresses import BuiltAddresses, problem
from vanban.calendar_day import calendar_day
from vanban.features import FEATURES
from vanban.features.changes import feed
from vanban.features.day import timeline
from vanban.features.dispatch import dispatch
from vanban.features.draft.shipped import shipped as shipped_by
from vanban.features.handout import handout_data
from vanban.features.offline import archive, service_worker
from vanban.features.quiz import quiz_files, quiz_room
from vanban.features.search import provisions, texts
from vanban.features.search.sections import plain, without_marks
from vanban.features.session import session
from vanban.features.session.plan import plans
from vanban.features.share import qr
from vanban.features.share.share_pages import SharePages
from vanban.law.short_address import shared
from vanban.opendata.files import ARCHIVE
from vanban.page.compiled import Compiled
from vanban.page.descriptions import describe
from vanban.page.navigation import navigation
from vanban.page.slugs import heading_id
from vanban.page.unbroken import unbroken
from vanban.project import open_project
from vanban.publish import bundle, digests, hosting, scripts
from vanban.publish.public_address import public_address
from vanban.publish.written import Written
from vanban.settings import DISK_FILE, MKDOCS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

LOG = get_plugin_logger("vanban")
THEME = Path(__file__).resolve().parent / "theme"
SOURCES = (THEME / "assets", FEATURES)
"""The folders of our styles and scripts."""
STYLE = "assets/stylesheets/page.css"


@without_traceback
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read everything, refuse what is wrong, and hang the extension and the menu in."""
    collector.begin_anew()
    settings = Path(config.config_file_path or Path(config.docs_dir).parent / MKDOCS_FILE)
    project = open_project(settings.absolute().parent, settings.name, calendar_day())
    if project.problems:
        raise PluginError(f"\n{project.findings}")
    folders = config.use_directory_urls
    build = Build(project.library, project.menu, directories=folders, moves=project.moves)
    build.quiz, build.project = project.quiz, project
    build.addresses = BuiltAddresses(project.moves, disk=settings.name == DISK_FILE)
    if folders:  # a page from a disk may start no worker
        build.shipped = shipped_by(project.root, project.library)
    hang_in(config, build, project.prefix)
    config.mdx_configs.setdefault("toc", {})["slugify"] = heading_id
    config.nav = navigation(project.corpus)
    build.address = public_address(config.site_url)
    if not build.address:
        LOG.info("chưa ghi site_url trong mkdocs.yml: không làm mã QR")
    written = service_worker.is_being_written(config.site_url)
    wanted = config.extra.get("ngoai-tuyen", True) is not False
    build.keeps = wanted and not written and config.use_directory_urls
    collector.keep_all()
    return config


@without_traceback
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Styles and scripts as browsers get them, and nothing that no page asks for."""
    build = config.extra["vanban"]
    _add_features(files, config)
    build.theme_style = next(file.src_uri for file in files if bundle.is_main(file.src_uri))
    places = dispatch.places(build.library.corpus)
    (theme,) = _take(files, [build.theme_style])
    theme, pictures = bundle.pictures(theme, apart=config.use_directory_urls)
    styles = {STYLE: bundle.style([*_take(files, config.extra_css), places])}
    config.extra_css, build.shared_styles = [], [STYLE]
    styles |= {to: bundle.style(_take(files, parts)) for to, parts in JOINED.items()}
    ours = {file.src_uri: file for file in _ours(files)}
    alone = [path for path in ours if path.endswith(".css")]
    styles |= {path: bundle.style(_take(files, [path])) for path in alone}
    shared = bundle.styled(styles[STYLE])
    build.sheets = {
        path: bundle.styled(text) - shared
        for path, text in styles.items()
        if path not in (STYLE, *OVERRULING)
    }
    modules = {
        PurePosixPath(path).stem: file.content_string
        for path, file in ours.items()
        if path.endswith(".js")
    }
    made = styles | {build.theme_style: theme} | pictures | scripts.built(modules)
    for file in list(files):
        path = file.src_uri
        if bundle.is_spare(path) or path in ours:
            files.remove(file)
    for path, text in made.items():
        files.append(File.generated(config, path, content=text))
    if offline(config).archive:
        packed = File.generated(config, archive.FILE, abs_src_path=os.environ[archive.VARIABLE])
        files.append(packed)
    for plan in plans(build.library.corpus):
        # These load python-pptx, which is slow, and many a site has no plan.
        from vanban.features.projector import deck, slides

        body = slides.pptx(deck.deck(plan, build.library), config.site_name, build.address)
        files.append(File.generated(config, session.deck_path(plan), content=body))
    told = (build.library, build.address, config.use_directory_urls)
    for path, text in quiz_files.files(build.quiz, *told):
        files.append(File.generated(config, path, content=text))
    files.append(File.generated(config, ARCHIVE, content=build.given.archive))
    news = feed.feed(build.library, config.site_name, build.address, config.use_directory_urls)
    files.append(File.generated(config, feed.FILE, content=news))
    return files


def _ours(files: Files) -> list[File]:
    """The sources of our styles and scripts, which stand in what is built.

    Pictures are none: they go out as they are.
    """
    folders: dict[str, bool] = {}  # to find out where one really lies takes long

    def is_ours(source: str) -> bool:
        folder = os.path.dirname(source)  # noqa: PTH120 (a Path for each of hundreds takes long)
        if folder not in folders:  # which is not always absolute
            folders[folder] = any(map(Path(folder).resolve().is_relative_to, SOURCES))
        return folders[folder]

    return [
        file
        for file in files
        if file.abs_src_path and not file.src_uri.endswith(".png") and is_ours(file.abs_src_path)
    ]


def _add_features(files: Files, config: MkDocsConfig) -> None:
    """The styles and scripts of features, as though they lay in the assets of the theme.

    PluginError where two sources have one name: scripts import each other by it.
    """
    for kind, folder in ((".css", "stylesheets"), (".js", "javascripts")):
        for source in sorted(FEATURES.glob(f"*/*{kind}")):
            path = f"assets/{folder}/{source.name}"
            if files.get_file_from_path(path):
                raise PluginError(f"{source}: another file has this name; give it its own")
            files.append(File.generated(config, path, abs_src_path=str(source)))


def _take(files: Files, paths: Iterable[str]) -> list[str]:
    """The texts of files, which then no longer stand by themselves."""
    texts = []
    for path in paths:
        file = files.get_file_from_path(path)
        if file is None:
            raise PluginError(f"mkdocs.yml: {path}: there is no such file in the theme or in docs/")
        texts.append(file.content_string)
        files.remove(file)
    return texts


@without_traceback
def on_env(env: Environment, **_: Any) -> Environment:
    """Templates of the theme include those of features (``projector/button.html``).

    All of them, also those of Material, escape what is not said to be markup.
    """
    env.autoescape = True
    env.auto_reload = False  # an environment lives for one build
    env.bytecode_cache = Compiled("site")
    loaders = [env.loader] if env.loader else []
    env.loader = ChoiceLoader([*loaders, FileSystemLoader(FEATURES, encoding="utf-8")])
    return env


@without_traceback
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Pages are dated by the day of checking, so that two builds are the same."""
    for file in files.documentation_pages():
        if file.page:
            file.page.update_date = config.extra["vanban"].library.today.isoformat()
    return nav


@without_traceback
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Say which page is about to be rendered, and let it describe itself."""
    build = config.extra["vanban"]
    build.page = page.file.src_uri
    source = build.library.corpus.pages.get(build.page)
    if source:
        page.meta.setdefault("description", describe(build.library, source))
    return markdown


@without_traceback
def on_page_content(content: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Put by what the search reads of a page, and take the marks out that only it needs."""
    build = config.extra["vanban"]
    # Named by its heading, a page has markup for a title; by the menu or its front matter, text.
    if "title" not in vars(page) and "title" not in page.meta:
        page.title = plain(page.title or "")
    title = " ".join((page.title or "").split())
    known = build.told.of(content)
    build.texts.append(texts.text_of(page.file.src_uri, title, content, page.meta, known))
    moved: str = build.moved.lines(page.file.src_uri)
    shown = unbroken(without_marks(content)) + moved
    build.addresses.rendered(page.file.src_uri, shown)
    return shown


def on_post_page(output: str, **_: Any) -> str:
    """The page without the indentation of its templates."""
    return bundle.page(output)


@event_priority(-90)  # what other plugins write into the site is there by now
@without_traceback
def on_post_build(config: MkDocsConfig) -> None:
    """After the pages: what follows from all of them, and names after contents."""
    build: Build = config.extra["vanban"]
    shipped = build.shipped
    library, out, directories = build.library, Path(config.site_dir), config.use_directory_urls
    site_url = config.site_url or ""
    fetched = Written(out)
    for path, value in _fetched(build, directories).items():
        fetched.write(path, scripts.data(value))
    written = Written(out)
    names = build.names = digests.stamp(written, versions=directories)
    share = SharePages(library, config.site_name, site_url, directories)
    small = [(page.path, page.html) for page in share.all()]
    small += [(page.path, page.html) for page in build.moved.all()]
    for path, html in small:
        name = f"{path}index.html"
        written.write(name, names.put(html, name))
    for path, _ in shared(library.corpus) if build.address else ():
        written.write(f"{path}{qr.FILE}", qr.svg(build.address + path))
    if directories and not service_worker.is_being_written(site_url):
        build.given.write(out)
    if directories:
        headers = hosting.headers_file(shipped.worker if shipped else "")
        (out / hosting.FILE).write_text(headers, encoding="utf-8")
    folders = tuple(library.corpus.home(one).removesuffix("index.md") for one in library.letters)
    service_worker.write(
        out, library.today, keeps=build.keeps, letters=folders, known=written.bodies
    )
    for path, body in shipped.files.items() if shipped else ():  # last: no browser keeps them
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(body)
    if lacking := build.addresses.lacking(out):
        settings = Path(config.config_file_path or MKDOCS_FILE).name
        raise PluginError(f"\n{problem(lacking, settings)}")
    collector.keep_all()  # the process ends: looking all of it through frees nothing


def _fetched(build: Build, directories: bool) -> dict[str, object]:
    """The files that scripts fetch when a reader asks for something: path in the site → value."""
    library = build.library
    quoted = provisions.quoted_by_letter(library)
    return {
        quiz_room.FILE: quiz_room.data(build.quiz, library, build.address, directories),
        provisions.FILE: provisions.index(library.corpus, library.today, directories, quoted),
        **handout_data.files(library, build.address, directories, build.moves),
        **texts.files(library, build.texts, directories),
        **timeline.files(library, directories),
    }

"""MkDocs as an editor meets it: its words in Vietnamese.

``python hooks/builder.py SETTINGS FOLDER`` builds strictly.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from pathlib import Path

# Material prints an advertisement for another builder at every start; once was enough.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

if __name__ == "__main__":  # MkDocs takes its time to load; whoever started this one tells it
    from own_python import stop_at_once

    stop_at_once()

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from own_python import speak
from vanban.commands import builder_words
from vanban.commands.publish import STARTER
from vanban.law.reading import told
from vanban.settings import MKDOCS_FILE, read_settings

_SERVER = "mkdocs.livereload"


class Words(logging.Handler):
    """Tells what MkDocs logs, and keeps the faults of one build for the page that lists them."""

    def __init__(self, root: Path, settings: str) -> None:
        super().__init__(logging.INFO)
        self._root, self._settings = root, settings
        self.faults: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.levelno >= logging.WARNING:
            if record.name != _SERVER:  # which logs what browsers ask for in vain
                self.add(message)
            return
        words = builder_words.news(message, self._settings)
        if words:
            print(words, file=sys.stderr, flush=True)

    def add(self, message: str) -> None:
        docs = read_settings(self._root, self._settings).docs
        for line in builder_words.faults(message, docs, self._read):
            if line not in self.faults:
                self.faults.append(line)
                print(line, file=sys.stderr, flush=True)

    def _read(self, file: str) -> str:
        try:
            return (self._root / file).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""


def listening(root: Path, settings: str) -> Words:
    words = Words(root, settings)
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.handlers = [words]
    return words


def built(
    words: Words,
    root: Path,
    settings: str,
    to: str,
    url: str = "",
    listener: object = None,
) -> bool:
    """One build; whatever goes wrong is told and kept in ``words``.

    ``url`` is where it is previewed; ``listener`` is told the events of the build.
    """
    words.faults = []
    for problem in read_settings(root, settings).problems:
        words.add(str(problem))
    if words.faults:  # told with their places, as MkDocs could not
        return False
    try:
        config = load_config(config_file=str(root / settings), site_dir=to, strict=True)
        if url:
            config.site_url = url
        if listener:
            config.plugins["nghe"] = listener  # type: ignore[assignment]
        mkdocs_build(config, serve_url=url or None)
    except MkDocsException as error:
        words.add(error.format_message())
        if not words.faults:
            words.add(told(error))
        return False
    except Exception as error:
        words.add(told(error))
        return False
    return True


def build(root: Path, settings: str, to: str, url: str = "") -> int:
    """A strict build of the project in ``root`` into the folder ``to``; 1 where it has faults.

    With ``url`` it is one for the preview there, made behind it and giving way to it.
    """
    if url and hasattr(os, "nice"):
        os.nice(5)
    return 0 if built(listening(root, settings), root, settings, to, url) else 1


def end_with(starter: int) -> None:
    """End this process soon after the one that started it, where that was killed.

    Nobody waits for the site any more, and the next run tidies the folder it is built in.
    Windows does not tell.
    """

    def watch() -> None:
        while os.getppid() == starter:
            time.sleep(0.5)
        os._exit(1)

    if sys.platform != "win32":
        threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    speak()  # whoever reads our words from a pipe or a file reads UTF-8, on Windows too
    if found := os.environ.get(STARTER):
        end_with(int(found))
    sys.exit(build(Path.cwd(), *(sys.argv[1:] or [MKDOCS_FILE, "site"])))

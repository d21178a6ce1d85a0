"""Folders of an instrument whose ``van-ban.yml`` is gone: all their addresses go with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .corpus import Corpus
from .instrument import INSTRUMENT_FILE
from .problems import Problem

_ARTICLE = re.compile(r"(.+)/dieu-\d+[a-z]*\.md")
_PUBLISHED = re.compile(r"(.+)/#dieu-\d\S*")
_NEIGHBOUR = re.compile(r"(?:index|dieu-\d+[a-z]*|muc-\d+)\.md")


def check(corpus: Corpus, ledger: str, prefix: str) -> Iterator[Problem]:
    """One problem a folder: of articles alone, or one that is known to have had articles."""
    homes = {item.file.rpartition("/")[0] for item in corpus.instruments.values()}
    beside: dict[str, list[str]] = {}
    for page in corpus.pages:
        folder, _, name = page.rpartition("/")
        beside.setdefault(folder, []).append(name)
    lines = (*corpus.pages, *ledger.splitlines())
    found = (_ARTICLE.fullmatch(line) or _PUBLISHED.fullmatch(line) for line in lines)
    for folder in dict.fromkeys(one[1] for one in found if one):
        is_article = folder.rpartition("/")[0] in homes  # a page of an instrument that is there
        if (
            folder in homes
            or is_article
            or not all(map(_NEIGHBOUR.fullmatch, beside.get(folder, [""])))
        ):
            continue
        message = "thư mục này có trang của một văn bản mà không còn tệp này"
        advice = "lấy lại tệp ấy từ bản trước; văn bản mới thì chép từ một thư mục khác rồi sửa"
        yield Problem(f"{prefix}/{folder}/{INSTRUMENT_FILE}", 0, 0, message, advice)

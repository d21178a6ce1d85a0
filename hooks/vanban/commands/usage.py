"""What every command shares: words on wrong use, days and places as options give them."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NoReturn

from ..cite.citation import Context
from ..law.corpus import Corpus
from ..law.units import unit_of
from ..page.nearest import meant


class UsageError(Exception):
    """Wrong input from the command line, told in one line."""


_MESSAGES = (
    # argparse's own words, Python 3.11 to 3.14 → Vietnamese
    (r"the following arguments are required: (.+)", "còn thiếu: {0}"),
    (r"unrecognized arguments: (.+)", "không hiểu “{0}”"),
    (
        r"argument (.+?): invalid choice: '?(.*?)'? \((?:choose from )(.*)\)",
        "{0}không có “{1}”; {2}",
    ),
    (r"argument (.+?): not allowed with argument (.+)", "{0} và {1} không đi cùng nhau"),
    (r"argument (.+?): expected one argument", "{0}: thiếu giá trị đi sau"),
    (r"argument (.+?): expected at (?:least|most) (?:one|\d+) arguments?", "{0}: thiếu giá trị"),
    (r"argument (.+?): ignored explicit argument '?(.*?)'?", "{0} không nhận giá trị “{1}”"),
    (r"argument (.+?): invalid (?:\S+) value: '?(.*?)'?", "{0}: giá trị “{1}” không dùng được"),
    (r"ambiguous option: (\S+) could match (.+)", "“{0}” có thể là {1}: viết đủ chữ"),
    (r"one of the arguments (.+) is required", "cần một trong: {0}"),
)


_ELSEWHERE = re.compile(r"[A-Za-z][\w+.-]*://|[\w.-]+@[\w.-]+:|[\w-]+(?:\.[\w-]+)+:/")
"""“https://truong.vn/”, “ten@may-chu:/srv”, “may-chu.vn:/srv”."""
_OF_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\\\")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """argparse that speaks Vietnamese: its help, and one line on what is wrong."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"formatter_class": _Formatter, **options, "add_help": False})  # type: ignore[arg-type]
        self._positionals.title = "đối số"
        self._optionals.title = "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in lời chỉ dẫn này")

    def error(self, message: str) -> NoReturn:
        """One Vietnamese line to standard error; exit status 2."""
        self.exit(2, f"{self.prog}: {in_vietnamese(message)} (xem: {self.prog} --help)\n")


def in_vietnamese(message: str) -> str:
    """Argparse's message in Vietnamese; one that is not known stands in brackets."""
    for pattern, words in _MESSAGES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            said = found.groups()
            return words.format(*(_of_many(*said) if "{0}không" in words else said))
    return f"lệnh viết chưa đúng ({message})"


def _of_many(argument: str, said: str, among: str) -> tuple[str, str, str]:
    """A choice that is not there: what it is of, what was said, and what may be meant.

    The names are told once: a list of them that stands for the argument is left out.
    """
    choices = re.findall(r"[^\s',]+", among)
    advice = meant(said, choices, f"chọn một trong: {', '.join(choices)}")
    return "" if "|" in argument else f"{argument}: ", said, advice


def place_of(given: object) -> Path:
    """Where an option has something written. PowerShell, quotes and make leave “~” as it stands:
    it means what shells mean by it, and no folder of that name is made. Nor is one that is called
    like another machine: whoever reads that the site was put there would look for it in vain.
    """
    said = str(given)
    if _ELSEWHERE.match(said) or (sys.platform != "win32" and _OF_WINDOWS.match(said)):
        raise UsageError(
            f"“{said}” không phải thư mục của máy này: ghi vào một thư mục ở đây, rồi chép lên"
            " máy chủ"
        )
    if not said.startswith("~"):  # “./~” is such a name
        return Path(said)
    try:
        return Path(said).expanduser()
    except RuntimeError:
        raise UsageError(f"“{said}”: không rõ ~ là thư mục nào; ghi đủ đường dẫn") from None


def day_of(given: object) -> date | None:
    """The day that an option gives as YYYY-MM-DD; None for none."""
    if given is None:
        return None
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        raise UsageError(f"“{given}” không phải ngày, viết YYYY-MM-DD") from None


def context_of(corpus: Corpus, where: object, day: date | None) -> Context:
    """The context that ``SLUG`` or ``SLUG#UNIT`` names; UsageError where there is none."""
    if where is None:
        return Context(as_of=day)
    slug, _, unit = str(where).partition("#")
    instrument = corpus.instruments.get(slug)
    if instrument is None:
        raise UsageError(f"không có văn bản “{slug}” trong kho")
    path = unit_of(unit)
    if unit and path not in instrument.outline.units:
        raise UsageError(f"{instrument.short} không có “{unit}”")
    return Context(slug, path, day)

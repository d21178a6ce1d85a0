"""Dates in prose: written by one rule, and the day of checking never typed.

The rule is that of ``vietnamese_date`` (Nghị định 30/2020/NĐ-CP, phụ lục I): a zero before
days under 10 and before the months 1 and 2, and before no other number. It holds for pages,
notes in ``van-ban.yml`` and questions; not for a letter shown letter for letter, nor for
titles, headings of articles and official names, which stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..law.instrument import Evidence, Instrument, Validity, vietnamese_date
from ..law.loading import Page
from ..law.markdown_source import place_of
from ..law.problems import Problem
from . import letter
from .library import Library

KeyPath = tuple[str | int, ...]

_NO_DAY = "không có ngày này trong lịch"
_TYPED = "ngày kiểm tra viết tay trong lời văn"
_TYPED_ADVICE = (
    "bỏ ngày ấy, hoặc viết “ngày kiểm tra ghi ở cuối trang”: "
    "ngày ấy chỉ đứng ở mkdocs.yml và ở kiem-tra trong van-ban.yml"
)
_SLASHED = r"\d{1,2}[ ]?/[ ]?\d{1,2}[ ]?/[ ]?\d{4}"
_MARKED = r"(?P<day>\d{1,2})(?P<mark>[.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})"
_SHORT = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d\d))?"
_APART = r"(?<![\w/.,-])"
_WHOLE = r"(?![\w/-]|[.,]\d)"
"""On both sides of a date: no part of a longer number, of an address, of a file's name."""
_FORMS = (
    # 5/10/2026, 5 / 10 / 2026
    rf"{_APART}(?P<day>\d{{1,2}})[ ]?/[ ]?(?P<month>\d{{1,2}})[ ]?/[ ]?(?P<year>\d{{4}}){_WHOLE}",
    # 5-10-2026, 5.10.2026
    rf"{_APART}{_MARKED}{_WHOLE}",
    # 2026-10-05
    rf"{_APART}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){_WHOLE}(?!\.\w)",
    # ngày 5/10, ngày 5/10/26; not “mỗi ngày 1/2 giờ”
    rf"(?<=\bngày )(?<!mỗi ngày ){_SHORT}{_WHOLE}",
    # ngày 5 tháng 1
    r"(?<=\bngày )(?P<day>\d{1,2})(?P<word> tháng )(?P<month>\d{1,2})(?!\w|/\d)",
    # tháng 1/2025
    r"(?<=\btháng )(?P<month>\d{1,2})/(?P<year>\d{4})(?![\w/-])",
)
_DATES = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_SPACES = str.maketrans("\n\r\t\u00a0\u202f", "     ")
# Every form begins so; the number of an instrument (1001/2020) does not.
_PERHAPS = re.compile(r"\d(?:(?<!\d\d)\d?(?:\s?/\s?|[.-]|\stháng\s)\d|\d{3}-\d)")
_CHECKED_ON = re.compile(
    r"(?:kiểm tra|rà soát)(?:[ ](?:lại|gần nhất|vào|là|tới|đến|hôm))*(?:[ ]ngày)?(?:[ ]là)?[ ]"
    rf"(?P<day>{_SLASHED}|\d{{4}}-\d{{2}}-\d{{2}})(?![\w/-])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Slip:
    """A date to be written otherwise: where in the text, what is wrong, what to do."""

    at: int
    message: str
    advice: str


def slips(text: str) -> Iterator[Slip]:
    """Every date of ``text`` that breaks the rule, and every typed day of checking, in order.

    ``text`` is prose, white space folded or not; offsets are code points.
    """
    if not _PERHAPS.search(text):
        return
    # A line break or a hard space parts words as a space does, and keeps every offset.
    plain = text.translate(_SPACES)
    found = [
        *(Slip(one.start("day"), _TYPED, _TYPED_ADVICE) for one in _CHECKED_ON.finditer(plain)),
        *(slip for form in _DATES for one in form.finditer(plain) for slip in _judge(one)),
    ]
    yield from sorted(found, key=lambda slip: slip.at)


def check(library: Library, prefix: str = "docs") -> Iterator[Problem]:
    """What ``slips`` finds in pages and notes; ``prefix`` is the folder of the docs."""
    corpus = library.corpus
    for page in corpus.pages.values():
        yield from check_page(page, f"{prefix}/{page.path}")
    for instrument in corpus.instruments.values():
        yield from _in_instrument(instrument, f"{prefix}/{instrument.file}")


def _judge(found: re.Match[str]) -> Iterator[Slip]:
    """Nothing where the date is written as it should be."""
    part = {"day": None, "year": None, "word": None} | found.groupdict()
    year = int(part["year"] or 0)
    try:
        # 2000 is a leap year: 29/02 without a year may be right.
        full = year + 2000 if year < 100 else year
        day = date(full, int(part["month"] or 0), int(part["day"] or 1))
    except ValueError:
        advice = "xem lại ngày và tháng; thứ tự là ngày/tháng/năm"
        yield Slip(found.start(), f"“{found[0]}”: {_NO_DAY}", advice)
        return
    numbers = vietnamese_date(day).split("/")
    wanted = numbers[not part["day"] : 3 if part["year"] else 2]
    right = (part["word"] or "/").join(wanted)
    if found[0] != right:
        message = f"“{found[0]}”: ngày tháng viết khác quy tắc chung"
        yield Slip(found.start(), message, f"viết “{right}”")


def check_page(page: Page, file: str) -> Iterator[Problem]:
    """What ``slips`` finds in one page."""
    official = [(part.first, part.last) for part in letter.of_page(page.text)]
    for block in page.blocks():
        if block.level and page.slug:
            continue  # names of instruments and articles
        for slip in slips(block.text):
            place = place_of(page.text, block.start + slip.at)
            if not any(first <= place.line <= last for first, last in official):
                yield Problem(file, place.line, place.col, slip.message, slip.advice)
    for key, value in page.meta.items():
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            continue  # a day for machines
        for slip in slips(value):
            line = page.text.count("\n", 0, max(page.text.find(f"\n{key}:"), 0) + 1) + 1
            yield Problem(file, line, 1, f"{key}: {slip.message}", slip.advice)


def _in_instrument(instrument: Instrument, file: str) -> Iterator[Problem]:
    for where, text in notes(instrument):
        for slip in slips(text):
            known = where
            while known and known not in instrument.places:
                known = known[:-1]
            line, col = instrument.places.get(known, (1, 1))
            yield Problem(file, line, col, f"{where[-1]}: {slip.message}", slip.advice)


def notes(instrument: Instrument) -> Iterator[tuple[KeyPath, str]]:
    """The texts of ``van-ban.yml`` that are the site's own words, by where they stand."""
    yield ("ban-hanh-chu",), instrument.issued_text
    yield ("cong-bao",), instrument.gazette
    yield ("muc-luc", "can-cu"), instrument.outline.basis
    yield from _of_evidence(("can-cu",), instrument.identity)
    yield from _of_evidence(("noi-dung",), instrument.wording)
    yield from _of_validity(("hieu-luc",), instrument.validity)
    for number, validity in enumerate(instrument.unit_validity.values()):
        yield from _of_validity(("hieu-luc-rieng", number), validity)
    for number, relation in enumerate(instrument.relations):
        yield ("quan-he", number, "o"), relation.where
        yield from _of_evidence(("quan-he", number), relation.evidence)
    for number, pairing in enumerate(instrument.concordance):
        yield ("doi-chieu", number, "ve"), pairing.limb
        for place, counterpart in enumerate(pairing.today):
            yield ("doi-chieu", number, "nay", place, "khac"), counterpart.change
        yield from _of_evidence(("doi-chieu", number), pairing.evidence)


def _of_validity(where: KeyPath, validity: Validity) -> Iterator[tuple[KeyPath, str]]:
    yield (*where, "boi-chu"), validity.ended_by_text
    yield from _of_evidence(where, validity.evidence)


def _of_evidence(where: KeyPath, evidence: Evidence) -> Iterator[tuple[KeyPath, str]]:
    yield (*where, "ghi-chu"), evidence.note
    yield (*where, "nguon"), "\n".join(evidence.sources)

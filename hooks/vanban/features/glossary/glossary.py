"""Terms of the glossary: explained where a page first uses them.

The glossary is an ordinary page of definition lists (``Từ`` / ``:   nghĩa``). On
every other page the first use of a term becomes a quiet link to its entry, with
the meaning as its tooltip. Terms of one syllable are left alone: in Vietnamese
they are parts of other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...law.corpus import Corpus
from ...law.loading import Page
from ...law.names import folded
from ...law.problems import Problem
from ...page.linking import relative
from ...page.slugs import heading_id

PAGE = "tra-cuu/thuat-ngu.md"
MOST = 6
"""So many terms are explained on a page; more would be noise."""
_ENTRY = re.compile(r"^(?P<name>[^\s:#>|*-][^\n]*)\n:[ \t]{3}(?P<meaning>[^\n]+)", re.MULTILINE)
_TERM = re.compile(r"[^\s:#>|*\-\[<][^\n]*$")
_FORM = "viết từ trên một dòng; dòng dưới: dấu hai chấm, ba dấu cách, rồi nghĩa"
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_IN_LIST = re.compile(r"[-*+] +\*\*([^*]+?):?\*\*\s*[:–-]?\s*\S")
_TOO_COMMON = frozenset({"nghị định", "công văn", "chỉ thị", "thông tư", "hiệu lực", "viên chức"})
_CLOSED = frozenset(
    {"a", "code", "pre", "kbd", "svg", "script", "style", "button", "summary", "select", "dt"}
    | {f"h{level}" for level in range(1, 7)}
)
_CLOSED_CLASSES = frozenset(
    {"dan", "vd-ngoai", "tt", "can-cu", "nguoc", "hom-nay", "truoc-day", "cau-hoi", "ch-giay"}
)
_CLOSED_IDS = frozenset({"cong-van-nguyen-van", "tom-tat"})


@dataclass(frozen=True)
class Term:
    """One entry: its anchor on the glossary page, and its meaning in one line."""

    anchor: str
    meaning: str


@dataclass(frozen=True)
class Glossary:
    """Terms by each of their forms, folded; the pattern finds any of them as a whole word."""

    terms: Mapping[str, Term]
    pattern: re.Pattern[str]


def glossary_of(corpus: Corpus) -> Glossary | None:
    """The terms that pages explain; None where the site has no glossary."""
    page = corpus.pages.get(PAGE)
    return read_glossary(page.text) if page else None


def read_glossary(source: str) -> Glossary:
    """The terms of a glossary page. “Làm nhục, xúc phạm” are two forms of one entry."""
    terms: dict[str, Term] = {}
    for found in _ENTRY.finditer(source):
        name = found["name"].strip()
        term = Term(heading_id(name), _without_marks(found["meaning"]))
        for form in name.split(","):
            key = folded(form)
            if " " in key and key not in _TOO_COMMON:
                terms.setdefault(key, term)
    forms = sorted(terms, key=lambda form: (-len(form), form))
    choices = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return Glossary(terms, re.compile(rf"(?<!\w)(?:{choices or '(?!)'})(?!\w)", re.IGNORECASE))


def check(page: Page, file: str) -> Iterator[Problem]:
    """Entries that would be shown as plain prose, and terms explained twice."""
    if page.path != PAGE:
        return
    lines = page.text.split("\n")
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        before = lines[number - 2] if number > 1 else ""
        if line.startswith(":"):
            wrong = _entry_fault(line, before)
            if wrong:
                yield Problem(file, number, 1, *wrong)
        elif found := _IN_LIST.match(line):
            message = f"“{found[1]}” viết như một mục danh sách nên không thành một từ"
            yield Problem(file, number, 1, message, _FORM)
        elif _is_meaning(line, before, lines[number - 3] if number > 2 else ""):
            message = f"từ “{before.strip()}” có dòng giải nghĩa mà không có dấu hai chấm"
            yield Problem(file, number, 1, message, _FORM)
        after = lines[number] if number < len(lines) else ""
        for form in line.split(",") if after.startswith(":") and _TERM.match(line) else ():
            key = folded(form)
            if key in seen:
                message = f"từ “{form.strip()}” đã giải nghĩa ở dòng {seen[key]}"
                yield Problem(file, number, 1, message, "gộp làm một")
            seen.setdefault(key, number)


def _entry_fault(line: str, before: str) -> tuple[str, str] | None:
    if not re.match(r":[ \t]{3}\S", line):
        return "sau dấu hai chấm ở đầu dòng phải có đúng ba dấu cách rồi tới nghĩa", _FORM
    if _TERM.match(before) and before.rstrip().endswith(":"):
        return f"từ “{before.strip()}” có dấu hai chấm ở cuối", "bỏ dấu ấy: " + before.strip(" :")
    if not _TERM.match(before):
        return "dòng giải nghĩa không đứng ngay dưới một từ", _FORM
    return None


def _is_meaning(line: str, before: str, above: str) -> bool:
    """A second line right under a short first one without its colon: prose stands on one line."""
    short = _TERM.match(before) and not before.rstrip().endswith((".", ":", "!", "?", ";"))
    return bool(short and not above.strip() and _TERM.match(line))


def _without_marks(markdown: str) -> str:
    """Markdown as a tooltip can show it: links as their words, no emphasis."""
    return _LINK.sub(r"\1", markdown).replace("*", "").strip()


def name_entries(root: Element) -> None:
    """Give every entry of the glossary page its anchor."""
    for entry in root.iter("dt"):
        entry.set("id", heading_id("".join(entry.itertext()).strip()))


def explain(root: Element, glossary: Glossary, page: str) -> None:
    """Link the first use of each term below ``root``, as far as ``MOST`` goes."""
    explained: set[str] = set()
    for holder, is_tail, parent in list(_texts(root)):
        if len(explained) >= MOST:
            return
        text = (holder.tail if is_tail else holder.text) or ""
        for found in glossary.pattern.finditer(text):
            term = glossary.terms[folded(found[0])]
            if term.anchor in explained:
                continue
            explained.add(term.anchor)
            _wrap(holder, is_tail, parent, found, term, page)
            break


def _texts(element: Element) -> Iterator[tuple[Element, bool, Element]]:
    """Every run of open text, in order: its element, whether it is the tail, and the parent."""
    if not _is_closed(element):
        yield element, False, element
        for child in element:
            yield from _texts(child)
            yield child, True, element


def _is_closed(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _CLOSED:
        return True
    classes = element.get("class", "").split()
    return element.get("id") in _CLOSED_IDS or not _CLOSED_CLASSES.isdisjoint(classes)


def _wrap(
    holder: Element,
    is_tail: bool,
    parent: Element,
    found: re.Match[str],
    term: Term,
    page: str,
) -> None:
    href = f"{relative(page, PAGE)}#{term.anchor}"
    link = Element("a", {"class": "thuat-ngu", "href": href, "title": term.meaning})
    link.text = found[0]
    link.tail = found.string[found.end() :]
    before = found.string[: found.start()]
    if is_tail:
        holder.tail = before
        parent.insert(list(parent).index(holder) + 1, link)
    else:
        holder.text = before
        holder.insert(0, link)

"""What a page that begins with its answer must keep to, told to its editor."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ...cite.citation import Status
from ...cite.graph import page_context
from ...law.answer import MOST_OF_A_CASE, named_fine
from ...law.drawn import Drawn
from ...law.fines import fine
from ...law.loading import Page
from ...law.money import shown, sums
from ...law.page_keys import ANSWERED
from ...law.problems import Problem
from ...page.drawing import drawn_target
from ...page.library import Library
from ...page.nearest import meant
from .answer import FINES, KEY, NEAR, STORIES, fined

_REQUIRED = {
    KEY: "thêm tra-loi: >- rồi **Vế quyết định.** và một, hai câu nữa",
    NEAR: "thêm gan-giong: và ba tên tệp trong tinh-huong/",
}


def check(
    library: Library, page: Page, file: str, amounts: Set[int] = frozenset()
) -> list[Problem]:
    """Keys that are missing, and what they name that is not there.

    ``amounts`` are sums, in đồng, that the page shows besides those of its ``muc-phat``.
    """
    if not page.path.startswith(ANSWERED) or page.path == f"{STORIES}index.md":
        return []
    found: list[Problem] = []
    for key, advice in _REQUIRED.items():
        if not page.has_key(key):
            found.append(_at(page, file, key, None, "trang này thiếu khóa này", advice))
    fines = list(_fines(library, page, file))
    found += [
        *fines,
        *_told_apart(page, file),
        *_stories(library, page, file),
        *_citations(library, page, file),
    ]
    # Where a provision is not read, its sums are unknown, and only that is told.
    return found if fines else [*found, *_sums(library, page, file, amounts)]


def _at(page: Page, file: str, key: str, item: int | None, message: str, advice: str) -> Problem:
    place = page.key_place(key) if item is None else page.key_place(key, item)
    return Problem(file, place.line, place.col, f"{key}: {message}", advice)


def _fines(library: Library, page: Page, file: str) -> Iterator[Problem]:
    for at, text in enumerate(page.listed(FINES)):
        provision, when = named_fine(text)
        words = len(when.split())
        if words > MOST_OF_A_CASE:
            message = f"lời trong ngoặc dài {words} tiếng, quá {MOST_OF_A_CASE}"
            yield _at(page, file, FINES, at, message, "chỉ ghi điều làm mức này khác mức kia")
        target = drawn_target(library, page, Drawn(provision, whole=False))
        if target is None:
            message = f"“{provision}” không tới đúng một điều khoản có lời diễn đạt ở đây"
            yield _at(page, file, FINES, at, message, _instead(library, page, provision))
        elif fine(library.corpus, target) is None:
            message = f"{library.label(target)} không có khung phạt"
            advice = "ghi khung-phat trong van-ban.yml của nghị định, hoặc bỏ dòng này"
            yield _at(page, file, FINES, at, message, advice)


def _instead(library: Library, page: Page, provision: str) -> str:
    """What to write for a line that names no provision, or not enough of one."""
    if sums(provision):
        return "chỉ ghi điều khoản: số tiền do máy lấy từ khung-phat của nghị định"
    found = library.cite(provision, page_context(library.corpus, page, None, library.today))
    advice = found[0].suggestion if len(found) == 1 else ""
    return advice or "ghi một điều khoản, kèm tên văn bản"


def _told_apart(page: Page, file: str) -> Iterator[Problem]:
    """Either each fine says when it is one, or none does: they stand in columns."""
    silent = [at for at, text in enumerate(page.listed(FINES)) if not named_fine(text)[1]]
    if silent and len(silent) < len(page.listed(FINES)):
        message = "mức này chưa có lời trong ngoặc, mức khác thì có"
        yield _at(page, file, FINES, silent[0], message, "ghi cho mọi mức, hoặc bỏ hết")


def _stories(library: Library, page: Page, file: str) -> Iterator[Problem]:
    names = [
        path.removeprefix(STORIES).removesuffix(".md")
        for path in library.corpus.pages
        if path.startswith(STORIES) and not path.endswith("/index.md")
    ]
    for at, name in enumerate(page.listed(NEAR)):
        if f"{STORIES}{name}.md" == page.path:
            yield _at(page, file, NEAR, at, "đây là chính trang này", "chọn một chuyện khác")
        elif name not in names:
            advice = meant(name, names, f"ghi tên tệp trong {STORIES}, không có .md")
            yield _at(page, file, NEAR, at, f"không có chuyện “{name}”", advice)


def _citations(library: Library, page: Page, file: str) -> Iterator[Problem]:
    """What the answer cites must lead to exactly one provision."""
    text = page.meta.get(KEY, "").replace("**", "")
    context = page_context(library.corpus, page, None, library.today)
    for cited in library.cite(text, context):
        if cited.status is not Status.RESOLVED:
            words = " ".join(cited.text.split())
            message = f"“{words}” không tới đúng một điều khoản: {cited.reason}"
            advice = cited.suggestion or "sửa số, hoặc ghi rõ tên văn bản"
            yield _at(page, file, KEY, None, message, advice)


def _sums(library: Library, page: Page, file: str, amounts: Set[int]) -> Iterator[Problem]:
    """What the answer says of money stands on the page, beside its provision."""
    known = set(amounts)
    for _, amount in fined(library, page):
        for part in (amount.person, amount.organisation):
            known |= {part.low, part.high} if part else set()
    strange = sums(page.meta.get(KEY, "")) - known
    if strange:
        listed = ", ".join(map(shown, sorted(strange)))
        advice = "ghi đúng số của khung phạt, hoặc bỏ số tiền khỏi câu trả lời"
        yield _at(page, file, KEY, None, f"số tiền không có ở trang này: {listed}", advice)

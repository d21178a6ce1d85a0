"""What a set of questions must prove before it may be shown: one right answer, and its basis."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from datetime import date

from ...cite.citation import Citation, Context, Status
from ...law.corpus import Corpus
from ...law.instrument import State, Target
from ...law.money import PAYERS, shown, sums
from ...law.problems import Problem
from ...law.site_address import url
from ...law.units import PROVISIONS
from ...law.validity import state_on
from ...page import letter
from ...page.date_rule import slips
from ...page.nearest import meant
from .quiz import LETTER, Era, Item, QuizBank

OPTIONS = 4
MOST_ITEMS = 15
"""More than this is no practice for a break between two lessons."""
TODAY = "hôm nay"
"""What a question must say, or the month of its letter, so that nobody answers for another year."""
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_LETTER_OF_OPTION = re.compile(
    r"(?:đáp án|lựa chọn|phương án|câu trả lời)\s+(?:đúng\s+là\s+)?[A-DĐ]\b"
    r"|(?:đáp án|lựa chọn|phương án)\s+(?:thứ\s+)?(?:[1-4]|nhất|hai|ba|tư)\b",
    re.IGNORECASE,
)

Cite = Callable[[str, Context], tuple[Citation, ...]]
Told = tuple[str, str, str]
"""Key of the file, message, advice."""


def check(
    bank: QuizBank,
    corpus: Corpus,
    cite: Cite,
    today: date,
    published: Set[str] = frozenset(),
) -> list[Problem]:
    """Every mistake of every set, with file, line and advice.

    Of two sets with one question, that whose page is among the ``published`` addresses was first.
    """
    problems = [*bank.problems, *dates(bank)]
    seen: dict[str, str] = {}
    judge = _Judge(corpus, cite, today)
    for found in sorted(bank.sets.values(), key=lambda one: url(one.page) not in published):
        if not found.items or len(found.items) > MOST_ITEMS:
            message = f"bộ này có {len(found.items)} câu; một bộ có từ 1 tới {MOST_ITEMS} câu"
            problems.append(Problem(found.file, 1, 1, message, "tách thành nhiều tệp"))
        for item in found.items:
            place = f"{found.file}:{item.place('ma')[0]}"
            if item.id in seen:
                message = f"ma: “{item.id}” đã dùng ở {seen[item.id]}"
                problems.append(_at(found.file, item, ("ma", message, "đặt mã khác")))
            seen.setdefault(item.id, place)
            problems += [_at(found.file, item, told) for told in judge.item(item)]
    return problems


def dates(bank: QuizBank) -> Iterator[Problem]:
    """Dates in questions that break the rule of ``page.date_rule``."""
    for found in bank.sets.values():
        for item in found.items:
            for key, text in _texts(item):
                for slip in slips(text):
                    message = f"{key.partition('.')[0]}: {slip.message}"
                    yield _at(found.file, item, (key, message, slip.advice))


def letter_day(item: Item, letters: Mapping[str, date]) -> date | None:
    """The day of the letter that a question is about: the one its set names, else the only one.

    ``letters`` has the day of each by its slug. None where no one letter is meant.
    """
    if item.letter:
        return letters.get(item.letter)
    return next(iter(letters.values())) if len(letters) == 1 else None


def context(item: Item, letters: Mapping[str, date], today: date) -> Context:
    """The day that the citations of a question are read on."""
    then = letter_day(item, letters) if item.era is Era.THEN else None
    return Context(as_of=then or today)


def target(cite: Cite, text: str, where: Context) -> Target | None:
    """The one article, clause or point that a whole text names; None where it names no such one."""
    found = cite(text, where)
    if len(found) != 1 or found[0].status is not Status.RESOLVED or found[0].text != text:
        return None
    named = found[0].target
    if named is None or not named.unit or named.unit.kind not in PROVISIONS:
        return None
    return named


def _at(file: str, item: Item, told: Told) -> Problem:
    key, message, advice = told
    line, col = item.place(key)
    return Problem(file, line, col, message, advice)


class _Judge:
    """The checks of one question against one corpus."""

    def __init__(self, corpus: Corpus, cite: Cite, today: date) -> None:
        self.corpus = corpus
        self.cite = cite
        self.today = today
        self.letters = letter.days(corpus, today)

    def item(self, item: Item) -> Iterator[Told]:
        if not _ID.fullmatch(item.id):
            advice = "chữ thường không dấu, số, nối bằng gạch, ít nhất hai từ: tin-dich-benh"
            yield "ma", f"ma: “{item.id}” không đúng dạng", advice
        day = letter_day(item, self.letters)
        if item.letter and day is None:
            message = f"{LETTER}: không có công văn nào đăng trọn ở thư mục “{item.letter}”"
            advice = meant(item.letter, self.letters, "ghi tên thư mục của công văn")
            yield LETTER, message, advice
            return
        if item.era is Era.THEN and day is None:
            message = f"thoi: xua, mà kho có {len(self.letters)} công văn đăng trọn"
            advice = f"ghi {LETTER}: tên thư mục của công văn ở đầu tệp, hoặc đổi thành thoi: nay"
            yield "thoi", message, advice
            return
        words = letter.month_of(day) if item.era is Era.THEN and day else TODAY
        if words not in item.question.lower():
            advice = f"viết “{words}” vào câu hỏi, hoặc sửa thoi"
            yield "hoi", f"hoi: câu có thoi: {item.era.value} phải nói rõ “{words}”", advice
        yield from _options(item)
        if found := _LETTER_OF_OPTION.search(item.reason):
            message = f"vi-sao: “{found[0]}” gọi lựa chọn theo thứ tự, mà nơi khác có thể đảo"
            yield "vi-sao", message, "nói nội dung của lựa chọn ấy"
        yield from self._basis(item)
        yield from self._citations(item)
        yield from self._money(item)

    def _basis(self, item: Item) -> Iterator[Told]:
        """Each citation of its own must be one provision, in force on the day asked about."""
        where = context(item, self.letters, self.today)
        named = [("can-cu", item.basis)]
        named += [(f"xem-them.{at}", text) for at, text in enumerate(item.further)]
        for key, text in named:
            found = target(self.cite, text, where)
            label = key.partition(".")[0]
            if found is None:
                advice = "ghi đúng một điểm, khoản hoặc điều, kèm tên văn bản, không thêm chữ nào"
                yield key, f"{label}: “{text}” không tới đúng một điều khoản", advice
            elif key == "can-cu":
                yield from self._in_force(found, text, where.as_of or self.today)

    def _in_force(self, found: Target, text: str, day: date) -> Iterator[Told]:
        state = state_on(self.corpus.instruments[found.slug], found.unit, day)
        if state is None or state is State.ENDED:
            how = "chưa có hiệu lực" if state is None else "đã hết hiệu lực"
            advice = "đổi căn cứ, hoặc đổi thoi và câu hỏi"
            yield "can-cu", f"can-cu: “{text}” {how} vào thời mà câu hỏi nói tới", advice

    def _citations(self, item: Item) -> Iterator[Told]:
        """Whatever a text cites must lead to exactly one provision."""
        where = context(item, self.letters, self.today)
        for key, text in _texts(item):
            for found in self.cite(text, where):
                if found.status is not Status.RESOLVED:
                    label = key.partition(".")[0]
                    words = " ".join(found.text.split())
                    message = f"{label}: “{words}” không tới đúng một điều khoản: {found.reason}"
                    yield key, message, found.suggestion or "sửa số, hoặc ghi rõ tên văn bản"

    def _money(self, item: Item) -> Iterator[Told]:
        """A sum needs its base, and whose it is: a person's and an organisation's differ by half.

        The sums of the right option and of the reason must stand in the wording of a provision
        that the question rests on (can-cu, xem-them), or of a unit above it.
        """
        asked = " ".join([item.question, *(option.text for option in item.options)])
        for key, text in (("hoi", asked), ("vi-sao", item.reason)):
            if sums(text) and not PAYERS.search(text):
                advice = "ghi rõ mức ấy của cá nhân hay của tổ chức"
                yield key, f"{key}: có số tiền mà không nói “cá nhân” hay “tổ chức”", advice
        told = [option.text for option in item.options if option.right]
        claimed = sums(" ".join([item.reason, *told]))
        strange = claimed - self._sums_of_basis(item)
        if strange:
            listed = ", ".join(map(shown, sorted(strange)))
            advice = "dẫn điều khoản ghi mức ấy ở can-cu hoặc xem-them; viết tiền bằng số"
            yield "can-cu", f"can-cu: điều khoản được dẫn không ghi số tiền: {listed}", advice

    def _sums_of_basis(self, item: Item) -> frozenset[int]:
        where = context(item, self.letters, self.today)
        found: set[int] = set()
        for text in (item.basis, *item.further):
            named = target(self.cite, text, where)
            if named is None or named.unit is None:
                continue
            for unit in named.unit.upwards():
                wording = self.corpus.provisions.get(Target(named.slug, unit))
                if wording:
                    found |= sums(f"{wording.text}\n{wording.note}")
        return frozenset(found)


def _options(item: Item) -> Iterator[Told]:
    if len(item.options) != OPTIONS:
        advice = f"viết đúng {OPTIONS} lựa chọn"
        yield "chon", f"chon: câu này có {len(item.options)} lựa chọn", advice
    for at, option in enumerate(item.options):
        if not option.clear:
            advice = "mỗi lựa chọn một khóa: dung hoặc sai"
            yield f"chon.{at}", f"chon: lựa chọn {at + 1} phải ghi dung hoặc sai", advice
    right = sum(option.right for option in item.options)
    if right != 1:
        how = "không có đáp án đúng" if right == 0 else f"có {right} đáp án đúng"
        yield "chon", f"chon: câu này {how}", "ghi dung cho đúng một lựa chọn, sai cho các câu kia"
    for text, times in Counter(_same(option.text for option in item.options)).items():
        if times > 1:
            message = f"chon: {times} lựa chọn giống nhau: “{text}”"
            yield "chon", message, "viết bốn lựa chọn khác nhau"


def _same(texts: Iterable[str]) -> list[str]:
    """Texts as a reader compares them: case, marks of punctuation and spaces play no part."""
    return [" ".join(re.sub(r"[^\w\s]", " ", text.lower()).split()) for text in texts]


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    yield "hoi", item.question
    for at, option in enumerate(item.options):
        yield f"chon.{at}", option.text
    yield "vi-sao", item.reason

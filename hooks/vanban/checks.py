"""All that must hold before the site may be built, told in the order of cause and effect.

Files that cannot be read come first and alone: half of what else could be said would only
follow from them. Then what single files and lost files say; then contradictions between
files; only where all that is sound are pages judged against the corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .cite import where
from .extension import drawable
from .features.answer import checks as answer_checks
from .features.changes import feed
from .features.fines import fines as fine_table
from .features.glossary import glossary
from .features.quiz import quiz_pages
from .features.quiz.quiz import QuizBank
from .features.session import plan
from .features.session.session import deck_path
from .features.situations import situations
from .law import (
    bare_folders,
    code_owners,
    completeness,
    corrections,
    fines,
    page_titles,
    question_sets,
    short_address,
)
from .law import ledger as ledger_file
from .law.corpus import Corpus
from .law.instrument import Instrument
from .law.loading import NOT_IN_OUTLINE, Page
from .law.moves import Moves
from .law.problems import Problem
from .law.reading import naming
from .page import (
    arrows,
    date_rule,
    drawing,
    drawn_lines,
    figures,
    front_matter,
    headings,
    letter,
    letter_lines,
    links,
    lost_addresses,
    markup,
    pasted,
    prose_rules,
)
from .page.drawing import Drawable
from .page.letter_slips import cited_problems
from .page.library import Library
from .page.source import Source

BETWEEN_FILES = "mâu thuẫn giữa các tệp"
CITATIONS = "viện dẫn và dòng [[…]]"
WORDS = "lời trên trang"
TRAINING = "tình huống, buổi tập huấn và câu hỏi"
LINKS = "đường dẫn"
LEDGER = "sổ địa chỉ"
PAGES = "bố cục của trang"
EVERY_KIND = (PAGES, BETWEEN_FILES, CITATIONS, WORDS, TRAINING, LINKS, LEDGER)
_AGAINST_CORPUS = (CITATIONS, WORDS, TRAINING, LINKS, LEDGER)


@dataclass(frozen=True)
class Findings:
    """Problems in the order in which to mend them, and the kinds of checks held back."""

    problems: tuple[Problem, ...] = ()
    held: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One line a problem, and a closing line where checks were held back."""
        lines = [str(problem) for problem in self.problems]
        if self.held:
            lines.append(
                f"Còn {len(self.held)} loại kiểm tra chưa chạy ({'; '.join(self.held)}),"
                " vì chúng dựa vào những chỗ trên: sửa xong rồi chạy lại."
            )
        return "\n".join(lines)


def unread(problems: Iterable[Problem]) -> Findings:
    """Where files could not be read: they alone."""
    return Findings(_sorted(problems), EVERY_KIND)


def findings(
    library: Library,
    quiz: QuizBank,
    ledger: str | None,
    moves: Moves,
    files: frozenset[str],
    anchors: Callable[[str], frozenset[str]],
    prefix: str,
    calendar: date | None,
) -> Findings:
    """Everything that is wrong with a corpus all of whose files were read.

    ``ledger`` is the text of the ledger, None where there is none yet; ``moves`` is where its lost
    addresses lead; ``files`` are the names below ``docs``; ``anchors`` gives the ids of a page;
    ``calendar`` is the day of the calendar.
    """
    corpus = library.corpus
    if bare := tuple(bare_folders.check(corpus, ledger or "", prefix)):
        return unread(bare)
    own = [problem for page in corpus.pages.values() for problem in _own(corpus, page.path, prefix)]
    own += letter.check(corpus, prefix)  # all that a letter cites is read on its day
    # Before all that the other instrument lacks of those addresses: that only follows.
    passed = list(code_owners.doubled(ledger or "", ledger_file.LEDGER_FILE))
    passed = passed or list(code_owners.replaced(corpus, ledger or "", prefix))
    passed = passed or list(code_owners.passed_on(corpus, ledger or "", moves.end, prefix))
    passed = passed or list(page_titles.exchanged(corpus, ledger or "", prefix))
    passed = passed or list(question_sets.mixed_up(quiz.codes, ledger or "", prefix))
    if passed:
        return Findings(_sorted([*passed, *own]), (BETWEEN_FILES, *_AGAINST_CORPUS))
    losses = lost_addresses.lost(corpus, ledger or "", moves, files, prefix)
    mended_elsewhere = {problem.file for problem in (*own, *corpus.problems)}
    causes = [one.problem for one in losses if one.file not in mended_elsewhere]
    if causes:
        # A ledger that was cut off ends in half an address: what that lost only follows.
        cut = ledger_file.taken_out(ledger or "")
        return Findings(
            _sorted([*([cut] if cut else causes), *own]), (BETWEEN_FILES, *_AGAINST_CORPUS)
        )
    if own or corpus.problems:
        headed = {problem.file for problem in own}  # what their headings lack only follows
        others = [one for one in corpus.problems if not (one.file in headed and _of_outline(one))]
        return Findings(_sorted([*others, *own]), _AGAINST_CORPUS)
    wrong = [
        *corrections.check(library.corrections, corpus, calendar),
        *fine_table.missing(corpus, prefix),
    ]
    if wrong:  # their table could not be drawn
        return Findings(_sorted(wrong), _AGAINST_CORPUS)
    return _against_corpus(library, quiz, ledger, moves, files, anchors, prefix)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems)))


def _of_outline(problem: Problem) -> bool:
    return problem.message.startswith(NOT_IN_OUTLINE)


def _own(corpus: Corpus, path: str, prefix: str) -> Iterator[Problem]:
    """What is wrong with a page whatever the other files say."""
    page, file = corpus.pages[path], f"{prefix}/{path}"
    source = Source(page.text)
    with naming(file):
        head = list(front_matter.check(page.text, file))
        yield from head
        if head:
            return  # what was meant as front matter would be read as headings and prose
        yield from markup.check(source, file)
        yield from pasted.check(source, file)
        yield from headings.check(page, source, file)
        yield from letter_lines.check(page, source, file)
        home = corpus.instruments.get(page.slug or "")
        yield from figures.check(
            page, file, {slip.wording for slip in home.slips} if home else set()
        )


def _against_corpus(
    library: Library,
    quiz: QuizBank,
    ledger: str | None,
    moves: Moves,
    files: frozenset[str],
    anchors: Callable[[str], frozenset[str]],
    prefix: str,
) -> Findings:
    corpus = library.corpus
    found = [*cited_problems(library.graph, corpus, prefix), *check(corpus, prefix)]
    found += where.check(corpus, library.cite, prefix)
    coded = {one.code for one in code_owners.owners((ledger or "").split("\n"))}
    found += short_address.check(corpus, prefix, coded)
    found += fines.check(corpus, prefix)
    found += fine_table.check(library)
    found += date_rule.check(library, prefix)
    found += completeness.check(corpus, prefix)
    known_lines = drawable(quiz)
    for page in corpus.pages.values():
        found += _said(library, known_lines, page, f"{prefix}/{page.path}")
    asked = list(quiz_pages.check(library, quiz, prefix, moves.entries.keys()))
    found += asked
    if ledger is None:
        found.append(ledger_file.missing())
    else:
        found += ledger_file.miscounted(ledger)
        found += arrows.dangling(corpus, moves, ledger)
    if asked:  # a page of questions cannot be rendered for its anchors
        return Findings(_sorted(found), (LINKS,))
    decks = {deck_path(one) for one in plan.plans(corpus)}
    known = links.Files(files | decks | {feed.FILE}, anchors)
    for page in corpus.pages.values():
        file = f"{prefix}/{page.path}"
        with naming(file):
            found += links.check(Source(page.text), page.path, known, file)
    return Findings(_sorted(found))


def _said(library: Library, known: Drawable, page: Page, file: str) -> Iterator[Problem]:
    """What is wrong with the words of a page, beside its citations and its links."""
    with naming(file):
        yield from drawing.check(library, known, page, file)
        yield from prose_rules.check(library, page, file)
        yield from drawn_lines.check(Source(page.text), file)
        yield from situations.check(page, file)
        shown = fine_table.amounts(library, page)
        yield from answer_checks.check(library, page, file, shown)
        yield from glossary.check(page, file)
        yield from plan.check(page, file)


def of_page(library: Library, quiz: QuizBank, path: str, prefix: str) -> tuple[Problem, ...]:
    """What is wrong with one page, where all else is sound; but for links and lost addresses."""
    file = f"{prefix}/{path}"
    if own := tuple(_own(library.corpus, path, prefix)):
        return _sorted(own)
    told = cited_problems(library.graph, library.corpus, prefix)
    cited = [problem for problem in told if problem.file == file]
    page = library.corpus.pages[path]
    said = _said(library, drawable(quiz), page, file)
    return _sorted([*cited, *said, *date_rule.check_page(page, file)])


def check(corpus: Corpus, prefix: str = "docs") -> list[Problem]:
    """Instruments without a page of their own, and slips that could not be marked."""
    return [
        problem
        for instrument in corpus.instruments.values()
        for problem in _problems(corpus, instrument, prefix)
    ]


def _problems(corpus: Corpus, instrument: Instrument, prefix: str) -> Iterator[Problem]:
    file = f"{prefix}/{instrument.file}"
    page = corpus.pages.get(corpus.home(instrument.slug))
    if page is None:
        yield Problem(file, 1, 1, "thư mục này chưa có index.md", "viết trang giới thiệu văn bản")
        return
    text = "\n".join(paragraph.text for paragraph in letter.of_page(page.text))
    for at, slip in enumerate(instrument.slips):
        if text and slip.wording not in text:
            message = f"loi-chu: trong nguyên văn không có “{slip.wording}”"
            where = instrument.place_of(("loi-chu", at))
            yield Problem(file, *where, message, "ghi đúng chữ như trên văn bản")

"""What runs in a browser: the corpus out of its packed form, and letters judged with it.

The engine and the words are those of ``hooks cite``. Only the standard library is imported here and
below, for a browser has nothing else; what it gets is what this module imports (``shipped``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...cite.citation import Context
from ...cite.engine import Engine
from ...intake import plain
from ...law.corpus import Corpus
from ...law.instrument import Instrument, State, Target
from ...law.names import capital
from ...law.text_source import LineIndex, old_font
from ...page.views import STATE_MARKS, state_css
from . import data, words
from .judged import Judged, Told, Verdict, name_of, worst_first
from .judging import day_of, judge
from .packed import unpacked

_TOLD = {
    Told.OPTION: "ngày ghi ở ô “Ngày của công văn”",
    Told.LETTER: "ngày ghi trong văn bản",
    Told.CALENDAR: "hôm nay, vì chưa rõ ngày của công văn; muốn chắc thì ghi vào ô ngày",
}
_STATES: Mapping[Verdict, State | None] = {
    Verdict.ENDED: State.ENDED,
    Verdict.NOT_YET: None,
    Verdict.PARTLY: State.PARTLY,
    Verdict.IN_FORCE: State.IN_FORCE,
    Verdict.UNVERIFIED: State.IN_FORCE,
}
"""The chip that a verdict is shown with; all others have that of what nobody knows."""
_BROKEN = "✕"
_NAME = "công văn"
Part = tuple[str, str]
"""Words, and where they lead below the site's front page ("" for plain words)."""


@dataclass(frozen=True)
class Knowledge:
    """What judging needs: the instruments, the day of checking, and where each is shown.

    ``places`` has the built address of each instrument (by its slug), and of each article that has
    a page of its own (``slug#dieu-8``).
    """

    instruments: Mapping[str, Instrument]
    checked: date
    places: Mapping[str, str]


class Judge:
    """Reads a corpus once, then judges letters. ``knowledge`` is the text of its packed form."""

    def __init__(self, knowledge: str) -> None:
        known = unpacked(Knowledge, json.loads(knowledge))
        self._checked, self._places = known.checked, known.places
        self._corpus = Corpus(known.instruments, {}, {})
        self._engine = Engine(self._corpus)

    def judge(self, text: str, given: str, today: str) -> str:
        """JSON of all that a page shows of one letter.

        ``given`` is the day that the reader names, "" for none, ``today`` the day of their
        calendar; both as YYYY-MM-DD. In ``tim-thay`` each citation has the fields of
        ``hooks cite --json`` under ``json``.
        """
        document = plain.of_text(text)
        asked = date.fromisoformat(given) if given else None
        day, blank = day_of(document, asked, date.fromisoformat(today))
        found = judge(document, self._engine, Context(), day, self._checked)
        self._engine.forget()
        font = old_font(text, _NAME)
        told = [blank, font.message if font else "", words.limit(found, day, self._checked)]
        places = LineIndex(text)
        answer = {
            "ngay": words.heading(day, _TOLD),
            "dem": words.count(found),
            "luu-y": [sentence for sentence in told if sentence],
            "tim-thay": [
                {**self._shown(one, places), "json": data.fields(one, places, day)}
                for one in worst_first(found)
            ],
        }
        return json.dumps(answer, ensure_ascii=False)

    def address(self, target: Target) -> str:
        """Where a target is shown, below the site's front page."""
        home = self._places[target.slug]
        if target.unit is None:
            return home
        page = self._places.get(f"{target.slug}#{target.unit.top.id}", home)
        return f"{page}#{target.unit.id}"

    def _shown(self, one: Judged, places: LineIndex) -> dict[str, Any]:
        broken = one.verdict is Verdict.BROKEN
        state = _STATES.get(one.verdict, State.UNKNOWN)
        target = one.citation.target
        exists = target is not None and not broken
        return {
            "chu": " ".join(one.citation.text.split()),
            "toi": self.address(target) if target and exists else "",
            "o": words.place(one, places),
            "tt": state_css(state),
            "dau": _BROKEN if broken else STATE_MARKS[state],
            "xet": words.VERDICT_WORDS[one.verdict],
            "cau": [self._parts(one, sentence) for sentence in words.reasons(one)],
            "co-the": [
                [(name_of(self._corpus, may.target), self.address(may.target)), (may.reason, "")]
                for may in one.citation.candidates
            ],
        }

    def _parts(self, one: Judged, sentence: str) -> list[Part]:
        """A sentence in parts, so that the provisions it names are links."""
        return list(linked(sentence, dict(self._named(one))))

    def _named(self, one: Judged) -> Iterator[Part]:
        if one.citation.target and one.name:
            yield capital(one.name), self.address(one.citation.target)  # it begins its sentence
        for item in one.today:
            if item.target:
                yield item.name, self.address(item.target)
        for other in one.same_name:
            yield other.short, self.address(Target(other.slug))


def linked(sentence: str, names: Mapping[str, str]) -> Iterator[Part]:
    """``sentence`` in parts; where one of ``names`` stands, it leads to its address."""
    longest = sorted(names, key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest))
    done = 0
    for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", sentence) if names else ():
        if found.start() > done:
            yield sentence[done : found.start()], ""
        yield found[0], names[found[0]]
        done = found.end()
    if done < len(sentence):
        yield sentence[done:], ""

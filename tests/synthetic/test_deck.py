"""The slides of a plan say what its page says, however deep that goes."""

from __future__ import annotations

from synthetic.pages import Reader
from vanban.features.projector.deck import deck
from vanban.features.session.plan import Plan, Step
from vanban.law.drawn import Drawn
from vanban.law.instrument import parse_target
from vanban.law.provision import BULLET


def folded(text: str) -> str:
    return " ".join(text.split())


def test_slides_go_as_deep_as_the_page(reader: Reader) -> None:
    """A plan may open a whole article: clauses, and below them points."""
    library = reader.library
    old = parse_target("luat-11-2012-qh13#dieu-5")
    step = Step("Cả điều", 5, 0, (Drawn("Điều 5 Luật Thử nghiệm năm 2012", True),))
    plan = Plan("tap-huan/buoi-5.md", "Buổi", 5, (), (step,))
    lines = " ".join(line for slide in deck(plan, library) for line in slide.lines)
    below = [
        one for one in library.corpus.provisions if one.unit and old.unit in one.unit.upwards()
    ]
    assert any(one.unit and one.unit.id == "dieu-5-khoan-1-diem-dd" for one in below)
    for one in below:
        if one.slug == old.slug:
            text = library.corpus.provisions[one].text.split("\n")[0]
            assert folded(text.removeprefix(BULLET)) in folded(lines)

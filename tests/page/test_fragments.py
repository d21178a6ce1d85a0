"""What many units have alike is rendered once, and each has elements of its own."""

from __future__ import annotations

from vanban.features import FEATURES
from vanban.page.fragments import Fragments
from vanban.page.views import StatusView

STATUS = StatusView("con", "●", "còn hiệu lực", "còn hiệu lực")


def test_elements_are_nobody_elses() -> None:
    fragments = Fragments(FEATURES)
    first, second = (
        fragments.render_again("article/status.html", status=STATUS, same=True)[0] for _ in range(2)
    )
    first.set("class", "khác")
    first.clear()
    assert second.get("class") == "dv-dong"
    assert len(second) == 1


def test_other_views_are_rendered_for_themselves() -> None:
    fragments = Fragments(FEATURES)
    hidden, shown = (
        fragments.render_again("article/status.html", status=STATUS, same=same)[0]
        for same in (True, False)
    )
    assert hidden[0].get("hidden")
    assert not shown[0].get("hidden")

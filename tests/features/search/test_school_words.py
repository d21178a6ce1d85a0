"""What a browser gets of the words of the staff room."""

from __future__ import annotations

import pytest
from vanban.features.search.school_words import parse


def test_what_the_search_gets_of_school_words() -> None:
    words = parse(
        "# ghi chú\ndc, (Được /  cho) làm = có quyền , được\nkhông cần: là, (có / bị) gì\n"
        "nền mạng: Zalo\n"
    )
    assert words.as_data() == {
        "meant": [["dc, (được / cho) làm", "có quyền, được"]],  # the browser makes the choices
        "idle": ["là", "có gì", "bị gì"],
        "places": ["zalo"],
        "outside": [],
    }
    with pytest.raises(ValueError, match=r"^school_words\.txt:2: a = $"):
        parse("\na = \n")

"""What a browser gets of the words of the staff room."""

from __future__ import annotations

import pytest
from vanban.features.search.school_words import parse


def test_what_the_search_gets_of_school_words() -> None:
    words = parse("# ghi chú\ndc, Được = có quyền , được\nkhông cần: là, có\nnền mạng: Zalo\n")
    assert words.as_data() == {
        "meant": {"dc": ["có quyền", "được"], "được": ["có quyền", "được"]},
        "idle": ["là", "có"],
        "places": ["zalo"],
        "outside": [],
    }
    with pytest.raises(ValueError, match=r"^school_words\.txt:2: a = $"):
        parse("\na = \n")

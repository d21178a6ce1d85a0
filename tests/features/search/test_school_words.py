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
    shared = parse("{cô}: cô / gv\nchê {cô}, {cô} chê = bôi nhọ\n")
    assert shared.as_data()["meant"] == [["chê (cô / gv), (cô / gv) chê", "bôi nhọ"]]
    assert set(shared.meant) == {"chê cô", "chê gv", "cô chê", "gv chê"}
    with pytest.raises(ValueError, match=r"^school_words\.txt:1: \{thầy\}$"):
        parse("chê {thầy} = bôi nhọ\n")
    with pytest.raises(ValueError, match=r"^school_words\.txt:2: a = $"):
        parse("\na = \n")

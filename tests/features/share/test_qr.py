"""QR codes as they are printed."""

from __future__ import annotations

import re

from vanban.features.share import qr


def test_a_code_is_black_on_white_with_room_around() -> None:
    code = qr.svg("https://truong.example/nd72/", "in-ma")
    assert code.startswith("<svg ")
    assert 'class="in-ma"' in code
    size = int(re.findall(r'viewBox="0 0 (\d+) \1"', code)[0])
    assert size == 29 + 8  # version 3, and four modules of quiet on either side
    assert re.search(r'fill="#fff"', code)
    assert re.search(r'stroke="#000"', code)
    assert "width=" not in code.partition(">")[0].replace("stroke-width", "")
    assert "class=" not in qr.svg("https://truong.example/")
    assert code != qr.svg("https://truong.example/nd73/", "in-ma")

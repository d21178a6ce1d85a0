"""What the hand-out page fetches: its list at first, of each instrument its part when asked."""

from __future__ import annotations

from synthetic.pages import SITE, Reader
from vanban.features.handout.handout_data import FILE, LIST, files, part_of

OF_ONE = ["Luật Thử nghiệm năm 2023", "van-ban/luat-22-2023-qh15/", "7 7/1 7/2 7/2/a 7/2/b"]


def test_the_parts_together_are_the_whole(reader: Reader) -> None:
    whole = reader.handout()
    made = files(reader.library, SITE, reader.directories)
    rest, listed = made.pop(FILE), made.pop(LIST)
    assert {part["ngay"] for part in made.values()} == {whole["ngay"]}
    parts = {path: dict(part["dieu"]) for path, part in made.items()}  # type: ignore[call-overload]
    together = {unit: row for part in parts.values() for unit, row in part.items()}
    assert together.keys() == whole.pop("dieu").keys()
    assert isinstance(rest["cac"], dict)
    codes = list(rest["cac"])
    assert rest.keys() == whole.keys() | {"cac"}
    assert list(made) == list(rest["cac"].values())
    for code in codes:
        assert all(unit.startswith(f"{code}/") for unit in parts[part_of(code)])
    assert listed["duoi"] == "/"
    assert isinstance(listed["cac"], dict)
    assert list(listed["cac"]) == codes
    assert listed["cac"]["tn23"] == OF_ONE


def test_on_a_disk_pages_are_files(reader: Reader) -> None:
    assert files(reader.library, "", False)[LIST]["duoi"] == ".html"

"""Twelve more instruments: pages that do not list them do not grow, nor what they fetch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bench import scale
from building import Builds, Site, build, copy_invented, hooks

MORE = 12
LISTS = {"van-ban/", "tra-cuu/", "tra-cuu/dieu-khoan/", "tra-cuu/thay-doi/", "tra-cuu/xua-va-nay/"}
"""Pages that are there to list every instrument or provision."""
OF_THE_BOX = ("search-provisions", "search-texts", "search-law", "handout-list")
"""Scripts that only a box fetches in which somebody types; the README says until which size."""
OF_A_CODE = 12 + len('"nd72":"assets/javascripts/phieu/.01234567.js",')
"""Bytes that the hand-out page may hold more for each instrument: its code, where its part lies."""
_DIGEST = re.compile(r"\.[0-9a-f]{8}(?=\.)")
_COUNTED = re.compile(r"[0-9]+")
_BESIDE = re.compile(r'<link rel="(?:prev|next)"[^>]*>')


@pytest.fixture(scope="module")
def small(builds: Builds) -> Site:
    return Site(builds.good("synthetic"))


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = copy_invented(tmp_path_factory.mktemp("grown"))
    for place in range(MORE):
        scale.instrument(project / "docs", place, MORE, articles=3)
    done = hooks(project, "ledger", "--yes")
    assert done.returncode == 0, done.stderr
    done = build(project, project / "site")
    assert done.returncode == 0, done.stderr
    return Site(project / "site")


def but_for_numbers(file: Path) -> str:
    """A page without digests, counts, and the names of what stands before and after it."""
    text = _DIGEST.sub("", file.read_text(encoding="utf-8"))
    return _COUNTED.sub("0", _BESIDE.sub("", text))


def assets(site: Site) -> dict[str, int]:
    """The weight of every file in ``assets``, by its name without the digest."""
    folder = site.root / "assets"
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {
        _DIGEST.sub("", file.relative_to(folder).as_posix()): file.stat().st_size for file in files
    }


def test_pages_stay_as_they_are(small: Site, grown: Site) -> None:
    changed = [
        page
        for page in small.pages
        if but_for_numbers(small.file(page)) != but_for_numbers(grown.file(page))
    ]
    assert set(changed) <= LISTS


def test_a_page_of_an_instrument_is_no_heavier(small: Site, grown: Site) -> None:
    """The menu names no instruments: what frames an article is as long as before."""
    page, new = "van-ban/luat-22-2023-qh15/", f"van-ban/{scale.slug(0)}/"
    frame = "//header | //footer | //head"
    lengths = [
        sum(len(part.text_content()) for part in site.tree(path).xpath(frame))
        for site, path in ((small, page), (grown, page))
    ]
    assert lengths[0] == lengths[1]
    links = [
        len(site.tree(path).xpath("//header//a")) for site, path in ((small, page), (grown, new))
    ]
    assert links[0] == links[1]


def test_what_every_page_fetches_stays_as_it_is(small: Site, grown: Site) -> None:
    before, after = assets(small), assets(grown)
    own = {f"javascripts/vao-ngay/{scale.slug(place)}.js" for place in range(MORE)}
    own |= {f"javascripts/phieu/do{place}.js" for place in range(MORE)}
    assert after.keys() - before.keys() == own  # fetched for that instrument alone
    assert before.keys() <= after.keys()
    heavier = {name: after[name] - size for name, size in before.items() if after[name] > size}
    handout = heavier.pop("javascripts/handout-data.js", 0)
    assert 0 < handout <= MORE * OF_A_CODE
    assert {Path(name).stem for name in heavier} <= set(OF_THE_BOX)


def test_each_instrument_brings_its_own_part(small: Site, grown: Site) -> None:
    for code in ("tn12", "do0"):
        assert len([*grown.root.glob(f"assets/javascripts/phieu/{code}.*.js")]) == 1
    (old,) = small.root.glob("assets/javascripts/phieu/tn12.*.js")
    assert old.read_bytes() == (grown.root / old.relative_to(small.root)).read_bytes()

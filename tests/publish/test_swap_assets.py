"""What stays of the site that is replaced, for pages that are open at that moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from publish.small_site import site
from publish.test_swap import told
from vanban.publish.swap import put


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "noi" / "site"


def test_assets_of_the_site_before_stay_for_one_round(place: Path) -> None:
    """A page that is open fetches parts of its own release by their names when they are wanted."""

    def texts(mark: int) -> dict[str, str]:
        return {f"assets/search__{mark}__js": str(mark), f"trang-{mark}/anh__png": "x"}

    def there() -> list[str]:
        return sorted(file.name for file in place.glob("assets/search.*"))

    assert put(place, site("một", **texts(1)))
    assert put(place, site("hai", **texts(2), **{"assets/b__1__js": "cái mới"}))
    assert there() == ["search.1.js", "search.2.js"]
    assert (place / "assets" / "search.1.js").stat().st_mode & 0o777 == 0o644
    assert (place / "assets" / "b.1.js").read_text("utf-8") == "cái mới"
    assert not (place / "trang-1").exists()
    assert put(place, site("ba", **texts(3)))
    assert there() == ["search.2.js", "search.3.js"]
    assert put(place, site("ba", **texts(3)))  # published twice, which is no round
    assert there() == ["search.2.js", "search.3.js"]
    assert put(place, site("bốn", **texts(4)))
    assert there() == ["search.3.js", "search.4.js"]
    assert told(place) == ("bốn", ["site"])

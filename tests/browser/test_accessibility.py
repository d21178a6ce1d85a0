"""axe finds nothing, by day and by night, on a phone and at a desk."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import DESK, PHONE
from browser.test_reading import PAGES

OTHER_TYPES = [
    "cong-van/muc-1/",
    "van-ban/nghi-dinh-147-2024-nd-cp/",
    "hom-nay/muc-phat/",
    "tinh-huong/",
    "tinh-huong/tin-ngay-mai-nghi-hoc/",
    "tra-cuu/",
    "tra-cuu/dieu-khoan/",
    "tra-cuu/xua-va-nay/",
    "tra-cuu/thuat-ngu/",
    "tra-cuu/hoi-dap/",
    "tap-huan/",
    "tap-huan/45-phut/",
    "tap-huan/noi-va-khong-noi/",
    "tap-huan/cau-hoi/",
    "gioi-thieu/bien-tap/",
    "404.html",
    "ngoai-tuyen.html",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")])
@pytest.mark.parametrize("path", PAGES)
def test_axe(visit: Any, path: str, device: dict[str, Any], scheme: str) -> None:
    assert told(visit(device, scheme).open(path)) == []


@pytest.mark.parametrize(("device", "scheme"), [(PHONE, "light"), (DESK, "dark")])
@pytest.mark.parametrize("path", OTHER_TYPES)
def test_axe_of_every_other_type(visit: Any, path: str, device: Any, scheme: str) -> None:
    assert told(visit(device, scheme).open(path)) == []


def told(page: Any) -> list[str]:
    folded = page.locator(".md-content details:not([open])")
    folded.evaluate_all("all => all.forEach(one => { one.open = true; })")  # it counts too
    found = Axe().run(page).response["violations"]
    return [f"{item['id']}: {node['target']}" for item in found for node in item["nodes"]]

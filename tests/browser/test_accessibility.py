"""axe finds nothing, by day and by night, on a phone and at a desk."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import DESK, PHONE
from browser.test_reading import PAGES


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")])
@pytest.mark.parametrize("path", PAGES)
def test_axe(visit: Any, path: str, device: dict[str, Any], scheme: str) -> None:
    page = visit(device, scheme).open(path)
    folded = page.locator(".md-content details:not([open])")
    folded.evaluate_all("all => all.forEach(one => { one.open = true; })")  # it counts too
    found = Axe().run(page).response["violations"]
    told = [f"{item['id']}: {node['target']}" for item in found for node in item["nodes"]]
    assert told == []

"""The bill of materials of a release: each package once, with the hashes of its files."""

from __future__ import annotations

import json

from building import ROOT
from vanban.commands.release import NAME
from vanban.publish.bill import bill

PINS = """# made by a tool
babel==2.18.0 \\
    --hash=sha256:b80b99a14bd085fcacfa15c9165f651fbb3406e66cc603abf11c5750937c992d \\
    --hash=sha256:e2b422b277c2b9a9630c1d7903c2a00d0830c409c59ac8cae9081c92f1aeba35
    # via mkdocs-material
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:4f1d9991f5acc0ca119f9d443620b77f9d6b33703e51011c16baf57afb285fc6
PyYAML==6.0.3
"""


def test_the_bill_names_each_package_once_with_the_hashes_of_its_files() -> None:
    found = bill(PINS, NAME, "2026-01-02")
    rows = {one["purl"]: one for one in found["components"]}
    assert list(rows) == [
        "pkg:pypi/babel@2.18.0",
        "pkg:pypi/colorama@0.4.6",
        "pkg:pypi/pyyaml@6.0.3",
    ]
    assert [one["scope"] for one in rows.values()] == ["required", "optional", "required"]
    hashes = PINS.split("sha256:")
    assert [one["properties"] for one in rows.values()] == [
        [{"name": "pip:sha256", "value": one[:64]} for one in hashes[1:3]],
        [
            {"name": "pip:sha256", "value": hashes[3][:64]},
            {"name": "pip:marker", "value": "sys_platform == 'win32'"},
        ],
        [],
    ]
    assert found["serialNumber"] != bill(PINS, NAME, "2026-01-03")["serialNumber"]
    assert found["metadata"]["component"]["version"] == "2026-01-02"
    json.dumps(found)


def test_a_reader_of_bills_knows_it_by_its_head() -> None:
    """https://cyclonedx.org/docs/1.6/json/: what a bill must say of itself."""
    found = bill(PINS, NAME, "2026-01-02")
    assert found["bomFormat"] == "CycloneDX"
    assert found["specVersion"] == "1.6"
    assert found["version"] == 1
    assert found["$schema"].endswith("/bom-1.6.schema.json")
    assert found["serialNumber"].startswith("urn:uuid:")
    assert found["metadata"]["component"]["type"] == "application"
    assert {one["type"] for one in found["components"]} == {"library"}
    assert all(one["bom-ref"] == one["purl"] for one in found["components"])


def test_the_bill_has_every_pin_of_this_project() -> None:
    pins = (ROOT / "requirements.txt").read_text("utf-8")
    rows = bill(pins, NAME, "2026-01-02")["components"]
    assert len(rows) == pins.count("==") - pins.count(" == ")
    assert all(any(p["name"] == "pip:sha256" for p in one["properties"]) for one in rows)


def test_what_runs_in_browsers_is_in_the_bill() -> None:
    lock = (ROOT / "pyodide" / "package-lock.json").read_text("utf-8")
    asked = json.loads(lock)["packages"]
    told = bill(PINS, NAME, "2026-01-02", lock)
    (found,) = [one for one in told["components"] if one["purl"].startswith("pkg:npm/")]
    assert found["purl"] == f"pkg:npm/pyodide@{asked['']['dependencies']['pyodide']}"
    assert found["properties"][0]["value"] == asked["node_modules/pyodide"]["integrity"]
    assert told["serialNumber"] != bill(PINS, NAME, "2026-01-02")["serialNumber"]

"""What servers are told: one policy and one rule of caching, the same for each of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from browser.servers import HOSTING, headers_for
from vanban.publish.hosting import (
    ASK_AGAIN,
    FILE,
    FOR_EVER,
    HEADERS,
    POLICY,
    WORKER_POLICY,
    headers_file,
)

WORKER = "assets/xet.0123abcd/worker.js"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / FILE).write_text(headers_file(WORKER), "utf-8")
    return tmp_path


def test_the_policy_lets_nothing_inline_and_nothing_from_elsewhere() -> None:
    said = dict(part.split(" ", 1) for part in POLICY.split("; "))
    assert said.pop("default-src") == said.pop("base-uri") == "'none'"
    assert {"script-src", "style-src", "img-src", "connect-src", "worker-src"} <= set(said)
    assert set(said.values()) == {"'self'"}


def test_a_host_that_reads_the_file_says_each_header_once(site: Path) -> None:
    """Two rules for one header would be joined to one value."""
    for path in ("/", "/sw.js", "/van-ban/", "/assets/javascripts/page.0123abcd.js"):
        names = [name for name, _ in headers_for(site, path)]
        assert sorted(names) == sorted(set(names))
        assert HEADERS.items() <= dict(headers_for(site, path)).items()
    assert dict(headers_for(site, "/assets/a.0123abcd.js"))["Cache-Control"] == FOR_EVER
    assert "Cache-Control" not in dict(headers_for(site, "/sw.js"))


def test_one_script_alone_may_run_webassembly(site: Path) -> None:
    said = headers_for(site, f"/{WORKER}")
    assert len(said) == len(HEADERS) + 1  # two policies would both be in force
    assert dict(said) == HEADERS | {
        "Content-Security-Policy": WORKER_POLICY,
        "Cache-Control": FOR_EVER,
    }
    assert WORKER_POLICY.replace(" 'wasm-unsafe-eval'", "") == POLICY
    assert "wasm" not in headers_file()


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("nginx.conf", r'^    add_header ([\w-]+) (\$site_policy|"[^"]*") always;$'),
        ("Caddyfile", r'^\t\t([A-Z][\w-]+) (\{site_policy\}|"[^"]*")$'),
    ],
)
def test_the_settings_of_a_server_say_the_same(name: str, pattern: str) -> None:
    text = (HOSTING / name).read_text("utf-8")
    said = {header: value.strip('"') for header, value in re.findall(pattern, text, re.M)}
    assert "site_policy" in said.pop("Content-Security-Policy")
    assert said.items() <= HEADERS.items()
    assert len(said) == len(HEADERS) - 1
    assert re.findall(r'^\s+default\s+"(default-src.*)"', text, re.M) == [POLICY]
    assert re.findall(r'worker\\\.js\$"?\s+"(.*)"', text) == [WORKER_POLICY]
    assert f'"{FOR_EVER}"' in text
    assert f'"{ASK_AGAIN}"' in text


def test_a_workflow_that_is_started_again_publishes_the_newest() -> None:
    """By itself a run takes the commit that it was made for: older law, and fewer addresses."""
    told = yaml.safe_load((HOSTING / "github-pages.yml").read_text("utf-8"))
    (checkout,) = [
        step["with"]
        for step in told["jobs"]["site"]["steps"]
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert (checkout["ref"], checkout["fetch-depth"]) == ("${{ github.ref }}", 0)
    told = yaml.safe_load((HOSTING / "gitlab-pages.yml").read_text("utf-8"))["pages"]
    assert told["variables"]["GIT_DEPTH"] == 0
    assert [line.split()[:2] for line in told["script"]] == [
        ["git", "fetch"],
        ["git", "checkout"],
        ["make", "site"],
        ["mv", "site"],
    ]

"""What tests of letters that are taken in share: a head, and what became of a letter."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from vanban.features.entry.plan import Plan

INVENTED = Path(__file__).parents[2] / "synthetic"
TODAY = date(2026, 3, 1)
Take = Callable[..., Plan]
HEAD = "UBND TỈNH THỬ\nSỞ THỬ NGHIỆM\nSố: 45/STN-VP\nHòn Thử, ngày 20 tháng 5 năm 2025\nV/v thử"
LETTER = "van-ban/cong-van-45-stn-vp-2025"


def folders(plan: Plan) -> list[str]:
    """The folders of a plan, the letter's first."""
    return list(dict.fromkeys(name.rpartition("/")[0] for name in plan.files))


def facts(plan: Plan, folder: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(plan.files[f"{folder}/van-ban.yml"])
    return found


def copied(root: Path) -> Path:
    """The invented project as a folder of its own."""
    shutil.copytree(INVENTED, root)
    inherited = (INVENTED.parents[1] / "mkdocs.yml").as_posix()
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("../../mkdocs.yml", inherited), "utf-8")
    return root

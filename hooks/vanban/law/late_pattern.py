"""Patterns that are compiled when they are first asked.

The engine has hundreds, most of them for forms that few texts have; compiling them all took a
thirtieth of a build, and of the wait for a page that judges a letter.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled, name)
        setattr(self, name, found)  # the next time it is asked as quickly as of the pattern itself
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` makes, for a pattern that many runs never ask.

    The ``re`` of what it finds is the pattern within: who compares that compiles at once.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))

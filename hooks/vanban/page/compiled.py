"""Templates as Jinja compiled them, kept for the next build beside what Python compiled."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError
from typing import TYPE_CHECKING

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

if TYPE_CHECKING:
    from jinja2 import Environment


class Compiled(FileSystemBytecodeCache):
    """``who`` names the environment: the same template is compiled otherwise for another.

    Where nothing can be kept, or nothing is to be, each build compiles anew.
    """

    def __init__(self, who: str) -> None:
        folder = Path(cache_from_source(__file__)).parent
        super().__init__(str(folder), f"{who}-%s.{sys.implementation.cache_tag}.jinja")

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """What is kept of a template, if it was made of this ``source`` in this way."""
        way = (
            jinja2.__version__,
            environment.autoescape,
            environment.trim_blocks,
            environment.lstrip_blocks,
            sorted(environment.extensions),
        )
        return super().get_bucket(environment, name, filename, f"{way}{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, UnpicklingError):  # cut off when the machine stopped
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):  # a folder that is read-only
                super().dump_bytecode(bucket)

"""The invented project, read once."""

from synthetic.conftest import knowledge, on_day, reader

__all__ = ["knowledge", "on_day", "reader"]

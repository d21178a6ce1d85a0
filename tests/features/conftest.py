"""The invented project, read once."""

from synthetic.conftest import knowledge, on_day

__all__ = ["knowledge", "on_day"]

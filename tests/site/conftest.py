"""The command line in this process."""

from command_line import program, run

__all__ = ["program", "run"]

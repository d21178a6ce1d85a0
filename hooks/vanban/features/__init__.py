"""What a reader can name: one folder each, with its code, templates, style and scripts.

A feature stands on ``law``, ``cite``, ``page`` and ``publish``; what puts features together lies
above them, in ``vanban`` itself.
"""

from pathlib import Path

FEATURES = Path(__file__).resolve().parent
"""The folder of all features; a file of one is found by it (``FEATURES / "offline" / "sw.js"``)."""

"""The index of the search, put by until somebody searches.

The theme's script asks for ``search/search_index.json`` on every page. That file holds the
settings alone; the documents stand in a file of their own, which the search's worker
(``tim-kiem-tho.js``) asks for at the first word.
"""

from __future__ import annotations

import json

WHOLE = "search/muc-luc.json"


def settings_alone(index: str) -> str:
    """The index without its documents, as JSON."""
    found = json.loads(index)
    return json.dumps(found | {"docs": []}, ensure_ascii=False, separators=(",", ":"))

"""Small templates that become elements of a page's tree.

Rendered into the tree rather than into the finished page, so that MkDocs sees
their anchors and checks their links like those of the prose. Those of the ground lie in
this folder (``drawn.html``), those of a feature beside its code (``quiz/sets.html``).
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown.util import AMP_SUBSTITUTE

from .compiled import Compiled
from .slugs import heading_id

SHARED = "_shared.html"
"""Macros that every template may call by name."""
_HERE = Path(__file__).resolve().parent
_LIKE_AN_ENTITY = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


class Fragments:
    """The templates of this folder and of ``features``, the folder of the features.

    Each must render well-formed XML without entities.
    """

    def __init__(self, features: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([_HERE, features], encoding="utf-8"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # one build, one set of templates
            bytecode_cache=Compiled("fragments"),
        )
        self._environment.filters["slug"] = heading_id
        shared = self._environment.get_template(SHARED).module
        self._environment.globals |= {
            name: macro for name, macro in vars(shared).items() if not name.startswith("_")
        }
        self._rendered = lru_cache(maxsize=1024)(self.render)

    def render(self, template: str, /, **views: object) -> list[Element]:
        """The elements at the top of ``template``; none where it renders nothing."""
        text = self._environment.get_template(template).render(views)
        if not text.strip():
            return []
        top = list(fromstring(f"<div>{text}</div>"))
        for element in top:
            if "&amp;" in text:
                _keep_ampersands(element)
            element.tail = "\n"
        return top

    def render_again(self, template: str, /, **views: Hashable) -> list[Element]:
        """The same for views that many units have alike: elements of their own, made as copies."""
        return [*map(deepcopy, self._rendered(template, **views))]


def _keep_ampersands(root: Element) -> None:
    """A text that says ``&lt;`` goes on saying so: Markdown would take it for a sign written so."""
    for element in root.iter():
        for name, value in element.attrib.items():
            element.set(name, literal(value))
        element.text = literal(element.text) if element.text else element.text
        element.tail = literal(element.tail) if element.tail else element.tail


def literal(text: str) -> str:
    """A text for an element of a page's tree that is shown sign by sign, ``&lt;`` too."""
    return _LIKE_AN_ENTITY.sub(f"{AMP_SUBSTITUTE}amp;", text)

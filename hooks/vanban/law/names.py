"""How words are compared and begun: composed, lower case, one kind of space and of hyphen.

``folded`` keeps Vietnamese marks; ``unaccented`` drops them. đ is no accent of d
in Unicode (it does not decompose), so it is mapped by hand.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_HYPHENS = re.compile("[\u2010-\u2015\u2212\uff0d]")
_MARKS = re.compile("[\u0300-\u036f]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")

_ETH = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ"})


def folded(text: str) -> str:
    """NFC, lower case, single spaces, ASCII hyphens: for comparing names and numbers."""
    composed = unicodedata.normalize("NFC", text).lower()
    return _SPACES.sub(" ", _HYPHENS.sub("-", composed)).strip()


def as_seen(text: str) -> str:
    """The text with ASCII hyphens, Đ where a letter but looks like it, and without what has no
    width, as programs for letters put it into numbers.
    """
    return _HYPHENS.sub("-", _UNSEEN.sub("", text)).translate(_ETH)


def capital(text: str) -> str:
    """The text with a large first letter: “khoản 1 Điều 8” → “Khoản 1 Điều 8”."""
    return text[:1].upper() + text[1:]


def unaccented(text: str) -> str:
    """``folded`` without marks, đ as d: what is left when someone types without accents."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", folded(text)))
    return bare.replace("đ", "d")

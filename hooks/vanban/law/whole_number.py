"""Whether the number of a paper was read whole: half of one would name its folder for ever.

Offices write “24/2014/NĐ - CP”, “345/SGDĐT-” with the rest on the next line, “1.234/QĐ-UBND”.
What stands apart is joined where nothing else can be meant; elsewhere the number is not known.
"""

from __future__ import annotations

import re

LETTERS = r"[A-ZĐ](?:[A-ZĐ&\d]|[a-zđ]{1,2}[A-ZĐ])[\w.&]*"
"""Letters of an office or a kind (“CP”, “GDTrH”), no word that follows a dash (“Quy định”)."""
_LOOSE = re.compile(
    r"(?<![\w/.,\-–])\d{1,6}[a-zđ]?(?:[ ]?/[ ]?(?:19|20)\d\d)?(?:[ ]?/[ ]?|-)"
    # 24/2014/NĐ - CP: behind the letters of the kind alone; later another paper may begin so
    rf"{LETTERS}(?:[ ]?[-–][ ]?{LETTERS}|/{LETTERS})?(?:(?:[-–/]|[ ][-–]|[-–][ ]){LETTERS})*"
)
_FIGURES = re.compile(r"\d(?:\s?[.,+&/\-–]?|/\s)$")
_GOES_ON = re.compile(
    r"[.,+&]\d|[ ]?[.…_]*[ ]?/|[-–](?!\w)|[ ][-–]\w"
    rf"|[ ]?&|[ ]ĐT(?!\w)|[ ][-–][ ](?:{LETTERS}|\d)|[ ][A-ZĐ]{{1,4}}[/\-–][A-ZĐ]"
)
_TERM = re.compile(r"(?<=/)((?:UBTV)?QH)[ \-–](\d{1,2})(?!\w)")
_MORE_FIGURES = re.compile(r"[ ]?\d+[ ]?[/\-–]")


def joined(text: str) -> str:
    """The text with its numbers in one piece: “24/ 2014/NĐ- CP” → “24/2014/NĐ-CP”,
    “46/2019/QH 14” → “46/2019/QH14”.
    """
    return _TERM.sub(r"\1\2", _LOOSE.sub(lambda found: "".join(found[0].split()), text))


def is_whole(before: str, number: str, behind: str) -> bool:
    """Whether nothing of a number stands right before what was read of it, or behind."""
    is_cut = number.endswith(("-", "–", "/", "/QH")) or _GOES_ON.match(behind)
    if number[-1:].isdigit():
        is_cut = is_cut or _MORE_FIGURES.match(behind)
    return not (is_cut or is_torn(before))


def is_torn(before: str) -> bool:
    """Whether figures that stand right before a number may be its first ones: “24/20 14/NĐ-CP”."""
    return bool(_FIGURES.search(before))

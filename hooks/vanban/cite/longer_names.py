"""Words behind a known name that make it the name of another law, or the law of another country."""

from __future__ import annotations

from . import instrument_words as words
from .clean import CleanText


def is_foreign(clean: CleanText, end: int) -> bool:
    """Whether a country behind a name says that another one's law is meant."""
    longer = words.LONGER_NAME.match(clean.low, end)
    if longer and (
        longer["country"] not in words.COUNTRIES_IN_CAPITALS
        or clean.text[longer.start("country")].isupper()
    ):
        return True
    found = words.FOREIGN_BEHIND.match(clean.low, end)
    if found is None:
        return False
    group = "country" if found["country"] else "inside"
    return found[group] not in words.SMALL_COUNTRIES or clean.text[found.start(group)].isupper()


def goes_on(clean: CleanText, start: int, end: int) -> bool:
    """Whether a capital behind a name makes it a longer one: “Luật An ninh mạng Đức”."""
    found = words.CAPITAL_BEHIND.match(clean.text, end)
    if not found or clean.text[start:end].isupper():
        return False
    word = found["word"]
    if word == "Việt" and not clean.text.startswith(" Nam", found.end()):
        return True  # a treaty: “… Việt - Hàn”
    return word[0].isupper() and word.lower() not in words.NO_PART_OF_NAME and word.isalpha()

"""Where published addresses lead that are gone."""

from __future__ import annotations

import pytest
from vanban.law.ledger import malformed, read_ledger
from vanban.law.moves import Moves

PRESENT = frozenset({"./", "b/", "b/#x", "b/8/1/", "b/8/1/nay/", "c/"})


@pytest.mark.parametrize(
    ("lines", "address", "end"),
    [
        ("", "b/", "b/"),  # what is there needs no line
        ("a/ → b/", "a/", "b/"),
        ("a/ → b/#x", "a/", "b/#x"),
        ("a/#y → ./", "a/#y", "./"),
        ("z/ → a/\na/ → b/", "z/", "b/"),  # moved twice, told once each time
        ("a/* → b/*", "a/8/1/nay/", "b/8/1/nay/"),  # a code that changed
        ("a/* → b/*", "a/", "b/"),
        ("a/* → c/", "a/8/1/", "c/"),  # all to one place
        ("a/* → c/\na/8/* → b/8/*", "a/8/1/", "b/8/1/"),  # the nearer folder
        ("a/* → b/*\na/8/1/ → c/", "a/8/1/", "c/"),  # a line of its own
        ("a/* → b/*", "ab/", None),  # another folder that begins alike
        ("a/* → b/*", "a/9/", None),  # nothing there
        ("a/ → b/x/", "a/", None),
        ("a/ → z/\nz/ → a/", "a/", None),  # a circle
        ("a/* → a/b/*", "a/x/", None),  # a circle without end
        ("", "a/", None),
    ],
)
def test_where_an_address_leads(lines: str, address: str, end: str | None) -> None:
    assert malformed(lines) == []
    assert Moves(read_ledger(lines), PRESENT).end(address) == end


@pytest.mark.parametrize(
    ("address", "line"),
    [("a/8/1/", "a/8/*"), ("a/9/", "a/*"), ("z/", "z/"), ("b/", ""), ("a/8/2/", "a/8/2/")],
)
def test_which_line_speaks_of_an_address(address: str, line: str) -> None:
    lines = "a/* → b/*\na/8/* → c/\na/8/2/ → c/\nz/ → a/\nb/"
    assert Moves(read_ledger(lines), PRESENT).line(address) == line


def test_only_what_was_published_and_is_gone_has_moved() -> None:
    entries = read_ledger("a/\na/8/1/\nb/\na/#q\na/* → b/*\nd/ → nowhere/")
    assert dict(Moves(entries, PRESENT).moved()) == {"a/": "b/", "a/8/1/": "b/8/1/"}


@pytest.mark.parametrize("line", ["a/*", "* → b/", "a* → b/", "a/* →", "a/ → b/*", "a/*/b/ → c/"])
def test_a_folder_that_leads_nowhere_is_no_line(line: str) -> None:
    assert len(malformed(line)) == 1


def test_a_folder_that_leads_into_itself_is_given_up_soon() -> None:
    """However many addresses there are, none is followed further than there are arrows."""
    steps: list[str] = []

    class Counted(Moves):
        def step(self, address: str) -> str:
            steps.append(address)
            return super().step(address)

    published = "".join(f"a/{number}/\n" for number in range(500))
    assert Counted(read_ledger(f"{published}a/* → a/b/*"), PRESENT).end("a/7/") is None
    assert len(steps) <= 2

"""A letter: its text letter for letter, and beside it what became of what it cites."""

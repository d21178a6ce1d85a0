"""Official wording, clause by clause, beside our own: where it was brought in."""

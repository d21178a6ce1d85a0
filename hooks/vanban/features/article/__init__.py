"""A page of one article: its units, how each stands, and its style."""

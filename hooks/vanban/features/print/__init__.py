"""How a page prints: the line at its foot, and the addresses of its links."""

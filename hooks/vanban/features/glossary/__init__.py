"""Terms explained where a page first uses them."""

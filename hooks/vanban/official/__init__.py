"""Official wording: read from files, taken apart into units, checked, and kept beside our own."""

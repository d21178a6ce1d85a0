"""An instrument's own page, and the list of all instruments."""

"""Reading without a connection: what a browser keeps, and the site as a ZIP."""

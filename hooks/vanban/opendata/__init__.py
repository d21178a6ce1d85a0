"""What anyone may take out: JSON, Akoma Ntoso, a table, and data for search engines."""

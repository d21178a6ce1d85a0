"""The hand-out: what trainers choose and print as a sheet or as cards."""

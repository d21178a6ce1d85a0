"""The trainer's kit: plans of sessions, read from ordinary pages."""

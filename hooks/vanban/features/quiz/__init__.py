"""Questions for practice: read, checked, and shown."""

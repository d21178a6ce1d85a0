"""Plans of training sessions: read, checked, and shown."""

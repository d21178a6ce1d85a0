"""The little window that tells of a provision before its link is followed."""

"""Situations from school life: listed, filtered, and told again on other pages."""

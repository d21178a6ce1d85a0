"""What trainers prepare: plans of sessions and questions, read from files and checked.

How they look on pages is in ``page`` (``session``, ``quiz_pages``), downloads are in ``export``.
"""

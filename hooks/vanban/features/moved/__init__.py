"""Addresses that were published and have moved: they lead on, and say so."""

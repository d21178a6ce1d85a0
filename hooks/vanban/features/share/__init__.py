"""Passing a provision on: short addresses and their pages, QR codes, buttons at a unit."""

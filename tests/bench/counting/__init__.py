"""Bytes, lines, builds and the suite: what is counted without a clock on a page."""

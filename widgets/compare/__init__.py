"""Comparing: what moved between assessments, and where units differ, on a page of its own."""

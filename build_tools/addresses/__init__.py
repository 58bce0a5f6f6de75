"""Addresses that never change: how each page's is made, what stands there, which were promised."""

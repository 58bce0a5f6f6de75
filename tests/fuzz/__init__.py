"""Mutated links and files: `python -m tests.fuzz`, outside of `make test`."""

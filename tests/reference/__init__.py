"""The oracle of the tests: docs/method/scoring.md and DESIGN 8 and 9 written a second time."""

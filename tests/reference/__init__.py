"""The oracle of the tests: the method pages of score and agreement written a second time."""

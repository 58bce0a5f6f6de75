"""The oracle of the tests: DESIGN sections 7 to 9 written a second time, slowly and literally."""

"""The greeting: on the home page, where somebody who comes back had got to."""

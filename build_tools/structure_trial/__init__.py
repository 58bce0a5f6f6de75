"""How well the structure chooser advises: its answers beside two judgements of the same firms."""

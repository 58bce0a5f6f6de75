"""The written report, section by section: what it says, whatever it is written in."""

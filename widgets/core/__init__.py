"""Pure engines: no page, no clock, no file; standard library only."""

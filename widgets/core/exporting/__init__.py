"""What a reader takes away: one module a format, each a pure function of a `Subject`."""

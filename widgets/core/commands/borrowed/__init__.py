"""Answers from elsewhere: looked at, compared, kept, or put together with the reader's own."""

"""The seven tests, whether key account management is right at all, as a form with its verdict."""

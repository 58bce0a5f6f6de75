"""The raters on the team page: added, changed, removed, brought back, passed on."""

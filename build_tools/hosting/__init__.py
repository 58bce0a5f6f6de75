"""Recipes for the servers that the site may stand on: what each must send, in its own words."""

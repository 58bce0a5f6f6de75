"""The assessment's result, part by part."""

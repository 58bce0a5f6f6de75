"""The guide's data for use elsewhere: tables as CSV and JSON, schemas, and how to cite them."""

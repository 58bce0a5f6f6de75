"""The reader's assessments: begun, named, opened, emptied, deleted."""

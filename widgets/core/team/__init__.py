"""Several raters of one programme: kept in the browser, read, and their disagreement shown."""

"""Several people's answers, laid side by side: where they disagree, before any average."""

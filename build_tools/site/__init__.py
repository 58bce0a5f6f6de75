"""What stands beside the pages: fonts, policy, notices, search, addresses."""

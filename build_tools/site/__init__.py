"""What stands beside the pages: fonts, policy, notices, addresses."""

"""The single file: all tools and Python in one page that opens from a disc, without a network."""

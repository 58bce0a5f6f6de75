"""What `make check` finds: imports, links, orphans, habits of style."""

"""What `make check` finds: imports, links, orphans."""

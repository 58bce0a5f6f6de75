"""The recipe for nginx, to be included in a `server` block."""

from build_tools.hosting.headers import ANEW, COMPRESSED, FRAMES, KEPT, Hosting


def nginx(hosting: Hosting) -> str:
    """Headers, compression, what may be kept, the page for a missing address."""
    types = " ".join(kind for kind in COMPRESSED if kind != "text/html")  # which it always packs
    headers = "".join(f'add_header {k} "{v}" always;\n' for k, v in hosting.headers.items())
    return f"""\
# The KAM Field Guide under nginx: include this file in the `server` block that serves the site.
# A meta tag in a page does not bind a web worker; this header on its file does.
add_header Content-Security-Policy "{hosting.policy}" always;
{headers}
# Who may show the pages in a frame. All: *. Nobody: 'none'. Your wiki: 'self' https://wiki.example
add_header Content-Security-Policy "{FRAMES}" always;

# A `location` with an add_header of its own forgets all of these. Include this file there as well,
# and see that both policies come with a page and with the worker:
#   curl -sI https://your.host/path/ | grep -i content-security
#   curl -sI https://your.host/path/offline-worker.js | grep -i content-security

# For addresses that lead nowhere. If the site stands under a path, name it: "/path/404.html".
error_page 404 "{hosting.path}404.html";

# What stands under a name that holds a hash of its content never changes; all else is asked for
# anew each time, which costs a few bytes where nothing changed.
set $kam_kept "{ANEW}";
if ($uri ~ "{hosting.hashed}") {{ set $kam_kept "{KEPT}"; }}
add_header Cache-Control $kam_kept;
etag on;
charset utf-8;
gzip on;
gzip_static on;  # take the packed twins of the large files as they are
gzip_comp_level 6;
gzip_vary on;
gzip_min_length 512;
gzip_types {types};
"""

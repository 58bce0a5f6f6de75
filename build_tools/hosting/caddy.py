"""The recipe for Caddy, to be imported in a site block or in a `handle_path` of one."""

from build_tools.hosting.headers import ANEW, COMPRESSED, FRAMES, KEPT, MEDIA_TYPES, Hosting

_UNKNOWN = (".whl", ".csv", ".gz", ".bib", ".cff")
"""Endings whose media type depends on the machine that Caddy runs on."""


def caddy(hosting: Hosting) -> str:
    """Headers, compression, what may be kept, the page for a missing address."""
    headers = "".join(f'\t{k} "{v}"\n' for k, v in hosting.headers.items())
    kinds = "".join(f"\t\theader Content-Type {kind}*\n" for kind in COMPRESSED)
    types = "".join(f"header *{e} Content-Type {MEDIA_TYPES[e]}\n" for e in _UNKNOWN)
    return f"""\
# The KAM Field Guide under Caddy 2: import this file where the folder of the site is the root.
#   your.host {{
#       handle_path /path/* {{
#           root * /srv/kam-field-guide
#           import /srv/kam-field-guide/Caddyfile.example
#       }}
#       redir /path /path/
#   }}
# A meta tag in a page does not bind a web worker; this header on its file does.
header {{
	Content-Security-Policy "{hosting.policy}"
{headers}\
	?Cache-Control "{ANEW}"
}}
# Who may show the pages in a frame. All: *. Nobody: 'none'. Your wiki: 'self' https://wiki.example
header +Content-Security-Policy "{FRAMES}"

# What stands under a name that holds a hash of its content never changes; all else is asked for
# anew each time, which costs a few bytes where nothing changed.
@kam_kept path_regexp "{hosting.hashed}"
header @kam_kept Cache-Control "{KEPT}"
{types}
encode zstd gzip {{
	minimum_length 512
	match {{
{kinds}\
	}}
}}

# For addresses that lead nowhere.
@kam_lost not file {{path}} {{path}}/
handle @kam_lost {{
	rewrite * /404.html
	file_server {{
		status 404
	}}
}}
handle {{
	file_server {{
		precompressed gzip
	}}
}}
"""

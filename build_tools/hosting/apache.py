"""The recipe for Apache httpd, for a `<Directory>` section or as an `.htaccess` file."""

from urllib.parse import quote

from build_tools.hosting.headers import ANEW, COMPRESSED, FRAMES, KEPT, MEDIA_TYPES, PACKED, Hosting


def apache(hosting: Hosting) -> str:
    """Headers, media types, compression, what may be kept, the page for a missing address."""
    headers = "".join(f'Header always set {k} "{v}"\n' for k, v in hosting.headers.items())
    types = "".join(f"AddType {kind} {ending}\n" for ending, kind in MEDIA_TYPES.items())
    return f"""\
# The KAM Field Guide under Apache httpd 2.4: include this file in the <Directory> section of the
# folder that holds the site, or copy it there as .htaccess where AllowOverride lets you.
# It needs: a2enmod headers deflate filter mime dir rewrite
# A meta tag in a page does not bind a web worker; this header on its file does.
Header always set Content-Security-Policy "{hosting.policy}"
{headers}
# Who may show the pages in a frame. All: *. Nobody: 'none'. Your wiki: 'self' https://wiki.example
Header always add Content-Security-Policy "{FRAMES}"

# For addresses that lead nowhere. If the site stands under a path, name it: /path/404.html.
# A space in it is %20.
ErrorDocument 404 {quote(hosting.path)}404.html
DirectoryIndex index.html
DirectorySlash On

# What stands under a name that holds a hash of its content never changes; all else is asked for
# anew each time, which costs a few bytes where nothing changed.
Header always set Cache-Control "{ANEW}"
Header always set Cache-Control "{KEPT}" "expr=%{{REQUEST_URI}} =~ m#{hosting.hashed}#"
# What Apache packs it marks in the ETag, and would not know again.
RequestHeader edit* If-None-Match "-gzip\\"" "\\""

AddDefaultCharset utf-8
{types}
# Take the packed twins of the large files as they are; pack all else on its way.
RewriteEngine On
RewriteCond "%{{HTTP:Accept-Encoding}}" "\\bgzip\\b"
RewriteCond "%{{REQUEST_FILENAME}}.gz" -f
RewriteRule "^(.+\\.({"|".join(PACKED)}))$" "$1.gz" [E=kam_packed:1]
{"".join(map(_twin, PACKED))}\
Header set Content-Encoding gzip env=REDIRECT_kam_packed
Header merge Vary Accept-Encoding env=REDIRECT_kam_packed
AddOutputFilterByType DEFLATE {" ".join(COMPRESSED)}
"""


def _twin(ending: str) -> str:
    """Sends a packed twin that was not asked for by name as what it is a twin of."""
    kind = MEDIA_TYPES[f".{ending}"]
    return (
        'RewriteCond "%{ENV:REDIRECT_kam_packed}" "1"\n'
        f'RewriteRule "\\.{ending}\\.gz$" "-" [T={kind},E=no-gzip:1,E=no-brotli:1]\n'
    )

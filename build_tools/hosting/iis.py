"""The recipe for IIS: a `web.config` that the server reads by itself where the site lies."""

from xml.sax.saxutils import quoteattr

from build_tools.hosting.headers import FRAMES, MEDIA_TYPES, Hosting

_TEXTS = ("text/css", "text/csv", "text/html", "text/javascript", "text/plain")
_YEAR = '<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" '


def iis(hosting: Hosting) -> str:
    """Headers, media types, what may be kept, the page for a missing address.

    Only sections that IIS leaves open to a site; checked by imitation, for want of a Windows.
    """
    policy = {"Content-Security-Policy": f"{hosting.policy}; {FRAMES}"}
    headers = "".join(map(_header, (policy | hosting.headers).items()))
    types = "".join(
        f'      <remove fileExtension="{ending}" />\n'
        f'      <mimeMap fileExtension="{ending}" mimeType="{_with_charset(kind)}" />\n'
        for ending, kind in MEDIA_TYPES.items()
    )
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<!-- The KAM Field Guide under IIS 10. IIS reads this file by itself; under another server it does
     nothing. Who may show the pages in a frame stands at the end of the policy. All: *.
     Nobody: 'none'. Your wiki: 'self' https://wiki.example -->
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <httpProtocol>
      <customHeaders>
{headers}\
      </customHeaders>
    </httpProtocol>
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />
{types}\
    </staticContent>
    <urlCompression doStaticCompression="true" />
  </system.webServer>
{"".join(map(_kept, hosting.folders))}\
</configuration>
"""


def _header(header: tuple[str, str]) -> str:
    name, value = header
    return (
        f"        <remove name={quoteattr(name)} />\n"
        f"        <add name={quoteattr(name)} value={quoteattr(value)} />\n"
    )


def _with_charset(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind in _TEXTS else kind


def _kept(folder: str) -> str:
    """What lies in `folder` stands under names that hold a hash of its content."""
    return (
        f'  <location path="{folder}">\n    <system.webServer>\n      <staticContent>\n'
        f'        {_YEAR}cacheControlCustom="public, immutable" />\n'
        "      </staticContent>\n    </system.webServer>\n  </location>\n"
    )

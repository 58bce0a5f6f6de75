"""The recipes as files of the site, one for each server that has settings of its own."""

from collections.abc import Callable, Mapping

from build_tools.hosting.apache import apache
from build_tools.hosting.caddy import caddy
from build_tools.hosting.headers import Hosting
from build_tools.hosting.iis import iis
from build_tools.hosting.nginx import nginx

NGINX = "nginx.conf.example"
APACHE = "apache.conf.example"
CADDY = "Caddyfile.example"
IIS = "web.config"

_WRITTEN: Mapping[str, Callable[[Hosting], str]] = {
    NGINX: nginx,
    APACHE: apache,
    CADDY: caddy,
    IIS: iis,
}


NAMES = tuple(_WRITTEN)
"""What the recipes are called; IIS finds its own by that name."""


def recipes(hosting: Hosting) -> dict[str, bytes]:
    """Each recipe by the name of its file, which lies at the root of the site.

    A server that has no such file gets on with what the pages do by themselves.
    """
    return {name: write(hosting).encode() for name, write in _WRITTEN.items()}

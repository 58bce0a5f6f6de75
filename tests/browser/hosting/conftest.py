"""The servers that the recipes are written for, each with its recipe, at two paths."""

import pytest

from tests.support.hosting import real
from tests.support.pages.servers import Place, nginx

PATHS = {"": "/", " under a path": "/kam guide/"}


@pytest.fixture(scope="session")
def places(site):
    """The site under our recipe, at the root, under a path with a space, and closed to frames."""
    found = {name: Place(site, path, recipe=True) for name, path in PATHS.items()}
    return found | {" closed": Place(site, recipe=True, frames="'none'")}


@pytest.fixture(scope="session")
def hosts(servers, places, site, tmp_path_factory):
    """Address of the site on every real server, by its name."""
    known = {"": "recipe at /", " under a path": "recipe at /kam guide/"}
    found = {f"nginx{name}": servers[place].url for name, place in known.items()}
    work = tmp_path_factory.mktemp
    with (
        nginx({" closed": places[" closed"]}, work("nginx")) as closed,
        real.apache(places, work("apache")) as apache,
        real.caddy(places, work("caddy")) as caddy,
        real.python(site, work("python")) as python,
    ):
        for kind, running in {"nginx": closed, "Apache": apache, "Caddy": caddy}.items():
            found |= {f"{kind}{name}": server.url for name, server in running.items()}
        yield found | {"python": python.url}
